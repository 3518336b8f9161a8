/** What the page and the capturing audio thread say to each other. */
import type { CapturedFrame } from './frame-maker.ts';

export type CaptureMessage =
  | ({ readonly kind: 'frame' } & CapturedFrame)
  | { readonly kind: 'finished'; readonly lastSequence: number };

/** Give what is left, then stop. */
export interface CaptureOrder {
  readonly kind: 'finish';
}
