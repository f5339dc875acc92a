import { Component } from '@angular/core';
import { Example } from '../example/example';
import { Icon } from '../icon/icon';
import { Attention } from './attention';

@Component({
  selector: 'app-attention-examples',
  imports: [Example, Attention, Icon],
  template: `
    <app-example
      name="Attention"
      selector="[appAttention]"
      options="alert, warn, none"
      access="An icon and the words say what the colour says"
    >
      <div class="actions">
        <span appAttention="alert"><app-icon name="error" /> No mentor, 12 days</span>
        <span appAttention="warn"><app-icon name="alert" /> 3 checks</span>
        <span appAttention="none">Nothing</span>
      </div>
    </app-example>
  `,
})
export class AttentionExamples {}
