import { accountForgets, addressForgets, networkOf, waitForAccount, waitForAddress } from './guessing';

const at = (seconds: number) => new Date(Date.UTC(2027, 4, 3, 9) + seconds * 1000);
const guesses = (failures: number) => ({ failures, since: at(0), last: at(0) });

describe('the wait before the next guess at one account', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [11, 1_920],
    [12, 3_600],
    [400, 3_600],
  ])('after %i wrong ones is %i seconds, of five that are free', (failures, seconds) => {
    expect(waitForAccount(guesses(failures), 5, at(0))).toBe(seconds * 1000);
  });

  it('passes', () => {
    expect(waitForAccount(guesses(5), 5, at(29))).toBe(1000);
    expect(waitForAccount(guesses(5), 5, at(31))).toBe(0);
  });

  it('leaves room for fewer than 40 guesses on the first day, whoever keeps trying', () => {
    let [made, now] = [0, 0];
    for (let failures = 0; now < 86_400; failures++, made++)
      now += waitForAccount({ ...guesses(failures), last: at(now) }, 5, at(now)) / 1000;
    expect(made).toBeLessThan(40);
  });

  it('is forgotten after a quiet day', () => {
    expect([accountForgets(guesses(9), at(86_399)), accountForgets(guesses(9), at(86_400))]).toEqual([false, true]);
  });
});

describe('the wait for a network address', () => {
  it('is nothing for a training room that mistypes, and the rest of 15 minutes for a machine that guesses', () => {
    expect(waitForAddress(guesses(60 * 4), 300, at(60))).toBe(0);
    expect(waitForAddress(guesses(300), 300, at(60))).toBe(14 * 60 * 1000);
    expect([addressForgets(guesses(300), at(899)), addressForgets(guesses(300), at(900))]).toEqual([false, true]);
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));
});
