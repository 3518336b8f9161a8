/** A clock for a program whose pictures are taken: it starts at a given time and goes a thousand times slower, so that what is shown stays. */

/** What NODE_OPTIONS has to hold for a Node whose time begins at `startMs`. */
export function slowClock(startMs: number): string {
  const script = `(${patch.toString()})(${startMs})`;
  return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

/** Runs in the program before its own code. */
function patch(startMs: number): void {
  const RealDate = Date;
  const begunMs = RealDate.now();
  const nowMs = (): number => Math.floor(startMs + (RealDate.now() - begunMs) / 1000);
  // Called with nothing it tells the time; anything else is a time that was given.
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, made) =>
      Reflect.construct(target, given.length === 0 ? [nowMs()] : given, made),
    apply: () => new RealDate(nowMs()).toString(),
    get: (target, key) => (key === 'now' ? nowMs : Reflect.get(target, key)),
  });
}
