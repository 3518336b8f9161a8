/** Loads mathematics when a text has a formula. */
import { useEffect, useState } from 'react';

export type Maths = typeof import('./maths.ts');

let loaded: Maths | undefined;
let loading: Promise<Maths> | undefined;

const load = (): Promise<Maths> => {
  loading ??= import('./maths.ts').then(
    maths => {
      loaded = maths;
      return maths;
    },
    (error: unknown) => {
      // The next formula tries again.
      loading = undefined;
      throw error;
    },
  );
  return loading;
};

/** Undefined while it is on its way, and where nothing needs it. */
export function useMaths(isNeeded: boolean): Maths | undefined {
  const [maths, setMaths] = useState(loaded);
  useEffect(() => {
    if (!isNeeded || maths !== undefined) return;
    // Without it, formulas stay as they were written.
    load().then(setMaths, () => setMaths(undefined));
  }, [isNeeded, maths]);
  return isNeeded ? maths : undefined;
}
