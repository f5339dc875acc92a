// What every browser has and jsdom has not. The browser tests see the real ones. Loaded before each spec of the web.

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
  this.dispatchEvent(new Event('close'));
};
crypto.randomUUID ??= () => `01890000-0000-4000-8000-${String(Math.random()).slice(2).padEnd(12, '0').slice(0, 12)}`;
window.matchMedia ??= ((media: string) => ({ media, matches: false, addEventListener() {}, removeEventListener() {} })) as never;
