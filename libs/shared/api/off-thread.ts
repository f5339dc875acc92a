import { Injectable } from '@nestjs/common';
import { Worker, type TransferListItem } from 'node:worker_threads';
import { Malformed } from './problem.filter';
import { Settings } from './settings';
import type { Answered, Asked, ThreadTask } from './thread';

/** Processor time and memory that one task may take. */
const BUDGET = { milliseconds: 2_000, megabytes: 100 } as const;
const LOOK_EVERY = 50;
/** As many as a small machine has processors: the others wait their turn. */
const AT_ONCE = 2;

/** A task took more than its budget and was ended. What is read like this is a file, and forms call it `content`. */
class OverBudget extends Malformed {
  constructor() {
    super([
      {
        path: ['content'],
        message: 'The file takes too much work to read. Remove columns you do not need, or split it into smaller files',
      },
    ]);
  }
}

/**
 * Does tasks in threads of their own, so that nobody else waits while a file is read, and ends them when they take more processor time or memory
 * than any honest input needs. Time is counted as the processor gives it: a busy machine refuses nobody.
 */
@Injectable()
export class OffThread {
  private free = AT_ONCE;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly settings: Settings) {}

  /** @throws Malformed when it takes too much, or what the task threw. Buffers in `give` are handed over and empty afterwards. */
  async run<Input, Output>(task: ThreadTask<Input, Output>, input: Input, give: readonly ArrayBuffer[] = []): Promise<Output> {
    await this.turn();
    try {
      return (await this.inThread({ name: task.name, input }, give)) as Output;
    } finally {
      this.free++;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    while (this.free === 0) await new Promise<void>((go) => this.waiting.push(go));
    this.free--;
  }

  private async inThread(asked: Asked, give: readonly ArrayBuffer[]): Promise<unknown> {
    const worker = new Worker(this.settings.threadFile, {
      resourceLimits: { maxOldGenerationSizeMb: BUDGET.megabytes, maxYoungGenerationSizeMb: 32 },
    });
    let look: NodeJS.Timeout | undefined;
    try {
      return await new Promise<unknown>((done, fail) => {
        worker.on('error', (error: NodeJS.ErrnoException) => fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new OverBudget() : error));
        worker.on('exit', () => fail(new Error('The thread ended before it answered')));
        worker.on('message', (answered: Answered) => {
          if (answered === 'ready') {
            look = watch(worker, () => fail(new OverBudget()));
            worker.postMessage(asked, give as TransferListItem[]);
          } else if ('error' in answered) fail(Object.assign(new Error(answered.error.message), { name: answered.error.name }));
          else done(answered.output);
        });
      });
    } finally {
      clearInterval(look);
      await worker.terminate();
    }
  }
}

/** Looks at what a thread has taken since now. */
function watch(worker: Worker, over: () => void): NodeJS.Timeout {
  const before = worker.cpuUsage();
  const look = async () => {
    const [{ user, system }, from] = await Promise.all([worker.cpuUsage(), before]);
    if ((user + system - from.user - from.system) / 1_000 > BUDGET.milliseconds) over();
  };
  return setInterval(() => void look().catch(() => undefined), LOOK_EVERY);
}
