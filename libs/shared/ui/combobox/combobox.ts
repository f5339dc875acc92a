import { booleanAttribute, Component, computed, effect, input, linkedSignal, model, output, signal, untracked } from '@angular/core';
import { isFound } from '@waymark/shared/kernel/search';
import { ValueControl } from '../field/control';
import { Field } from '../field/field';
import type { Option } from '../field/options';

/**
 * Type to choose out of many. Without `remote` the options are filtered here; with it, `searched` says what was typed and
 * the page gives new `options` (set `loading` meanwhile). The value is the chosen option's, or empty.
 */
@Component({
  selector: 'app-combobox',
  imports: [Field],
  host: { class: 'combobox' },
  template: `
    <app-field [of]="this">
      <div class="combobox__inner">
        <input
          class="govuk-input"
          [class.govuk-input--error]="message()"
          [id]="name()"
          type="text"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          [attr.aria-expanded]="open()"
          [attr.aria-controls]="name() + '-list'"
          [attr.aria-activedescendant]="open() && active() >= 0 ? name() + '-option-' + active() : null"
          [attr.aria-describedby]="describedBy()"
          [attr.aria-invalid]="message() ? true : null"
          [value]="text()"
          [disabled]="disabled()"
          (input)="type($any($event.target).value)"
          (keydown)="key($event)"
          (click)="open.set(true)"
          (blur)="leave($any($event.target))"
        />
        <ul
          class="combobox__list"
          role="listbox"
          [id]="name() + '-list'"
          [attr.aria-label]="label()"
          [hidden]="!open() || shown().length === 0"
        >
          @for (option of shown(); track option.value; let index = $index) {
            <!-- The keys are the input's: options are not stops of their own. -->
            <!-- eslint-disable-next-line @angular-eslint/template/click-events-have-key-events, @angular-eslint/template/interactive-supports-focus -->
            <li
              role="option"
              [id]="name() + '-option-' + index"
              [attr.aria-selected]="index === active()"
              [class.combobox__active]="index === active()"
              (mousedown)="$event.preventDefault()"
              (click)="choose(option)"
            >
              {{ option.label }}
              @if (option.hint) {
                <small>{{ option.hint }}</small>
              }
            </li>
          }
        </ul>
        <p class="combobox__say" role="status" [class.visually-hidden]="!open() || shown().length > 0">{{ say() }}</p>
      </div>
    </app-field>
  `,
})
export class Combobox extends ValueControl<string> {
  readonly value = model('');
  readonly options = input.required<readonly Option[]>();
  readonly remote = input(false, { transform: booleanAttribute });
  readonly loading = input(false);
  /** The label of a value that is not among the options yet. */
  readonly chosenLabel = input('');
  readonly searched = output<string>();
  /** What was chosen, for those who need its words as well. */
  readonly picked = output<Option>();

  protected readonly open = signal(false);
  protected readonly text = signal('');
  protected readonly shown = computed(() => {
    const typed = fold(this.text());
    if (this.remote() || typed === fold(this.labelOf(this.current()))) return this.options().slice(0, 100);
    return this.options()
      .filter((option) => isFound(`${option.label} ${option.hint ?? ''}`, this.text()))
      .slice(0, 100);
  });
  protected readonly active = linkedSignal<readonly Option[], number>({ source: this.shown, computation: () => -1 });
  protected readonly say = computed(() => {
    if (!this.open()) return '';
    if (this.loading()) return 'Searching';
    const many = this.shown().length;
    return many === 0 ? 'No results' : many === 1 ? '1 result' : `${many} results`;
  });

  /** A remote search drops the chosen option from `options`; its label is still needed. */
  private last: Option | undefined;

  constructor() {
    super();
    effect(() => {
      const label = this.labelOf(this.current());
      if (label || this.current() === '') if (!untracked(this.open)) this.text.set(label);
    });
  }

  protected type(text: string): void {
    this.text.set(text);
    this.open.set(true);
    if (this.remote()) this.searched.emit(text);
  }

  protected key(event: KeyboardEvent): void {
    const last = this.shown().length - 1;
    switch (event.key) {
      case 'ArrowDown':
        this.step(event, this.open() ? Math.min(this.active() + 1, last) : 0);
        break;
      case 'ArrowUp':
        this.step(event, this.open() ? Math.max(this.active() - 1, 0) : last);
        break;
      case 'Enter': {
        const option = this.open() ? this.shown()[this.active()] : undefined;
        if (option) {
          event.preventDefault();
          this.choose(option);
        }
        break;
      }
      case 'Escape':
        if (this.open()) {
          // Stays here: a dialog around us must not close as well.
          event.stopPropagation();
          event.preventDefault();
          this.open.set(false);
          this.text.set(this.labelOf(this.current()));
          (event.target as HTMLInputElement).value = this.text();
        }
        break;
    }
  }

  protected choose(option: Option): void {
    if (option.disabled) return;
    this.last = option;
    this.change(option.value);
    this.picked.emit(option);
    this.text.set(option.label);
    this.open.set(false);
  }

  /** Leaving: an exact label counts as chosen, an emptied box as nothing; other text goes back to what was chosen. */
  protected leave(box: HTMLInputElement): void {
    if (!this.open() && this.text() === this.labelOf(this.current())) return;
    const typed = fold(this.text());
    const exact = this.options().find((option) => fold(option.label) === typed);
    this.open.set(false);
    if (exact) this.choose(exact);
    else if (typed === '') this.change('');
    this.text.set(this.labelOf(this.current()));
    // By hand: where the text is what it was before typing, the binding sees no change.
    box.value = this.text();
  }

  private step(event: KeyboardEvent, to: number): void {
    event.preventDefault();
    this.open.set(true);
    this.active.set(to);
    document.getElementById(`${this.name()}-option-${to}`)?.scrollIntoView?.({ block: 'nearest' });
  }

  private labelOf(value: string): string {
    if (value === '') return '';
    return (
      this.options().find((option) => option.value === value)?.label ?? (this.last?.value === value ? this.last.label : this.chosenLabel())
    );
  }
}

/** "Wŷn" is found by "wyn". */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
