/** Cuts the branch into runs that keep their members when messages are added at either end. */

const runLength = 10;

export interface Run {
  readonly key: number;
  readonly ids: readonly string[];
}

/** @param anchor the message the runs are counted from; runs before it have negative keys. */
export function runsOf(order: readonly string[], anchor: string | undefined): readonly Run[] {
  const base = anchor === undefined ? 0 : Math.max(0, order.indexOf(anchor));
  const runs: { key: number; ids: string[] }[] = [];
  order.forEach((id, at) => {
    const key = Math.floor((at - base) / runLength);
    const last = runs.at(-1);
    if (last?.key === key) last.ids.push(id);
    else runs.push({ key, ids: [id] });
  });
  return runs;
}
