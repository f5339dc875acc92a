import { DestroyRef, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Unsaved } from './unsaved';

/** A form that is there until it is taken away. */
function givenForm(changed: () => boolean): () => void {
  const unsaved = TestBed.inject(Unsaved);
  let gone = (): void => undefined;
  const destroyRef = { onDestroy: (done: () => void) => ((gone = done), () => undefined) } as unknown as DestroyRef;
  const injector = { get: (token: unknown) => (token === DestroyRef ? destroyRef : TestBed.inject(token as never)) };
  runInInjectionContext(injector as never, () => unsaved.watch(changed));
  return () => gone();
}

describe('Unsaved', () => {
  it('lets a page go that holds nothing unsaved, or no form any more', () => {
    const unsaved = TestBed.inject(Unsaved);
    expect(unsaved.mayLeave()).toBe(true);
    const leave = givenForm(() => true);
    expect(unsaved.some).toBe(true);
    leave();
    expect(unsaved.mayLeave()).toBe(true);
  });

  it('asks first, and does as it is told', async () => {
    const unsaved = TestBed.inject(Unsaved);
    givenForm(() => true);
    const stays = unsaved.mayLeave();
    expect(unsaved.asking()).toBe(true);
    unsaved.decide(false);
    expect([await stays, unsaved.asking()]).toEqual([false, false]);
    const leaves = unsaved.mayLeave();
    unsaved.decide(true);
    expect(await leaves).toBe(true);
  });

  it('takes a second way out for staying on the first', async () => {
    const unsaved = TestBed.inject(Unsaved);
    givenForm(() => true);
    const first = unsaved.mayLeave();
    const second = unsaved.mayLeave();
    expect(await first).toBe(false);
    unsaved.decide(true);
    expect(await second).toBe(true);
  });
});
