import { Directive, input } from '@angular/core';

/** `<span appAttention="warn">`: what somebody should look at. An icon and words inside it say what the colour says. */
@Directive({
  selector: '[appAttention]',
  host: {
    class: 'attention',
    '[class.attention--error]': "appAttention() === 'alert'",
    '[class.attention--warning]': "appAttention() === 'warn'",
    '[class.attention--nothing]': "appAttention() === 'none'",
  },
})
export class Attention {
  readonly appAttention = input.required<'alert' | 'warn' | 'none' | ''>();
}
