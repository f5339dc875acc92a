import { Component, computed, inject, output, signal } from '@angular/core';
import { startRegistration } from '@simplewebauthn/browser';
import { encode } from 'uqr';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { publicProblem } from '../public-problem';
import { fromBrowser } from './from-browser';

/** Sets up an authenticator app or a passkey. `added` when it is done: the session goes on, and every other one has ended. */
@Component({
  selector: 'app-second-step-setup',
  imports: [Button, ErrorSummary, FormContext, TextInput],
  template: `
    <app-error-summary [problem]="problem()" />
    @if (app(); as shown) {
      <p>Open your authenticator app and scan this square code. If you cannot scan it, type the key into the app instead.</p>
      <svg class="square-code" [attr.viewBox]="square().box" role="img" aria-label="Square code for your authenticator app">
        <path [attr.d]="square().path" />
      </svg>
      <p>
        Key: <code class="key">{{ key() }}</code>
      </p>
      <form [appForm]="codeForm" (submitted)="confirm.run()">
        <app-text-input
          name="code"
          label="Code from your app"
          hint="6 digits. Your app shows a new code every 30 seconds"
          inputmode="numeric"
          autocomplete="one-time-code"
          [width]="10"
        />
        <div class="door__actions">
          <button type="submit" appButton [busy]="confirm.busy()">Check the code</button>
          <button type="button" appButton="secondary" (click)="cancel()">Cancel</button>
        </div>
      </form>
    } @else {
      <div class="second-step__way">
        <h3 class="heading-small">Use an authenticator app</h3>
        <p>An app on your phone, such as the one your team already uses, shows a code that you type in when you sign in.</p>
        <button type="button" appButton [busy]="begin.busy()" (click)="start()">Set up an authenticator app</button>
      </div>
      <div class="second-step__way">
        <h3 class="heading-small">Use a passkey</h3>
        <p>Your fingerprint, face, screen lock or a security key. There is no code to type.</p>
        <form [appForm]="passkeyForm" (submitted)="addPasskey.run()">
          <app-text-input name="name" label="Name for this passkey" hint="For example, Work laptop" [width]="20" />
          <button type="submit" appButton="secondary" [busy]="addPasskey.busy()">Add a passkey</button>
        </form>
      </div>
    }
  `,
})
export class SecondStepSetup {
  readonly added = output();
  private readonly api = inject(Api);

  protected readonly app = signal<{ secret: string; uri: string } | null>(null);
  /** In groups, to be typed. */
  protected readonly key = computed(() => this.app()?.secret.replace(/(.{4})(?=.)/g, '$1 ') ?? '');
  protected readonly square = computed(() => squareOf(this.app()?.uri ?? ''));
  protected readonly codeForm = formOf({ code: '' }, { asks: false, problem: () => publicProblem(this.confirm.problem()) });
  protected readonly passkeyForm = formOf({ name: '' }, { problem: () => publicProblem(this.addPasskey.problem()) });
  protected readonly problem = computed(() => publicProblem(this.begin.problem() ?? this.confirm.problem() ?? this.addPasskey.problem()));

  protected readonly begin = action(async () => this.app.set(await this.api.send('put', '/account/totp')));

  protected readonly confirm = action(async () => {
    await this.api.send('put', '/account/totp/confirmation', { body: this.codeForm.draft() });
    this.app.set(null);
    this.added.emit();
  });

  protected readonly addPasskey = action(async () => {
    const { options } = await this.api.send('put', '/account/passkey-registration');
    const response = await fromBrowser(() => startRegistration({ optionsJSON: options as never }));
    await this.api.send('put', '/account/passkeys', { body: { ...this.passkeyForm.draft(), response: response as never } });
    this.passkeyForm.reset();
    this.added.emit();
  });

  protected start(): void {
    this.addPasskey.clear();
    this.codeForm.reset();
    void this.begin.run();
  }

  protected cancel(): void {
    this.confirm.clear();
    this.app.set(null);
  }
}

/** The modules of a QR code as one path, a unit wide each, with the quiet zone that readers want. */
function squareOf(text: string): { box: string; path: string } {
  const { data, size } = encode(text, { border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { box: `0 0 ${size} ${size}`, path: dark.join('') };
}
