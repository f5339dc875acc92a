/** Keys of requests whose answer never came, by what was asked: asking the same again reuses the key. */
export class RetryKeys {
  private readonly open = new Map<string, string>();

  for(wish: string): string {
    const key = this.open.get(wish) ?? crypto.randomUUID();
    this.open.set(wish, key);
    return key;
  }

  settled(wish: string): void {
    this.open.delete(wish);
  }
}
