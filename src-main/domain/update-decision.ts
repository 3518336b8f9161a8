/** Whether a version is offered, and when it may be looked for, downloaded and installed: rules without a clock or a network. */
import type { NoOfferReason, PackageKind, UpdateFile, UpdateManifest, UpdateSettings } from './update.ts';
import { compareReleases, compareVersions } from './update-version.ts';

export interface Installation {
  readonly version: string;
  readonly packageKind: PackageKind;
  /** Of the operating system. */
  readonly systemRelease: string;
  /** 0 to 1, drawn once for this installation; it never leaves the machine. */
  readonly lot: number;
  /** Versions that the person does not want to hear of, or that did not start here. */
  readonly skipped: readonly string[];
}

export type Decision =
  | { readonly kind: 'offer'; readonly file: UpdateFile }
  | { readonly kind: 'nothing'; readonly why: NoOfferReason };

/** `isAsked`: the person asked now, so that what they skipped is shown again. */
export function decideOffer(manifest: UpdateManifest, of: Installation, isAsked: boolean): Decision {
  const order = compareVersions(manifest.version, of.version);
  if (order <= 0) return nothing(order === 0 ? 'same' : 'older');
  const { minimumVersion, minimumSystem } = manifest;
  if (minimumVersion !== undefined && compareVersions(of.version, minimumVersion) < 0)
    return nothing('too-old-to-step');
  if (minimumSystem !== undefined && compareReleases(of.systemRelease, minimumSystem) < 0)
    return nothing('system-too-old');
  if (!isDrawn(of.lot, manifest)) return nothing('staged');
  if (!isAsked && of.skipped.includes(manifest.version)) return nothing('skipped');
  const file = manifest.files.find(({ kind }) => kind === of.packageKind);
  return file === undefined ? nothing('no-file') : { kind: 'offer', file };
}

const nothing = (why: NoOfferReason): Decision => ({ kind: 'nothing', why });

/** The lot is shifted by the version, so that the same people are not the first each time. */
export function isDrawn(lot: number, { version, stagedPercent }: UpdateManifest): boolean {
  return ((lot + shareOf(version)) % 1) * 100 < stagedPercent;
}

/** FNV-1a, as a number from 0 to 1. */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash / 0x1_0000_0000;
}

/** What goes on in the program and around it. */
export interface Surroundings {
  /** A turn is asked, recorded, answered or spoken. */
  readonly isTalking: boolean;
  /** Also while it only waits for the name. */
  readonly isMicrophoneOpen: boolean;
  /** Undefined: this system does not tell. */
  readonly isMetered: boolean | undefined;
  readonly isOnPower: boolean | undefined;
  /** Since somebody did anything here. */
  readonly idleMs: number;
  /** Of the local day, 0 to 23. */
  readonly hour: number;
}

const checkEveryMs = 6 * 3_600_000;
const nightHours = { from: 2, to: 5 };
const nightIdleMs = 30 * 60_000;

/** By itself; a person may ask at any time. A clock that was set back does not put the next look off. */
export function mayCheck({ mode }: UpdateSettings, nowMs: number, checkedAtMs: number | undefined): boolean {
  if (mode === 'off') return false;
  return checkedAtMs === undefined || nowMs < checkedAtMs || nowMs - checkedAtMs >= checkEveryMs;
}

export const mayDownload = ({ mode, onMetered }: UpdateSettings, { isMetered }: Surroundings): boolean =>
  mode === 'automatic' && (onMetered || isMetered !== true);

/**
 * `quit`: the program ends anyway. `night`: it would end and start again by itself, which nobody may notice: the
 * microphone that waits for the name counts as open. `asked`: a person clicked; only an answer that runs is waited for.
 */
export function mayInstall(
  { mode, atNight }: UpdateSettings,
  moment: 'quit' | 'night' | 'asked',
  around: Surroundings,
): boolean {
  if (moment === 'asked') return !around.isTalking;
  if (mode !== 'automatic' || around.isTalking) return false;
  if (moment === 'quit') return true;
  const isNight = around.hour >= nightHours.from && around.hour < nightHours.to;
  const isAlone = around.idleMs >= nightIdleMs && !around.isMicrophoneOpen;
  return atNight && isNight && isAlone && around.isOnPower !== false;
}
