import { TestBed } from '@angular/core/testing';
import { LiveRegion } from '../announcer/announcer';
import { Undo, UndoBar } from './undo-bar';

describe('Undo', () => {
  it('offers the last thing only, tells about it, and takes it back once', async () => {
    const page = TestBed.createComponent(UndoBar);
    const said = TestBed.createComponent(LiveRegion);
    const undo = TestBed.inject(Undo);
    const undone: string[] = [];
    undo.offer('Removed Ada', async () => undone.push('Ada'));
    undo.offer('Removed Bea', async () => undone.push('Bea'));
    await page.whenStable();
    await said.whenStable();
    expect(page.nativeElement.textContent).toContain('Removed Bea');
    expect(said.nativeElement.textContent).toContain('Removed Bea. You can undo this.');
    await undo.take();
    await undo.take();
    await page.whenStable();
    expect(undone).toEqual(['Bea']);
    expect(page.nativeElement.textContent.trim()).toBe('');
  });
});
