/** Asks the server what there is, believes only what our keys have signed, and decides what of it is offered here. */
import { fetchManifest, type UpdateSource } from '../adapters/updates/fetch-update.ts';
import { manifestName } from '../adapters/updates/manifest-format.ts';
import type { UpdateTrust } from '../adapters/updates/update-keys.ts';
import type { UpdateRecordFile } from '../adapters/updates/update-record-file.ts';
import { verifyManifest } from '../adapters/updates/verify-manifest.ts';
import { JarvisError } from '../domain/errors.ts';
import type { NoOfferReason, UpdateFile, UpdateOffer, UpdateSettings } from '../domain/update.ts';
import { decideOffer } from '../domain/update-decision.ts';
import type { Clock } from '../ports/clock.ts';
import type { ProgramInstaller } from '../ports/program-installer.ts';

export interface LookOptions {
  readonly record: UpdateRecordFile;
  readonly clock: Clock;
  readonly source: UpdateSource;
  readonly trust: UpdateTrust;
  readonly version: string;
  readonly platform: string;
  readonly arch: string;
  readonly systemRelease: string;
  /** Absent: this program is no package. */
  readonly installer?: ProgramInstaller;
  readonly settings: () => UpdateSettings;
}

export type Found =
  | { readonly kind: 'nothing'; readonly why: NoOfferReason }
  | { readonly kind: 'offer'; readonly offer: UpdateOffer; readonly file: UpdateFile };

export const isConfigured = ({ source, trust }: Pick<LookOptions, 'source' | 'trust'>): boolean =>
  source.address !== '' && trust.keys.length > 0;

/**
 * Notes in the record when it looked and what it learnt of the keys. `isAsked`: by a person, who is shown again what
 * they skipped. `signal`: the one that ends it now. Throws `update.*`.
 */
export async function lookForUpdate(
  options: LookOptions,
  isAsked: boolean,
  signal: () => AbortSignal,
): Promise<Found> {
  const { record, clock, source, settings, platform, arch, trust, version, installer } = options;
  if (!isConfigured(options)) throw new JarvisError('update.not-configured');
  const target = { channel: settings().channel, platform, arch };
  const name = manifestName(target.channel, platform, arch);
  const text = await fetchManifest(source, name, signal());
  // The person chose the other one meanwhile: what this one offers is not what they wait for.
  if (settings().channel !== target.channel) return lookForUpdate(options, isAsked, signal);
  const { manifest, known } = verifyManifest(text, target, trust, record.current(), clock.nowMs());
  const { lot, skipped, failed } = record.change({ ...known, checkedAtMs: clock.nowMs() });
  // What a program from its sources is told of: that there is something newer.
  const packageKind = installer?.kind ?? manifest.files[0]?.kind ?? 'zip';
  const decision = decideOffer(
    manifest,
    {
      ...{ version, packageKind, lot, systemRelease: options.systemRelease },
      skipped: [...failed, ...(skipped === undefined ? [] : [skipped])],
    },
    isAsked,
  );
  if (decision.kind === 'nothing') return decision;
  const { file } = decision;
  const { notes, issuedMs } = manifest;
  return { kind: 'offer', file, offer: { version: manifest.version, notes, bytes: file.bytes, issuedMs } };
}
