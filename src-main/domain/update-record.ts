/** How far an update is, as it is kept on disk, and what a start of the program makes of it. */
import type { UpdateFile, UpdateKey, UpdateOffer } from './update.ts';
import { compareVersions } from './update-version.ts';

/** `version`: the new one; `from`: the one before it. */
export type UpdateProgress =
  | { readonly step: 'idle' }
  | {
      readonly step: 'available' | 'downloading' | 'ready';
      readonly offer: UpdateOffer;
      readonly file: UpdateFile;
    }
  /** The program is about to be replaced: it is the old or the new one, whichever starts next. */
  | {
      readonly step: 'installing';
      readonly offer: UpdateOffer;
      readonly file: UpdateFile;
      readonly from: string;
      /** Names of the copies of each database that were there before, by the database's path. */
      readonly backups: KnownBackups;
    }
  | (OnTrial & { readonly step: 'installed' })
  | RollingBack
  | { readonly step: 'confirmed'; readonly version: string }
  /** `isTold`: the person has seen it. */
  | { readonly step: 'rolled-back'; readonly version: string; readonly isTold: boolean };

/** A version that has not been ready yet; `starts` counts how often it was begun. */
interface OnTrial {
  readonly version: string;
  readonly from: string;
  readonly starts: number;
  readonly backups: KnownBackups;
}
export interface RollingBack extends OnTrial {
  readonly step: 'rolling-back';
}

export type KnownBackups = Readonly<Record<string, readonly string[]>>;

export interface UpdateRecord {
  readonly progress: UpdateProgress;
  /** 0 to 1, drawn once. */
  readonly lot: number;
  /** The highest sequence number seen, by `channel-platform-arch`. */
  readonly sequences: Readonly<Record<string, number>>;
  /** The latest moment at which any manifest was issued: it cannot be earlier than that, whatever the clock says. */
  readonly latestIssuedMs: number;
  /** Of manifests. */
  readonly learnedKeys: readonly UpdateKey[];
  readonly revokedKeys: readonly string[];
  readonly checkedAtMs?: number;
  readonly skipped?: string;
  /** Versions that did not come to be ready here: they are not offered again by themselves. */
  readonly failed: readonly string[];
}

/** So often may a new version begin without coming to be ready. */
export const mostStarts = 2;

/** What is to be done before anything else of the program begins. */
export type StartOrder =
  | { readonly kind: 'go' }
  /** The record is written first, so that a start that dies is counted. */
  | { readonly kind: 'go-on-trial'; readonly progress: UpdateProgress }
  | { readonly kind: 'roll-back'; readonly progress: RollingBack };

/** `version`: of the program that starts. */
export function orderAtStart(progress: UpdateProgress, version: string): StartOrder {
  switch (progress.step) {
    case 'installing': {
      const { offer, file, from, backups } = progress;
      if (version === offer.version) return trial({ step: 'installed', version, from, starts: 1, backups });
      // It was cut before the program was replaced: the old one is still there, and so is the package.
      return trial(isLater(offer, version) ? { step: 'ready', offer, file } : { step: 'idle' });
    }
    case 'installed': {
      // The person put another version in its place by hand.
      if (version !== progress.version) return trial({ step: 'idle' });
      if (progress.starts >= mostStarts)
        return { kind: 'roll-back', progress: { ...progress, step: 'rolling-back' } };
      return trial({ ...progress, starts: progress.starts + 1 });
    }
    case 'rolling-back':
      return { kind: 'roll-back', progress };
    case 'downloading':
      return trial(isLater(progress.offer, version) ? { ...progress, step: 'available' } : { step: 'idle' });
    case 'available':
    case 'ready':
      // This version, or a later one, was brought by other means meanwhile: an older one would refuse its data.
      return isLater(progress.offer, version) ? { kind: 'go' } : trial({ step: 'idle' });
    default:
      return { kind: 'go' };
  }
}

const trial = (progress: UpdateProgress): StartOrder => ({ kind: 'go-on-trial', progress });

const isLater = (offer: UpdateOffer, version: string): boolean => compareVersions(offer.version, version) > 0;

/** After the program came to be ready. */
export function atReady(progress: UpdateProgress): UpdateProgress {
  return progress.step === 'installed' ? { step: 'confirmed', version: progress.version } : progress;
}
