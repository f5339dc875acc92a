import { Component } from '@angular/core';
import { CountBadge } from '../count-badge/count-badge';
import { Example } from '../example/example';
import { Card, Panel } from './panel';

@Component({
  selector: 'app-panel-examples',
  imports: [Example, Panel, Card, CountBadge],
  template: `
    <app-example
      name="Panel and card"
      selector="app-panel, app-card"
      options="heading; flush; [beside]"
      access="A region named by its heading"
    >
      <app-panel heading="Checks"><app-count beside [value]="3" about="problems" tone="alert" />Every room is large enough.</app-panel>
      <app-card heading="Your mentor">Helen Marsh, Chief digital officer</app-card>
    </app-example>
  `,
})
export class PanelExamples {}
