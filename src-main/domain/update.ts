/** New versions of the program: what a signed manifest says of one, and what the person chose about them. */
import type { ErrorReport } from './errors.ts';
import type { Bilingual } from './language.ts';

export const updateChannels = ['stable', 'beta'] as const;
export type UpdateChannel = (typeof updateChannels)[number];

export const updatePlatforms = ['linux', 'win32', 'darwin'] as const;
export type UpdatePlatform = (typeof updatePlatforms)[number];

/** `zip`: what macOS takes. `none`: started from its sources or under the web host; nothing there is replaced. */
export const packageKinds = ['appimage', 'deb', 'rpm', 'nsis', 'zip'] as const;
export type PackageKind = (typeof packageKinds)[number];

/** Tells a program to say its version and end, having opened what it needs of the system. */
export const selfCheckOption = '--self-check';

export interface UpdateFile {
  /** A plain name, beside the manifest. */
  readonly name: string;
  readonly kind: PackageKind;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Base64, as the installers of Windows and macOS want it. */
  readonly sha512: string;
}

export interface UpdateKey {
  readonly id: string;
  /** Ed25519, 32 bytes, base64. */
  readonly publicKey: string;
}

/** What is signed. */
export interface UpdateManifest {
  /** Grows with every manifest of a channel and platform: an older one is a replay. */
  readonly sequence: number;
  readonly version: string;
  readonly channel: UpdateChannel;
  readonly platform: UpdatePlatform;
  readonly arch: string;
  readonly issuedMs: number;
  readonly expiresMs: number;
  /** The oldest Jarvis that can step to this one directly. */
  readonly minimumVersion?: string;
  /** Of the operating system, as it tells its release. */
  readonly minimumSystem?: string;
  /** 0 to 100: how many installations it is for by now. */
  readonly stagedPercent: number;
  readonly notes: Bilingual;
  readonly files: readonly UpdateFile[];
  /** Keys that are trusted from now on, besides those in the program. */
  readonly keys?: readonly UpdateKey[];
  /** Ids of keys that are not trusted any more. */
  readonly revoked?: readonly string[];
}

/** `off`: nothing is asked by itself. `tell`: looks, and tells. `automatic`: also downloads and installs. */
export const updateModes = ['off', 'tell', 'automatic'] as const;

export interface UpdateSettings {
  readonly mode: (typeof updateModes)[number];
  readonly channel: UpdateChannel;
  /** Installs at night while nobody is there; on quitting in any case. */
  readonly atNight: boolean;
  /** Downloads also where bytes cost money. */
  readonly onMetered: boolean;
}

/** Nothing leaves this machine unless the person wanted it so. */
export const defaultUpdateSettings: UpdateSettings = {
  mode: 'off',
  channel: 'stable',
  atNight: true,
  onMetered: false,
};

/** A new version as the windows and the command line show it. */
export interface UpdateOffer {
  readonly version: string;
  readonly notes: Bilingual;
  readonly bytes: number;
  readonly issuedMs: number;
}

/** Why there is nothing to offer. */
export const noOfferReasons = [
  ...(['same', 'older', 'staged', 'skipped'] as const),
  ...(['system-too-old', 'too-old-to-step', 'no-file'] as const),
] as const;
export type NoOfferReason = (typeof noOfferReasons)[number];

export const updateSteps = [
  ...(['idle', 'checking', 'available', 'downloading', 'ready', 'installing'] as const),
  ...(['installed', 'confirmed', 'rolling-back', 'rolled-back'] as const),
] as const;
export type UpdateStep = (typeof updateSteps)[number];

/** What can be told of updates now. */
export interface UpdateStatus {
  readonly version: string;
  readonly settings: UpdateSettings;
  readonly step: UpdateStep;
  /** Which package this program came in; absent where none can be replaced. */
  readonly packageKind?: PackageKind;
  /** There is an address to ask, and a key to trust. */
  readonly isConfigured: boolean;
  readonly offer?: UpdateOffer;
  readonly doneBytes?: number;
  /** What the last look found, where it offered nothing. */
  readonly nothing?: NoOfferReason;
  readonly checkedAtMs?: number;
  readonly error?: ErrorReport;
}
