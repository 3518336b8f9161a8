/** The tray: the state at a glance, and the few things one does without the window. */
import { fileURLToPath } from 'node:url';
import { app, Menu, nativeImage, nativeTheme, Tray } from 'electron';
import type { Client } from '../../src-preload/connect.ts';
import type { EventData } from '../../src-preload/contract.ts';
import type { Language } from '../domain/language.ts';
import type { Log } from '../observability/log.ts';
import type { MainWindow } from './electron-window.ts';
import { type TrayFacts, type TrayState, trayState, trayWords } from './tray-state.ts';

export interface ShellTray {
  destroy(): void;
}

interface TrayOptions {
  readonly client: Client;
  readonly window: MainWindow;
  readonly log: Log;
}

/** A desktop without a tray gets none, and the window then ends the program when it is closed. */
export function createShellTray({ client, window, log }: TrayOptions): ShellTray | undefined {
  let tray: Tray;
  try {
    tray = new Tray(picture('idle'));
  } catch (error) {
    log.write('warn', 'tray.absent', {}, error);
    return undefined;
  }
  let facts: TrayFacts = { isBroken: false, isListening: false, isPrivate: false, isArmed: false };
  let language: Language = 'en';
  const listening = new Set<string>();
  const draw = (): void => {
    const state = trayState(facts);
    tray.setImage(picture(state));
    tray.setToolTip(trayWords[state][language]);
    tray.setContextMenu(menuOf(facts, language, { client, window, log }));
  };
  const change = (changed: Partial<TrayFacts>): void => {
    facts = { ...facts, ...changed };
    draw();
  };
  const turnEnded = (): void => {
    const { turn: _turn, ...rest } = facts;
    facts = rest;
    draw();
  };
  const captured = ({ captureId, state }: EventData<'voice.state'>): void => {
    if (state === 'listening' || state === 'hearing') listening.add(captureId);
    else listening.delete(captureId);
    change({ isListening: listening.size > 0 });
  };
  const isArmed = (mode: string): boolean => mode === 'hotword' || mode === 'always';
  client.on('turn.thinking', () => change({ turn: 'thinking' }));
  client.on('turn.ended', turnEnded);
  client.on('voice.speaking', ({ state }) =>
    state === 'started' ? change({ turn: 'speaking' }) : turnEnded(),
  );
  client.on('voice.state', captured);
  client.on('memory.privateChanged', ({ on }) => change({ isPrivate: on }));
  client.on('preferences.changed', ({ voice }) => change({ isArmed: isArmed(voice.mode) }));
  client.on('app.failed', () => change({ isBroken: true }));
  nativeTheme.on('updated', draw);
  tray.on('click', () => (window.isVisible() ? window.hide() : window.show()));
  draw();
  const begin = async (): Promise<void> => {
    const { profile, memory, preferences } = await client.call('app.snapshot', {});
    language = profile.language;
    change({ isPrivate: memory.isPrivate, isArmed: isArmed(preferences.voice.mode) });
  };
  begin().catch((error: unknown) => log.write('warn', 'command.failed', {}, error));
  return {
    destroy: () => {
      nativeTheme.off('updated', draw);
      tray.destroy();
    },
  };
}

function menuOf({ isPrivate }: TrayFacts, language: Language, { client, window, log }: TrayOptions): Menu {
  const setPrivate = (on: boolean): void => {
    client
      .call('memory.private', { on })
      .catch((error: unknown) => log.write('warn', 'command.failed', {}, error));
  };
  return Menu.buildFromTemplate([
    { id: 'show', label: trayWords.show[language], click: () => window.show() },
    { id: 'hide', label: trayWords.hide[language], click: () => window.hide() },
    { type: 'separator' },
    {
      id: 'private',
      label: trayWords[isPrivate ? 'privateOff' : 'privateOn'][language],
      click: () => setPrivate(!isPrivate),
    },
    { type: 'separator' },
    { id: 'quit', label: trayWords.quit[language], click: () => app.quit() },
  ]);
}

/** macOS colours its templates itself. */
function picture(state: TrayState): Electron.NativeImage {
  const ground = nativeTheme.shouldUseDarkColors ? 'on-dark' : 'on-light';
  const name = process.platform === 'darwin' ? `${state}Template` : `${state}-${ground}`;
  return nativeImage.createFromPath(
    fileURLToPath(new URL(`../../resources/tray/${name}.png`, import.meta.url)),
  );
}
