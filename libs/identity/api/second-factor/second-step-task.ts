import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import type { Reader } from '@waymark/shared/api/db';
import { TaskSources } from '@waymark/shared/api/task-sources';
import { longDate } from '@waymark/shared/kernel/dates';
import type { Task } from '@waymark/shared/kernel/task';
import { toWall, wallDate } from '@waymark/shared/kernel/wall-clock';
import { FactorsQueries } from './factors.queries';

/** Staff who must set up a second step read on their home by when. */
@Injectable()
export class SecondStepTask {
  readonly domain = 'identity';

  constructor(
    private readonly queries: FactorsQueries,
    tasks: TaskSources,
  ) {
    tasks.add('staff', this);
  }

  async tasks(read: Reader, actor: Actor): Promise<Task[]> {
    const { enrolled, due } = (await this.queries.standing(read, actor.accountId)) ?? { enrolled: true, due: null };
    if (enrolled || due === null) return [];
    const day = wallDate(toWall(due));
    return [
      {
        code: 'second-step',
        title: 'Set up a second step',
        detail: `Your team asks for one by ${longDate(day)}. After that you cannot go on without it`,
        tone: 'todo',
        status: 'Not started',
        due: day,
        link: '/account/second-step',
        fragment: null,
        about: { id: actor.accountId, name: 'Your account', link: '/account' },
      },
    ];
  }
}
