import { byUrgency, type Task } from './task';

const task = (code: string, over: Partial<Task> = {}): Task => ({
  code,
  title: code,
  detail: '',
  tone: 'warn',
  status: '',
  due: null,
  link: '/staff',
  fragment: null,
  about: { id: 'essex', name: 'Essex', link: '/cohorts/essex' },
  ...over,
});
const codes = (...tasks: Task[]) => byUrgency(tasks).map(({ code }) => code);

describe('byUrgency', () => {
  it('puts what is pressing first and what is done last', () => {
    expect(
      codes(
        task('done', { tone: 'done' }),
        task('todo', { tone: 'todo' }),
        task('warn'),
        task('new', { tone: 'new' }),
        task('alert', { tone: 'alert' }),
      ),
    ).toEqual(['alert', 'warn', 'new', 'todo', 'done']);
  });

  it('goes by the day among those that press alike, and keeps the order of the rest', () => {
    expect(
      codes(
        task('some time'),
        task('June', { due: '2027-06-01' }),
        task('May', { due: '2027-05-01' }),
        task('also in May', { due: '2027-05-01' }),
        task('one day'),
      ),
    ).toEqual(['May', 'also in May', 'June', 'some time', 'one day']);
  });
});
