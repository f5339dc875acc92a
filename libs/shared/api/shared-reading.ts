import type { Reader } from './reader';

/**
 * What several parts of one answer need, read once for all of them: within one reading nothing changes, and one actor asks, so what was read is
 * known by the reader alone.
 */
export class SharedReading<Value> {
  private readonly known = new WeakMap<Reader, Promise<Value>>();

  of(read: Reader, work: () => Promise<Value>): Promise<Value> {
    let value = this.known.get(read);
    if (!value) this.known.set(read, (value = work()));
    return value;
  }
}
