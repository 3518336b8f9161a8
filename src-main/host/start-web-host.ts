/** Starts the core and the web server around it, or opens the window of the program that runs already. */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Wire } from '../../src-preload/wire.ts';
import {
  createMachineSettingsFile,
  type MachineSettingsFile,
} from '../adapters/settings/machine-settings-file.ts';
import { createWebServer, type WebServer } from '../api/web-server.ts';
import { asJarvisError, JarvisError, reportError } from '../domain/errors.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import { assemble, type Core } from './assemble.ts';
import { callRunning } from './call-running.ts';
import { closeAll } from './close-all.ts';
import { coreUploads } from './core-uploads.ts';
import { type DataFolder, dataFolder } from './data-folder.ts';
import { giveMemoryBackAtRest } from './give-memory-back.ts';
import { readInstance, removeInstance, writeInstance } from './instance-file.ts';
import { type Observing, startObserving } from './observing.ts';
import { openBrowser } from './open-browser.ts';
import { systemClock as clock } from './system-clock.ts';
import type { WebOptions } from './web-options.ts';

export interface Terminal {
  readonly language: Language;
  say(line: string): void;
}

export interface WebHost {
  close(): Promise<void>;
}

const words: Readonly<
  Record<'ready' | 'running' | 'desktop' | 'stop' | 'secretsInFile' | 'metrics' | 'noLog', Bilingual>
> = {
  ready: {
    fr: 'Jarvis est prêt. Ouvrez ce lien (il sert une fois) :',
    en: 'Jarvis is ready. Open this link (it works once):',
  },
  running: {
    fr: 'Jarvis tourne déjà. Lien vers sa fenêtre :',
    en: 'Jarvis is running already. Link to its window:',
  },
  desktop: {
    fr: 'Jarvis tourne déjà comme programme de bureau, sans adresse pour un navigateur : ouvrez sa fenêtre, ou quittez-le d’abord.',
    en: 'Jarvis runs already as the desktop program, which has no address for a browser: open its window, or quit it first.',
  },
  stop: { fr: 'Ctrl-C pour arrêter.', en: 'Ctrl-C to stop.' },
  secretsInFile: {
    fr: 'Attention : pas de trousseau système, les clés sont dans un fichier que seul votre compte peut lire.',
    en: 'Note: no system keychain, keys lie in a file that only your account can read.',
  },
  metrics: { fr: 'Mesures :', en: 'Metrics:' },
  noLog: {
    fr: 'Le journal ne peut pas être écrit ; Jarvis continue sans.',
    en: 'The log cannot be written; Jarvis goes on without.',
  },
};

/** Undefined when another Jarvis runs on this data folder: its window was opened instead. */
export async function startWebHost(options: WebOptions, terminal: Terminal): Promise<WebHost | undefined> {
  const folder = dataFolder(options.dataDir);
  const settings = createMachineSettingsFile(folder.settings);
  const onLogFailed = () => terminal.say(words.noLog[terminal.language]);
  const observing = startObserving(folder, settings.current().logLevel, clock, onLogFailed);
  try {
    return await start({ options, terminal, folder, settings, observing });
  } catch (error) {
    await observing.close();
    if (asJarvisError(error).code !== 'store.locked') throw error;
    await showRunning(folder, options, terminal);
    return undefined;
  }
}

interface Start {
  readonly options: WebOptions;
  readonly terminal: Terminal;
  readonly folder: DataFolder;
  readonly settings: MachineSettingsFile;
  readonly observing: Observing;
}

async function start({ options, terminal, folder, settings, observing }: Start): Promise<WebHost> {
  let server: WebServer | undefined;
  const newLink = (): string => {
    if (server === undefined) throw new JarvisError('host.stopping');
    return server.newLink();
  };
  const { language } = terminal;
  const token = randomBytes(32).toString('base64url');
  const web = () => server && { url: server.url, token, pid: process.pid };
  const core = await assemble({
    folder,
    settings,
    clock,
    ...observing,
    language,
    env: process.env,
    newLink,
    web,
    noWelcome: options.noWelcome,
  });
  try {
    server = await serve(options.port, token, core, observing);
    writeInstance(folder.instance, { url: server.url, token, pid: process.pid });
    await serveMetrics({ options, terminal, folder, settings, observing }, core);
    if (core.services.warnings().includes('secrets-in-file')) terminal.say(words.secretsInFile[language]);
    await show(words.ready, server.newLink(), options, terminal);
    terminal.say(words.stop[language]);
    const startMs = Math.round(clock.monotonicMs());
    core.updates.ready();
    observing.log.write('info', 'app.ready', { port: server.port, startMs, pid: process.pid });
  } catch (error) {
    await server?.close();
    await core.close();
    throw error;
  }
  const { close } = server;
  const isBusy = (): boolean => core.services.current().turns.list().length > 0;
  const keepMemory = giveMemoryBackAtRest({ clock, isBusy });
  return {
    close: async () => {
      keepMemory();
      const ends = [() => removeInstance(folder.instance), core.close, close];
      const fault = await closeAll(ends, observing.log);
      await observing.close();
      if (fault !== undefined) throw fault;
    },
  };
}

function serve(port: number, token: string, core: Core, { observer, log }: Observing): Promise<WebServer> {
  return createWebServer({
    port,
    token,
    rendererDir: fileURLToPath(new URL('../renderer', import.meta.url)),
    serveWire: wire => serveCounted(wire, core, observer),
    serveSound: (wire, from) => core.wires.serveSound(wire, from),
    uploads: coreUploads(core),
    clock,
    language: () => core.services.current().profile.language,
    observer: {
      refused: reason => {
        observer.countAuthFailure(reason);
        log.write('warn', 'client.refused', { reason });
      },
      faulted: error => log.write('warn', 'client.gone', {}, error),
    },
  });
}

function serveCounted(wire: Wire, core: Core, observer: Observing['observer']): void {
  core.wires.serveWire(wire);
  const { onClose } = wire;
  observer.connectionOpened();
  wire.onClose = () => {
    observer.connectionClosed();
    onClose();
  };
}

/** Off unless the settings or the command line name a port. */
async function serveMetrics({ options, terminal, settings, observing }: Start, core: Core): Promise<void> {
  const port = options.metricsPort ?? settings.current().metrics?.port;
  if (port === undefined) return;
  const served = await observing.serve(port, () => core.lastHealth());
  // A first verdict for /health; it must not hold the start up, and a part that fails is a finding, not an error.
  void core.services.runDoctor();
  terminal.say(`${words.metrics[terminal.language]} http://127.0.0.1:${served}/metrics`);
}

async function showRunning(folder: DataFolder, options: WebOptions, terminal: Terminal): Promise<void> {
  const running = await readInstance(folder.instance);
  if (running === undefined) throw new JarvisError('store.locked');
  if ('socket' in running) {
    terminal.say(words.desktop[terminal.language]);
    return;
  }
  const { url } = await callRunning(running, client => client.call('window.link', {}, { limitMs: 5000 }));
  await show(words.running, url, options, terminal);
}

async function show(
  what: Bilingual,
  url: string,
  options: WebOptions,
  { language, say }: Terminal,
): Promise<void> {
  say(`${what[language]}\n  ${url}`);
  if (!options.open) return;
  try {
    await openBrowser(url);
  } catch (error) {
    const { message, hint } = reportError(error, language);
    say(`${message} ${hint}`);
  }
}
