import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Session } from './session';
import { PREFIX } from './tab-memory-prefix';

/**
 * What one person has begun in this tab, until they sign out: a page that is loaded again goes on where it was.
 * It stays in the browser and is never sent anywhere. Nothing breaks where a browser keeps nothing.
 */
@Injectable({ providedIn: 'root' })
export class TabMemory {
  private readonly session = inject(Session);
  private readonly storage = storageOf(inject(DOCUMENT));

  read<T>(key: string): T | null {
    try {
      return JSON.parse(this.storage?.getItem(this.nameOf(key)) ?? 'null') as T | null;
    } catch {
      return null;
    }
  }

  keep(key: string, value: unknown): void {
    try {
      this.storage?.setItem(this.nameOf(key), JSON.stringify(value));
    } catch {
      // Full, or forbidden: then it is kept for as long as the page is open.
    }
  }

  forget(key: string): void {
    this.storage?.removeItem(this.nameOf(key));
  }

  private nameOf(key: string): string {
    return `${PREFIX}${this.session.current()?.person.id ?? ''}:${key}`;
  }
}

function storageOf(document: Document): Storage | null {
  try {
    return document.defaultView?.sessionStorage ?? null;
  } catch {
    return null;
  }
}
