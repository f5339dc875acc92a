import { Component, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Icon } from '../icon/icon';

let menus = 0;

/** A button that shows a few links or buttons. Put `<a class="drop__item">` or `<button class="drop__item">` inside. Escape, choosing and leaving close it. */
@Component({
  selector: 'app-menu-button',
  imports: [Icon],
  host: { class: 'drop', '(keydown.escape)': 'escape($event)', '(focusout)': 'left($event)', '(document:pointerdown)': 'outside($event)' },
  template: `
    <button
      #button
      type="button"
      [class]="look() === 'header' ? 'header__button' : 'mini'"
      [attr.aria-expanded]="open()"
      [attr.aria-controls]="id"
      (click)="open.set(!open())"
    >
      <ng-content select="[before]" />
      <span [class.header__label]="look() === 'header'">{{ label() }}</span>
      <app-icon name="down" [size]="14" />
    </button>
    <!-- Whatever is pressed inside, by mouse or keys, arrives here as a click. -->
    <!-- eslint-disable-next-line @angular-eslint/template/click-events-have-key-events, @angular-eslint/template/interactive-supports-focus -->
    <div class="drop__box" [class.drop__box--end]="align() === 'end'" [id]="id" [hidden]="!open()" (click)="chosen($event)">
      <ng-content />
    </div>
  `,
})
export class MenuButton {
  readonly label = input.required<string>();
  readonly look = input<'mini' | 'header'>('mini');
  readonly align = input<'start' | 'end'>('start');
  protected readonly open = signal(false);
  protected readonly id = `menu-${++menus}`;
  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected escape(event: Event): void {
    if (!this.open()) return;
    event.stopPropagation();
    event.preventDefault();
    this.shut();
  }

  protected chosen(event: Event): void {
    if ((event.target as HTMLElement).closest('.drop__item')) this.shut();
  }

  protected left(event: FocusEvent): void {
    if (event.relatedTarget && !this.host.nativeElement.contains(event.relatedTarget as Node)) this.open.set(false);
  }

  protected outside(event: Event): void {
    if (!this.host.nativeElement.contains(event.target as Node)) this.open.set(false);
  }

  private shut(): void {
    this.open.set(false);
    this.button().nativeElement.focus();
  }
}
