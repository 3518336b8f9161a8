/** The one place where everything is put together: adapters behind their ports, a profile in use, the contract's handlers. */
import packageJson from '../../package.json' with { type: 'json' };
import { createWirePair } from '../../src-preload/memory-wire.ts';
import { decodeSoundFrame } from '../../src-preload/sound-frames.ts';
import type { Wire } from '../../src-preload/wire.ts';
import { createProcessAudioFiles } from '../adapters/audio-file/process-audio-files.ts';
import { fileError } from '../adapters/files/file-error.ts';
import { makeFolder } from '../adapters/files/make-folder.ts';
import { followMoveOrder } from '../adapters/secret/move-order.ts';
import { openSecretStore } from '../adapters/secret/open-secret-store.ts';
import type { MachineSettingsFile } from '../adapters/settings/machine-settings-file.ts';
import { openProfileDirectory } from '../adapters/settings/profile-directory.ts';
import { acquireInstanceLock } from '../adapters/store/instance-lock.ts';
import { EventLog } from '../api/event-log.ts';
import { createHandlers } from '../api/handlers.ts';
import { Imports } from '../api/imports.ts';
import type { Services } from '../api/services.ts';
import type { ShellServices } from '../api/shell-services.ts';
import type { UploadHandler } from '../api/web-upload.ts';
import { createWireServer, type WireServer } from '../api/wire-session.ts';
import { asJarvisError, JarvisError } from '../domain/errors.ts';
import type { HealthReport } from '../domain/health.ts';
import type { Language } from '../domain/language.ts';
import { EngineWatch } from '../observability/engine-watch.ts';
import type { Log } from '../observability/log.ts';
import type { MetricValues } from '../observability/metric-values.ts';
import type { Observer } from '../observability/observer.ts';
import type { Clock } from '../ports/clock.ts';
import { orderedBy } from '../ports/orderer.ts';
import type { ProgramInstaller } from '../ports/program-installer.ts';
import type { Sealer } from '../ports/sealer.ts';
import { Activity } from './activity.ts';
import { createAudioUpload } from './audio-files.ts';
import { createCatalogueServices } from './catalogue-services.ts';
import type { DataFolder } from './data-folder.ts';
import { runHealthChecks } from './health-checks.ts';
import type { Instance } from './instance-file.ts';
import { type LanguageModels, openLanguageModels } from './language-models.ts';
import { openProfiles } from './profiles.ts';
import { engineProgram } from './program-path.ts';
import { openExportReader } from './read-export.ts';
import { openRecords } from './records.ts';
import { createSecretMoves, type SecretMoves } from './secret-moves.ts';
import { createSpeech } from './speech.ts';
import { createSystem } from './system.ts';
import { createUpdateServices, type HostUpdates } from './update-services.ts';

export interface AssembleOptions {
  readonly folder: DataFolder;
  readonly settings: MachineSettingsFile;
  readonly clock: Clock;
  readonly observer: Observer;
  /** The observer's numbers, to be kept over time. */
  readonly values: MetricValues;
  readonly log: Log;
  /** The language of a first profile. */
  readonly language: Language;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Locks the keys; JARVIS_PASSPHRASE is read where it is absent. */
  readonly passphrase?: string;
  /** The desktop program's own; absent in any other host. */
  readonly sealer?: Sealer;
  /** New profiles begin in the conversation. */
  readonly noWelcome?: boolean;
  /** Makes one-time links; absent where no web host runs. */
  readonly newLink?: () => string;
  /** Where this program is reached from outside, once it serves; absent where it never does. */
  readonly web?: () => Instance | undefined;
  /** The desktop program, once it stands; absent in a web host. */
  readonly shell?: () => ShellServices | undefined;
  /** Neither voice nor engines: something crashed again and again. */
  readonly isSafe?: boolean;
  /** The keys can be had, and nobody has to be asked for anything any more; most of the work is still to come. */
  readonly unlocked?: () => void;
  /** Puts new versions in the place of this program; absent where it is no package. */
  readonly installer?: ProgramInstaller;
  /** Ends this program and starts the one that lies in its place now. */
  readonly restart?: () => void;
}

export interface Core {
  readonly services: Services;
  readonly wires: WireServer;
  readonly models: LanguageModels;
  readonly updates: HostUpdates;
  /** Takes an audio file that was dropped on a window; resolves with its words. */
  readonly transcribeUpload: UploadHandler;
  /** What the doctor said last; undefined before its first run. */
  lastHealth(): HealthReport | undefined;
  /** A client inside this process. */
  connect(): Wire;
  /** Stops every turn, tells the windows, and closes the store; nothing is left half written. */
  close(): Promise<void>;
}

/** Back ends are looked for once the windows can be served; a turn that comes sooner has them looked for at once. */
const modelsAfterMs = 250;

/** Throws JarvisError: `store.locked` when another Jarvis holds the data folder, and all of `store.*`, `secret.*`, `settings.*`. */
export async function assemble(options: AssembleOptions): Promise<Core> {
  const { folder, clock, observer, log, settings } = options;
  makeDataFolder(folder.root);
  const lock = acquireInstanceLock(folder.root);
  if (lock === undefined) throw new JarvisError('store.locked');
  try {
    let health: HealthReport | undefined;
    const events = new EventLog();
    let changes = 0;
    const activity = new Activity(clock);
    const publish: Services['publish'] = (name, data) => {
      if (name !== 'turn.delta') changes++;
      activity.hear(name, data);
      events.publish(name, data);
    };
    const secrets = await openSecretStore({ ...options, dataDir: folder.root });
    options.unlocked?.();
    const directory = openProfileDirectory(folder.root);
    const engines = new EngineWatch();
    const models = await openLanguageModels({
      ...options,
      secrets,
      publish,
      speechChanged: () => speech.changed(),
    });
    const profiles = await openProfiles({
      ...options,
      directory,
      embeddingModels: folder.embeddingModels,
      secrets,
      publish,
      candidates: models.candidates,
      firstLook: models.firstLook,
      switched: () => {
        events.forget();
        speech.forget();
      },
      forgetEvents: () => events.forget(),
    });
    const speech = createSpeech({
      settings,
      clock,
      observer,
      publish,
      current: () => profiles.current(),
      speechModels: folder.speechModels,
      isOff: options.isSafe === true,
    });
    const catalogue = createCatalogueServices({
      ...options,
      publish,
      speechChanged: () => speech.changed(),
      models: models.services,
      current: () => profiles.current(),
      resumes: options.web !== undefined,
    });
    const records = openRecords({
      ...options,
      root: folder.root,
      secrets,
      isBusy: () => profiles.current().turns.list().length > 0,
    });
    const moving = createSecretMoves({ ...options, secrets, directory });
    const system = createSystem({
      ...{ folder, engines, records, models, speech },
      version: packageJson.version,
      startedAtMs: clock.nowMs(),
      services: () => services,
    });
    const updates = createUpdateServices({
      ...options,
      version: packageJson.version,
      publish,
      language: () => profiles.current().profile.language,
      activity: () => activity.now(profiles.current().turns.list().length > 0),
    });
    const services: Services = {
      version: packageJson.version,
      offersWelcome: options.noWelcome !== true,
      clock,
      publish,
      changes: () => changes,
      current: () => profiles.current(),
      models: models.services,
      catalogue,
      system,
      updates: updates.services,
      profiles,
      secrets: moving,
      imports: new Imports({
        clock,
        openReader: openExportReader,
        progress: told => publish('import.progress', told),
      }),
      speech,
      warnings: () => [
        ...(secrets.warning === undefined ? [] : [secrets.warning]),
        ...(profiles.current().embedders.fault() === undefined ? [] : ['embedder-away']),
        ...(updates.services.status().error?.code === 'update.rolled-back' ? ['update-went-back'] : []),
      ],
      runDoctor: async () => {
        health = await runHealthChecks({
          services,
          wires: () => wires,
          models,
          speech,
          secrets,
          dataDir: folder.root,
          observer,
          web: () => options.web?.(),
        });
        return health;
      },
      shell: () => options.shell?.(),
      newLink: () => {
        if (options.newLink === undefined)
          throw new JarvisError('input.unknown-command', { name: 'window.link' });
        return options.newLink();
      },
    };
    const wires = createWireServer({
      handlers: createHandlers(services),
      log: events,
      language: () => profiles.current().profile.language,
      monotonicMs: clock.monotonicMs,
      onFrame: (clientId, bytes) => {
        const frame = decodeSoundFrame(bytes);
        if (frame?.kind === 'captured') orderedBy('you', () => speech.frame(clientId, frame));
      },
      onClientGone: clientId => speech.clientGone(clientId),
      observer: {
        commandEnded: (name, durationMs, error) => {
          const code = error === undefined ? 'ok' : asJarvisError(error).code;
          observer.countRequest({ method: 'command', route: name, status: code, seconds: durationMs / 1000 });
          if (error === undefined) return;
          observer.countError(asJarvisError(error).stage, code);
          log.write('warn', 'command.failed', { code }, error);
        },
        messageRefused: error => log.write('warn', 'message.refused', { code: error.code }),
        slowClientCut: () => log.write('warn', 'client.cut'),
      },
    });
    if (options.sealer !== undefined) await followLeftOrder(folder.root, moving, log);
    const cancelModels = options.clock.after(modelsAfterMs, () => {
      models.start();
      catalogue.start();
    });
    return {
      services,
      wires,
      models,
      updates,
      transcribeUpload: createAudioUpload({
        audioFiles: createProcessAudioFiles({ clock, ...engineProgram('audio-file-process') }),
        speechToText: speech.speechToText,
        canListen: () => speech.status().canListen,
        publish,
        languages: () => profiles.current().preferences().voice.languages,
        language: () => profiles.current().profile.language,
      }),
      lastHealth: () => health,
      connect: () => {
        const [client, server] = createWirePair();
        wires.serveWire(server);
        return client;
      },
      close: async () => {
        cancelModels();
        publish('app.stopping', {});
        await Promise.all([catalogue.close(), updates.close()]);
        await profiles.close();
        wires.close();
        await Promise.all([models.close(), speech.close()]);
        engines.close();
        await records.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** What the command line left while the desktop program did not run; one that cannot be followed keeps nobody out. */
async function followLeftOrder(dataDir: string, moving: SecretMoves, log: Log): Promise<void> {
  try {
    const to = await followMoveOrder(dataDir, place => moving.move(place));
    if (to !== undefined) log.write('info', 'secret.moved', { kind: to });
  } catch (error) {
    log.write('error', 'secret.notMoved', {}, error);
  }
}

function makeDataFolder(path: string): void {
  try {
    makeFolder(path);
  } catch (error) {
    throw fileError(error, path);
  }
}
