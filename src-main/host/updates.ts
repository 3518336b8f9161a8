/** Looks for new versions, brings them and has them installed, as far as the person wants it and the moment allows. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fetchManifest, fetchPackage, type UpdateSource } from '../adapters/updates/fetch-update.ts';
import { manifestName } from '../adapters/updates/manifest-format.ts';
import type { UpdateTrust } from '../adapters/updates/update-keys.ts';
import type { UpdateRecordFile } from '../adapters/updates/update-record-file.ts';
import { verifyManifest } from '../adapters/updates/verify-manifest.ts';
import { asJarvisError, isAbort, JarvisError } from '../domain/errors.ts';
import type { NoOfferReason, UpdateFile, UpdateOffer, UpdateSettings, UpdateStep } from '../domain/update.ts';
import {
  decideOffer,
  mayCheck,
  mayDownload,
  mayInstall,
  type Surroundings,
} from '../domain/update-decision.ts';
import { atReady } from '../domain/update-record.ts';
import type { Clock } from '../ports/clock.ts';
import type { ProgramInstaller } from '../ports/program-installer.ts';
import type { DataFolder } from './data-folder.ts';
import { keepFiles, knownBackups } from './update-start.ts';

export interface UpdatesOptions {
  readonly folder: Pick<DataFolder, 'root' | 'updates'>;
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
  readonly surroundings: () => Promise<Surroundings>;
  readonly changed: () => void;
  /** A new version is in the place of this one, which has to end now. */
  readonly installed: () => void;
  /** What goes wrong by itself, with nobody there to tell it to. */
  readonly onError: (error: unknown) => void;
}

/** What the status is made from. */
export interface UpdatePicture {
  readonly step: UpdateStep;
  readonly offer?: UpdateOffer;
  readonly doneBytes?: number;
  readonly nothing?: NoOfferReason;
  readonly error?: JarvisError;
}

const lookEveryMs = 15 * 60_000;
/** The start of the program is nobody's concern for a while. */
const firstLookMs = 2 * 60_000;

export class Updates {
  readonly #options: UpdatesOptions;
  #now: Omit<UpdatePicture, 'step' | 'offer'> = {};
  #isChecking = false;
  #isClosed = false;
  #stopper = new AbortController();
  #work: Promise<unknown> = Promise.resolve();
  #cancel = (): void => undefined;

  constructor(options: UpdatesOptions) {
    this.#options = options;
  }

  get isConfigured(): boolean {
    const { source, trust } = this.#options;
    return source.address !== '' && trust.keys.length > 0;
  }

  picture(): UpdatePicture {
    const { progress } = this.#options.record.current();
    const offer = 'offer' in progress ? { offer: progress.offer } : {};
    const isUntold = progress.step === 'rolled-back' && !progress.isTold;
    const error = isUntold
      ? new JarvisError('update.rolled-back', { version: progress.version })
      : this.#now.error;
    return {
      ...this.#now,
      ...offer,
      step: this.#isChecking ? 'checking' : progress.step,
      ...(error && { error }),
    };
  }

  /** The program is ready: a new version has proved itself, and the one before it is not needed any more. */
  confirm(): void {
    const { record, installer, folder } = this.#options;
    const { progress } = record.current();
    const next = atReady(progress);
    if (next === progress) return;
    record.change({ progress: next });
    installer?.forget();
    rmSync(join(folder.updates, 'before'), { recursive: true, force: true });
    this.#dropPackages();
    this.#tell({});
  }

  /** Looks by itself from now on, as far as the settings say. */
  start(): void {
    this.#cancel = this.#options.clock.after(firstLookMs, () => this.#lookAgain());
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancel();
    this.#giveUp();
    // Whoever ordered it hears of what went wrong.
    await this.#work.catch(() => undefined);
  }

  /** What is offered, is on its way, or was brought, is offered no more. */
  withdraw(): void {
    const { record, onError } = this.#options;
    const { step } = record.current().progress;
    if (step === 'downloading') {
      this.#giveUp();
      this.#inTurn(async () => this.withdraw()).catch(onError);
      return;
    }
    if (step !== 'available' && step !== 'ready') return;
    record.change({ progress: { step: 'idle' } });
    this.#tell({});
  }

  /** The person read that the program went back. */
  acknowledge(): void {
    const { record } = this.#options;
    const { progress } = record.current();
    if (progress.step === 'rolled-back') record.change({ progress: { ...progress, isTold: true } });
    this.#tell({});
  }

  /**
   * Asks the server, whatever the switch says, and offers what it finds. `isAsked`: by a person, who is shown again
   * what they skipped. Throws `update.*`; what was known before stays known then.
   */
  check(isAsked = true): Promise<UpdatePicture> {
    return this.#inTurn(async () => {
      this.#isChecking = true;
      this.#tell({});
      try {
        await this.#check(isAsked);
      } finally {
        this.#isChecking = false;
        this.#options.changed();
      }
      return this.picture();
    });
  }

  /** Brings what is offered. Throws `update.not-packaged`, `update.not-ready`, `update.*`, `store.disk-full`. */
  download(): Promise<UpdatePicture> {
    return this.#inTurn(async () => {
      const { record, source, installer } = this.#options;
      const { progress } = record.current();
      if (installer === undefined) throw new JarvisError('update.not-packaged');
      if (progress.step === 'ready') return this.picture();
      if (progress.step !== 'available') throw new JarvisError('update.not-ready');
      record.change({ progress: { ...progress, step: 'downloading' } });
      this.#tell({ doneBytes: 0 });
      try {
        await fetchPackage(source, progress.file, this.#pathOf(progress.file), {
          signal: this.#stopper.signal,
          // A hundred times at most: every window hears of each.
          onProgress: doneBytes => {
            const isMore = doneBytes - (this.#now.doneBytes ?? 0) >= progress.file.bytes / 100;
            if (isMore) this.#tell({ doneBytes });
          },
        });
        record.change({ progress: { ...progress, step: 'ready' } });
      } catch (error) {
        // What fills the disk would keep the person's own words from being written.
        if (asJarvisError(error).code === 'store.disk-full') this.#dropPackages();
        record.change({ progress: { ...progress, step: 'available' } });
        throw error;
      }
      this.#dropPackages(progress.file.name);
      this.#tell({});
      return this.picture();
    });
  }

  /**
   * Puts what was brought in the place of this program; the next start is the new one. Resolves to whether it did: by
   * itself only at a good moment. Throws `update.not-ready`, `update.busy` and what the installer throws.
   */
  install(moment: 'quit' | 'night' | 'asked', restarts: boolean): Promise<boolean> {
    // Nobody waits for a download at the end of the day: it goes on the next time.
    if (moment === 'quit') this.#giveUp();
    return this.#inTurn(async () => {
      const { record, installer, folder, version, settings, surroundings } = this.#options;
      const { progress } = record.current();
      if (progress.step !== 'ready' || installer === undefined) {
        if (moment !== 'asked') return false;
        throw new JarvisError(installer === undefined ? 'update.not-packaged' : 'update.not-ready');
      }
      if (moment !== 'asked' && installer.asksPassword) return false;
      if (!mayInstall(settings(), moment, await surroundings())) {
        if (moment !== 'asked') return false;
        throw new JarvisError('update.busy');
      }
      const { offer, file } = progress;
      keepFiles(folder);
      const backups = knownBackups(folder.root);
      record.change({ progress: { step: 'installing', offer, file, from: version, backups } });
      this.#tell({});
      try {
        await installer.install({ packagePath: this.#pathOf(file), version: offer.version, file, restarts });
      } catch (error) {
        this.#notInstalled(error, offer, file);
        throw error;
      }
      record.change({
        progress: { step: 'installed', version: offer.version, from: version, starts: 0, backups },
      });
      this.#tell({});
      if (restarts) this.#options.installed();
      return true;
    });
  }

  /** Does not offer this version again by itself. */
  skip(version: string): Promise<UpdatePicture> {
    return this.#inTurn(async () => {
      const { record } = this.#options;
      const { progress } = record.current();
      const isOffered = 'offer' in progress && progress.offer.version === version;
      record.change({ skipped: version, ...(isOffered && { progress: { step: 'idle' } }) });
      this.#dropPackages();
      this.#tell({});
      return this.picture();
    });
  }

  async #check(isAsked: boolean): Promise<void> {
    const { record, clock, source, settings, platform, arch, trust, version, installer } = this.#options;
    if (!this.isConfigured) throw new JarvisError('update.not-configured');
    const target = { channel: settings().channel, platform, arch };
    const name = manifestName(target.channel, platform, arch);
    const text = await fetchManifest(source, name, this.#stopper.signal);
    // The person chose the other one meanwhile: what this one offers is not what they wait for.
    if (settings().channel !== target.channel) return this.#check(isAsked);
    const { manifest, known } = verifyManifest(text, target, trust, record.current(), clock.nowMs());
    const { lot, skipped, failed } = record.change({ ...known, checkedAtMs: clock.nowMs() });
    // What a program from its sources is told of: that there is something newer.
    const packageKind = installer?.kind ?? manifest.files[0]?.kind ?? 'zip';
    const decision = decideOffer(
      manifest,
      {
        ...{ version, packageKind, lot, systemRelease: this.#options.systemRelease },
        skipped: [...failed, ...(skipped === undefined ? [] : [skipped])],
      },
      isAsked,
    );
    const { progress } = record.current();
    const isUnderWay = !['idle', 'available', 'ready', 'confirmed', 'rolled-back'].includes(progress.step);
    if (isUnderWay) return;
    if (decision.kind === 'nothing') {
      // What was offered before was taken back, or came here by other means.
      this.withdraw();
      this.#now = { nothing: decision.why };
      return;
    }
    // What went back is told first; by itself nothing else takes its place.
    if (progress.step === 'rolled-back' && !progress.isTold && !isAsked) return;
    const { file } = decision;
    if ('file' in progress && progress.file.sha256 === file.sha256) return;
    const { notes, issuedMs } = manifest;
    const offer = { version: manifest.version, notes, bytes: file.bytes, issuedMs };
    record.change({ progress: { step: 'available', offer, file } });
  }

  /** What was about to be installed is still there, unless it can never be. */
  #notInstalled(error: unknown, offer: UpdateOffer, file: UpdateFile): void {
    const { record } = this.#options;
    const { code } = asJarvisError(error);
    if (code === 'update.does-not-start')
      record.change({ progress: { step: 'idle' }, failed: [...record.current().failed, offer.version] });
    else
      record.change({
        progress: { step: code === 'update.file-differs' ? 'available' : 'ready', offer, file },
      });
    this.#tell({ error: asJarvisError(error) });
  }

  #lookAgain(): void {
    this.#cancel = this.#options.clock.after(lookEveryMs, () => this.#lookAgain());
    this.#byItself().catch((error: unknown) => {
      if (!isAbort(error)) this.#options.onError(error);
    });
  }

  async #byItself(): Promise<void> {
    const { record, clock, settings, surroundings, installer } = this.#options;
    if (!this.isConfigured) return;
    if (mayCheck(settings(), clock.nowMs(), record.current().checkedAtMs)) await this.check(false);
    const step = () => (this.#isClosed ? undefined : record.current().progress.step);
    const mayBring = step() === 'available' && installer && mayDownload(settings(), await surroundings());
    if (mayBring && step() === 'available') await this.download();
    if (step() === 'ready') await this.install('night', true);
  }

  /** One thing after another; a fault is shown until something else works. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#work.then(work, work);
    this.#work = run.catch((error: unknown) => {
      if (!isAbort(error)) this.#tell({ error: asJarvisError(error) });
    });
    return run;
  }

  #giveUp(): void {
    this.#stopper.abort();
    this.#stopper = new AbortController();
  }

  #tell(now: Omit<UpdatePicture, 'step' | 'offer'>): void {
    this.#now = now;
    this.#options.changed();
  }

  #pathOf(file: UpdateFile): string {
    return join(this.#options.folder.updates, 'files', file.name);
  }

  /** All but this one, and what of it is there so far. */
  #dropPackages(except?: string): void {
    const folder = join(this.#options.folder.updates, 'files');
    try {
      for (const name of readdirSync(folder))
        if (name !== except) rmSync(join(folder, name), { recursive: true, force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
        this.#options.onError(error);
    }
  }
}
