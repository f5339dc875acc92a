import { afterNextRender, DestroyRef, inject, Injectable, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router } from '@angular/router';
import { Announcer } from '@waymark/shared/ui/announcer';
import { filter } from 'rxjs';

/** A new page in a single-page app is silent by itself: this moves focus to its heading and says its name, as a loaded page would. */
@Injectable({ providedIn: 'root' })
export class PageChanges {
  private readonly router = inject(Router);
  private readonly title = inject(Title);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly destroyed = inject(DestroyRef);

  follow(): void {
    let last: string | undefined;
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(this.destroyed),
      )
      .subscribe((event) => {
        const page = pathOf(event.urlAfterRedirects);
        // The first page was announced by the browser; filters and fragments stay on the same page.
        if (last !== undefined && page !== last) this.arrived();
        last = page;
      });
  }

  private arrived(): void {
    afterNextRender(
      () => {
        const heading = document.querySelector<HTMLElement>('main h1');
        if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
        (heading ?? document.getElementById('main'))?.focus({ preventScroll: true });
        this.announcer.announce(this.title.getTitle().replace(/ – Waymark$/, ''));
      },
      { injector: this.injector },
    );
  }
}

const pathOf = (url: string): string => url.split(/[?#]/)[0] ?? '';
