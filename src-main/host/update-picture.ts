/** What is known of new versions now: what the record keeps of them, and what this run has seen besides. */
import { JarvisError } from '../domain/errors.ts';
import type { NoOfferReason, UpdateOffer, UpdateStep } from '../domain/update.ts';
import type { UpdateProgress } from '../domain/update-record.ts';

/** What the status is made from. */
export interface UpdatePicture {
  readonly step: UpdateStep;
  readonly offer?: UpdateOffer;
  readonly doneBytes?: number;
  readonly nothing?: NoOfferReason;
  readonly error?: JarvisError;
}

/** What no record keeps. */
export type SeenNow = Omit<UpdatePicture, 'step' | 'offer'>;

/** That the program went back is shown until the person has read it, before any other fault. */
export function updatePicture(progress: UpdateProgress, isChecking: boolean, now: SeenNow): UpdatePicture {
  const offer = 'offer' in progress ? { offer: progress.offer } : {};
  const isUntold = progress.step === 'rolled-back' && !progress.isTold;
  const error = isUntold ? new JarvisError('update.rolled-back', { version: progress.version }) : now.error;
  return {
    ...now,
    ...offer,
    step: isChecking ? 'checking' : progress.step,
    ...(error && { error }),
  };
}
