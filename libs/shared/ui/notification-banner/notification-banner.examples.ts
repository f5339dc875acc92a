import { Component } from '@angular/core';
import { Example } from '../example/example';
import { NotificationBanner } from './notification-banner';

@Component({
  selector: 'app-notification-banner-examples',
  imports: [Example, NotificationBanner],
  template: `
    <app-example
      name="Notification banner"
      selector="app-notification-banner"
      options="tone important or success; heading; takesFocus"
      access="Success takes focus and is announced; important is a region to be found"
    >
      <app-notification-banner heading="The venue changed on 2 June 2027" />
    </app-example>
  `,
})
export class NotificationBannerExamples {}
