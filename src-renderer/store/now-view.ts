/** What the window knows of what runs in the background, and of what ended while it was open. */
import type { Works } from './contract-types.ts';
import type { RunningWork } from './running-work.ts';

export interface FinishedWork extends Pick<RunningWork, 'id' | 'kind' | 'name'> {
  readonly atMs: number;
}

export interface NowView {
  /** Absent until it was asked for. */
  readonly works?: Works;
  /** Newest first. */
  readonly finished: readonly FinishedWork[];
}

export const emptyNowView: NowView = { finished: [] };
