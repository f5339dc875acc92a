import { DOCUMENT, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Session } from './session';
import { TabMemory } from './tab-memory';
import { forgetTab } from './tab-memory-prefix';

describe('TabMemory', () => {
  const person = signal('ada');
  const memory = () => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [{ provide: Session, useValue: { current: () => ({ person: { id: person() } }) } }],
    });
    return TestBed.inject(TabMemory);
  };
  beforeEach(() => sessionStorage.clear());

  it('has what was kept when the page is loaded again, for the same person alone, until they sign out', () => {
    memory().keep('undo', { past: [1] });
    expect(memory().read('undo')).toEqual({ past: [1] });
    person.set('ben');
    expect(memory().read('undo')).toBeNull();
    person.set('ada');
    forgetTab(TestBed.inject(DOCUMENT));
    expect(memory().read('undo')).toBeNull();
  });

  it('takes what it cannot read for nothing', () => {
    sessionStorage.setItem('waymark:ada:undo', '{');
    expect(memory().read('undo')).toBeNull();
  });
});
