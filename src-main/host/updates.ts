/** Looks for new versions, brings them and has them installed, as far as the person wants it and the moment allows. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fetchPackage } from '../adapters/updates/fetch-update.ts';
import { asJarvisError, isAbort, JarvisError } from '../domain/errors.ts';
import type { UpdateFile, UpdateOffer } from '../domain/update.ts';
import { mayCheck, mayDownload, mayInstall, type Surroundings } from '../domain/update-decision.ts';
import { atReady } from '../domain/update-record.ts';
import type { DataFolder } from './data-folder.ts';
import { isConfigured, type LookOptions, lookForUpdate } from './look-for-update.ts';
import { UpdatePackages } from './update-packages.ts';
import { type SeenNow, type UpdatePicture, updatePicture } from './update-picture.ts';
import { keepFiles, knownBackups } from './update-start.ts';

export interface UpdatesOptions extends LookOptions {
  readonly folder: Pick<DataFolder, 'root' | 'updates'>;
  readonly surroundings: () => Promise<Surroundings>;
  readonly changed: () => void;
  /** A new version is in the place of this one, which has to end now. */
  readonly installed: () => void;
  /** What goes wrong by itself, with nobody there to tell it to. */
  readonly onError: (error: unknown) => void;
}

const lookEveryMs = 15 * 60_000;
/** The start of the program is nobody's concern for a while. */
const firstLookMs = 2 * 60_000;

export class Updates {
  readonly #options: UpdatesOptions;
  readonly #packages: UpdatePackages;
  #now: SeenNow = {};
  #isChecking = false;
  #isClosed = false;
  #stopper = new AbortController();
  #work: Promise<unknown> = Promise.resolve();
  #cancel = (): void => undefined;

  constructor(options: UpdatesOptions) {
    this.#options = options;
    this.#packages = new UpdatePackages(options.folder.updates, options.onError);
  }

  get isConfigured(): boolean {
    return isConfigured(this.#options);
  }

  picture(): UpdatePicture {
    return updatePicture(this.#options.record.current().progress, this.#isChecking, this.#now);
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
    this.#packages.drop();
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
    // Whoever ordered it hears of what went wrong in it.
    await this.#work.catch(this.#options.onError);
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
        await fetchPackage(source, progress.file, this.#packages.pathOf(progress.file), {
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
        if (asJarvisError(error).code === 'store.disk-full') this.#packages.drop();
        record.change({ progress: { ...progress, step: 'available' } });
        throw error;
      }
      this.#packages.drop(progress.file.name);
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
        await installer.install({
          packagePath: this.#packages.pathOf(file),
          version: offer.version,
          file,
          restarts,
        });
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
      this.#packages.drop();
      this.#tell({});
      return this.picture();
    });
  }

  async #check(isAsked: boolean): Promise<void> {
    const { record } = this.#options;
    const found = await lookForUpdate(this.#options, isAsked, () => this.#stopper.signal);
    const { progress } = record.current();
    const isUnderWay = !['idle', 'available', 'ready', 'confirmed', 'rolled-back'].includes(progress.step);
    if (isUnderWay) return;
    if (found.kind === 'nothing') {
      // What was offered before was taken back, or came here by other means.
      this.withdraw();
      this.#now = { nothing: found.why };
      return;
    }
    // What went back is told first; by itself nothing else takes its place.
    if (progress.step === 'rolled-back' && !progress.isTold && !isAsked) return;
    const { offer, file } = found;
    if ('file' in progress && progress.file.sha256 === file.sha256) return;
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

  #tell(now: SeenNow): void {
    this.#now = now;
    this.#options.changed();
  }
}
