/** Makes the quick window once the main one stands, so that it neither holds up the start nor lets anybody wait later. */
import type { Concern } from './shell-parts.ts';

const afterStartMs = 4_000;

export const prepareQuick: Concern = ({ clock, quick }) => clock.after(afterStartMs, () => quick.prepare());
