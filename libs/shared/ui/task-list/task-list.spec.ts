import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { show } from '@waymark/shared/testing-web/show';
import { TaskList } from './task-list';

beforeEach(() => TestBed.configureTestingModule({ providers: [provideRouter([])] }));

describe('TaskList', () => {
  it('links what can be done, and not what waits for others', async () => {
    const { host } = await show(TaskList, {
      tasks: [
        { id: 'a', name: 'Resolve 3 problems', link: '/schedule', status: 'Urgent', colour: 'red' },
        { id: 'b', name: 'The sponsor confirms', status: 'Waiting' },
      ],
    });
    expect([...host.querySelectorAll('a')].map((a) => a.textContent)).toEqual(['Resolve 3 problems']);
    expect(host.querySelector('#task-a')?.textContent?.trim()).toBe('Urgent');
  });
});
