/** How fast bytes come in, over the last seconds, and how long the rest will take. */

const windowMs = 5000;
/** Before that a figure would jump about. */
const earliestMs = 500;

export class TransferSpeed {
  private readonly samples: { readonly atMs: number; readonly bytes: number }[] = [];

  /** `doneBytes`: all that is there at this moment. */
  note(atMs: number, doneBytes: number): void {
    this.samples.push({ atMs, bytes: doneBytes });
    while (this.samples.length > 2 && atMs - (this.samples[0]?.atMs ?? atMs) > windowMs) this.samples.shift();
  }

  /** Undefined until enough was seen. */
  bytesPerSecond(): number | undefined {
    const first = this.samples[0];
    const last = this.samples.at(-1);
    if (!first || !last || last.atMs - first.atMs < earliestMs) return undefined;
    return Math.max(0, ((last.bytes - first.bytes) * 1000) / (last.atMs - first.atMs));
  }
}
