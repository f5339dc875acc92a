import { TestBed } from '@angular/core/testing';
import { Announcer } from './announcer';

describe('Announcer', () => {
  it('says the same sentence again when it is said again', () => {
    const announcer = TestBed.inject(Announcer);
    announcer.announce('Saved');
    const first = announcer.status();
    announcer.announce('Saved');
    expect(announcer.status()).not.toBe(first);
    expect(announcer.status().trim()).toBe('Saved');
    announcer.announce('Lost', 'assertive');
    expect(announcer.alert().trim()).toBe('Lost');
  });
});
