import { passwordRefusals } from './passwords';

const priya = { names: ['Priya', 'Nair'], email: 'priya.nair@eastern-talent.example.org', places: ['Eastern Talent Partnership'] };
const why = (password: string) => passwordRefusals(password, priya).map(({ code }) => code.replace('identity_password_', ''));

describe('passwordRefusals', () => {
  it.each(['steady lantern over water', 'vK9#tq2Lm!xWz7pR', 'ysgwydd glaswellt niwl', 'sofa gravel pelican', 'τρία μικρά γουρουνάκια'])(
    'takes %j',
    (password) => {
      expect(why(password)).toEqual([]);
    },
  );

  it('takes 200 characters and no more', () => {
    const long = 'sofa gravel pelican orchard mildew trombone '.repeat(5);
    expect(why(long.slice(0, 200))).toEqual([]);
    expect(why(long.slice(0, 201))).toEqual(['long']);
  });

  it.each([
    ['fourteen chars', 'short'],
    ['', 'short'],
    ['🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊', 'short'],
    ['aaaaaaaaaaaaaaaaaaaa', 'repeats'],
    ['abcabcabcabcabcabc', 'repeats'],
    ['               ', 'repeats'],
    ['123456789012345678', 'sequence'],
    ['abcdefghijklmnopqrs', 'sequence'],
    ['qwertyuiopasdfghjkl', 'sequence'],
    ['passwordpassword', 'common'],
    ['P@ssw0rd12345678', 'common'],
    ['Password Password 2027!', 'common'],
    ['letmein letmein letmein', 'common'],
    ['WelcomeWelcome2027', 'common'],
    ['correct horse battery staple', 'common'],
    ['manchesterunited1999', 'common'],
    ['PriyaNairPriyaNair', 'context'],
    ['waymarkwaymark2027', 'context'],
    ['Eastern Talent Partnership', 'context'],
    ['priya.nair@eastern-talent.example.org', 'context'],
  ])('refuses %j: %s', (password, code) => {
    expect(why(password)).toEqual([code]);
  });

  it('says which word is known', () => {
    expect(passwordRefusals('waymark waymark waymark', priya)).toEqual([
      { code: 'identity_password_context', pointer: '/password', facts: { word: 'waymark' } },
    ]);
  });
});
