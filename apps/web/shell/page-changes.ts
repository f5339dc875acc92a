import { afterNextRender, DestroyRef, inject, Injectable, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { type ActivatedRouteSnapshot, NavigationEnd, Router } from '@angular/router';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { filter } from 'rxjs';

/** A new page in a single-page app is silent by itself: this moves focus to its heading and says its name, as a loaded page would. */
@Injectable({ providedIn: 'root' })
export class PageChanges {
  private readonly router = inject(Router);
  private readonly title = inject(Title);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly destroyed = inject(DestroyRef);
  private awaited: MutationObserver | undefined;

  follow(): void {
    let last: string | undefined;
    this.destroyed.onDestroy(() => this.awaited?.disconnect());
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(this.destroyed),
      )
      .subscribe(() => {
        const page = pageOf(this.router.routerState.snapshot.root);
        // The first page was announced by the browser; filters and fragments stay on the same page.
        if (last !== undefined && page !== last) this.arrived();
        last = page;
      });
  }

  private arrived(): void {
    this.awaited?.disconnect();
    afterNextRender(
      () => {
        this.awaited?.disconnect();
        if (!this.focusHeading()) this.await();
        this.announcer.announce(this.title.getTitle().replace(/ – Waymark$/, ''));
      },
      { injector: this.injector },
    );
  }

  private focusHeading(): boolean {
    const heading = document.querySelector<HTMLElement>('main h1');
    if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    (heading ?? document.getElementById('main'))?.focus({ preventScroll: true });
    return heading !== null;
  }

  /** A page may know its heading only once its data are there: the focus goes on to it unless somebody has moved on meanwhile. */
  private await(): void {
    const main = document.getElementById('main');
    if (!main) return;
    this.awaited = new MutationObserver(() => {
      const still = document.activeElement === main || document.activeElement === document.body;
      if (!still || this.focusHeading()) this.awaited?.disconnect();
    });
    this.awaited.observe(main, { childList: true, subtree: true });
  }
}

/** The path of the page. A route with `data: { overlay: true }` shows a dialog over the page above it, which stays the same page. */
function pageOf(root: ActivatedRouteSnapshot): string {
  const path: string[] = [];
  for (let at: ActivatedRouteSnapshot | null = root; at && at.data['overlay'] !== true; at = at.firstChild)
    path.push(...at.url.map((segment) => segment.path));
  return path.join('/');
}
