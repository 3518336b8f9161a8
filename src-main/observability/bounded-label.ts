/** Label values of metrics, kept few and harmless: names from outside can neither swell the series nor break the format. */

const maxLength = 64;
const allowed = /[^A-Za-z0-9._:/@+-]/g;

/** Remembers the first `limit` values of one label; all later new ones become `other`. */
export class BoundedLabel {
  readonly #known = new Set<string>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** `value` with unusual characters replaced by `_`, cut at 64 characters; empty becomes `unknown`. */
  of(value: string): string {
    const clean = value.slice(0, maxLength).replace(allowed, '_') || 'unknown';
    if (this.#known.has(clean)) return clean;
    if (this.#known.size >= this.#limit) return 'other';
    this.#known.add(clean);
    return clean;
  }
}
