import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { byUrgency, TASK_TONES, type Task } from '@waymark/shared/kernel/task';
import type { Actor } from './actor';
import { inOrder, type PartOf } from './in-order';
import type { Reader } from './reader';
import { localDate } from './schema';

export const TaskView = z
  .object({
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    tone: z.enum(TASK_TONES),
    status: z.string(),
    due: localDate.nullable(),
    link: z.string(),
    fragment: z.string().nullable(),
    about: z.object({ id: z.string(), name: z.string(), link: z.string() }),
  })
  .meta({ id: 'Task' });

/** Whose home shows the tasks. */
type Home = 'staff' | 'participant';

/** What a domain asks somebody to do, read in the transaction that reads their home. */
interface TaskSource extends PartOf {
  tasks(read: Reader, actor: Actor): Promise<Task[]>;
}

/** Who offers tasks for which home. A domain adds its source when it is constructed; a home shows the tasks of all, in one order. */
@Injectable()
export class TaskSources {
  private readonly sources = new Map<Home, readonly TaskSource[]>();

  add(home: Home, source: TaskSource): void {
    this.sources.set(home, inOrder([...(this.sources.get(home) ?? []), source]));
  }

  async of(home: Home, read: Reader, actor: Actor): Promise<Task[]> {
    const tasks: Task[] = [];
    for (const source of this.sources.get(home) ?? []) tasks.push(...(await source.tasks(read, actor)));
    return byUrgency(tasks);
  }
}
