/** Keeps the values that came last, up to a number of them. */
export class RecentlyUsed<Key, Value> {
  readonly #values = new Map<Key, Value>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  get(key: Key): Value | undefined {
    return this.#values.get(key);
  }

  set(key: Key, value: Value): void {
    this.#values.set(key, value);
    if (this.#values.size <= this.#size) return;
    // A map keeps the order of insertion: the oldest tenth goes at once, which costs less than one each time.
    let left = Math.ceil(this.#size / 10);
    for (const old of this.#values.keys()) {
      if (left === 0) break;
      this.#values.delete(old);
      left -= 1;
    }
  }
}
