import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { sessionInterceptor } from '@waymark/shared/web/session';
import { NAVIGATION } from '@waymark/shared/web/navigation';
import { routes } from './app.routes';
import { navigation } from './domains';
import { missingPartHandler } from './shell/missing-part';
import { PageTitles } from './shell/page-titles';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withFetch(), withInterceptors([sessionInterceptor])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler(missingPartHandler),
      // Whoever goes back and then stays on a page has the same pages behind them as before.
      withRouterConfig({ canceledNavigationResolution: 'computed' }),
    ),
    { provide: NAVIGATION, useValue: navigation },
    { provide: TitleStrategy, useExisting: PageTitles },
  ],
};
