import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';

/**
 * Work that is done in a thread of its own, because what somebody sends decides how long it takes. A pure function of what can be cloned. Declared
 * once and named in `apps/api/thread.ts`; asked for by `OffThread`. Nothing that a file with tasks imports may need a decorator.
 */
export interface ThreadTask<Input, Output> {
  readonly name: string;
  readonly work: (input: Input) => Output;
}

export const threadTask = <Input, Output>(name: string, work: (input: Input) => Output): ThreadTask<Input, Output> => ({ name, work });

/** What goes between the two. */
export type Asked = { name: string; input: unknown };
export type Answered = 'ready' | { output: unknown } | { error: { name: string; message: string } };

/** As nice as the system knows it: where processors are short, somebody's page comes first. */
const BEHIND_REQUESTS = 5;

/** The thread's side: says that it is ready, does one task and is ended. */
export function answerTasks(tasks: readonly ThreadTask<never, unknown>[]): void {
  const port = parentPort!;
  // Of this thread alone, as Linux has it; elsewhere it would be the whole process.
  if (process.platform === 'linux') setPriority(BEHIND_REQUESTS);
  port.once('message', ({ name, input }: Asked) => port.postMessage(answerOf(tasks, name, input)));
  port.postMessage('ready' satisfies Answered);
}

function answerOf(tasks: readonly ThreadTask<never, unknown>[], name: string, input: unknown): Answered {
  try {
    const task = tasks.find((one) => one.name === name);
    if (!task) throw new Error(`No thread does ${name}: name it in apps/api/thread.ts`);
    return { output: task.work(input as never) };
  } catch (error) {
    const { name: kind, message } = error as Error;
    return { error: { name: kind, message } };
  }
}
