import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { readFileSync } from 'node:fs';

/** One address of one server, as bytes that are sent over and over; `sent` is the body of a POST, which each time needs bytes of its own. */
export function requestOf(url: string, cookie?: string, sent?: object): { port: number; bytes: string } {
  const { port, pathname, search, host } = new URL(url);
  const body = sent ? JSON.stringify(sent) : '';
  const posted = ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`, `Idempotency-Key: ${randomUUID()}`];
  const lines = [
    `${sent ? 'POST' : 'GET'} ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    ...(sent ? posted : []),
    '',
    body,
  ];
  return { port: Number(port), bytes: lines.join('\r\n') };
}
export type Asked = ReturnType<typeof requestOf>;

export interface Round {
  perSecond: number;
  /** Milliseconds of each request, in order of time taken. */
  times: number[];
}

/**
 * Sends `count` requests, taking turns through `asked`, over `connections` that stay open. HTTP is spoken by hand: a client library would
 * take more of the processor than some of the servers it measures. Every answer must be a 200 with a content-length.
 */
export async function load(asked: readonly Asked[], count: number, connections = 16): Promise<Round> {
  const times: number[] = [];
  let next = 0;
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(asked[0]!.port)));
  const began = performance.now();
  await Promise.all(
    sockets.map(async (socket) => {
      while (next < count) {
        const { bytes } = asked[next++ % asked.length]!;
        const sent = performance.now();
        await exchange(socket, bytes);
        times.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const socket of sockets) socket.destroy();
  return { perSecond: count / seconds, times: times.sort((a, b) => a - b) };
}

export const open = (port: number): Promise<Socket> =>
  new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => done(socket.setNoDelay(true)));
    socket.once('error', fail);
  });

const END = Buffer.from('\r\n\r\n');

/** Answers when the whole response is there. Everything but 200 and 201 is an error. */
export function exchange(socket: Socket, bytes: string): Promise<void> {
  return new Promise((done, fail) => {
    let head: Buffer = Buffer.alloc(0);
    let left = -1;
    const finish = (error?: Error) => {
      socket.off('data', read).off('close', closed);
      if (error) fail(error);
      else done();
    };
    const closed = () => finish(new Error('The server closed the connection'));
    const read = (chunk: Buffer) => {
      if (left < 0) {
        head = head.length ? Buffer.concat([head, chunk]) : chunk;
        const end = head.indexOf(END);
        if (end < 0) return;
        const text = head.toString('latin1', 0, end);
        const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
        if (!/^HTTP\/1\.1 20[01] /.test(text) || length === undefined) return finish(new Error(`Not a 200 with a length: ${text}`));
        left = Number(length) - (head.length - end - END.length);
      } else left -= chunk.length;
      if (left <= 0) finish();
    };
    socket.on('data', read).once('close', closed);
    socket.write(bytes);
  });
}

/** Seconds of processor time that a process has used so far, or null where the system does not say. */
export function processorTime(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

export const percentile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))]!;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}
