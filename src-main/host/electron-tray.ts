/** The tray: the state at a glance, and the few things one does without the window. */
import { fileURLToPath } from 'node:url';
import { app, clipboard, Menu, nativeImage, nativeTheme, net, Tray } from 'electron';
import type { Microphones } from './shell/microphones.ts';
import { watchNetwork } from './shell/network-watch.ts';
import type { ShellParts } from './shell/shell-parts.ts';
import { watchTrayFacts } from './shell/tray-facts.ts';
import { type MenuRow, type TrayOrder, trayMenu } from './shell/tray-menu.ts';
import { type TrayState, trayState, trayWords } from './shell/tray-state.ts';

export interface ShellTray {
  destroy(): void;
}

/** Undefined on a desktop without a tray. */
export function createShellTray(shell: ShellParts, microphones: Microphones): ShellTray | undefined {
  const { client, log, main, quick, update } = shell;
  let tray: Tray;
  try {
    tray = new Tray(picture('idle'));
  } catch (error) {
    log.write('warn', 'tray.absent', {}, error);
    return undefined;
  }
  const failed = (error: unknown): void => log.write('warn', 'command.failed', {}, error);
  const facts = watchTrayFacts(client, { changed: draw, failed });
  const network = watchNetwork(shell.clock, () => net.isOnline(), draw);

  function draw(): void {
    const now = facts.current();
    const language = shell.language();
    const state = trayState({ ...now, isOnline: network.isOnline });
    const version = update.ready?.version;
    const words = [trayWords[state], ...(version === undefined ? [] : [trayWords.update])];
    tray.setImage(picture(state));
    tray.setToolTip(words.map(one => one[language]).join(' · '));
    const rows = trayMenu({ ...now, microphones: microphones.labels, update: version }, language);
    tray.setContextMenu(Menu.buildFromTemplate(rows.map(templateOf)));
  }

  const templateOf = ({ order, rows, ...row }: MenuRow): Electron.MenuItemConstructorOptions => ({
    ...row,
    ...(rows && { submenu: rows.map(templateOf) }),
    ...(order && { click: () => carryOut(order) }),
  });

  function carryOut(order: TrayOrder): void {
    const { lastAnswer } = facts.current();
    switch (order.kind) {
      case 'show':
        main.show();
        break;
      case 'hide':
        main.hide();
        break;
      case 'quick':
        quick.show();
        break;
      case 'quit':
        app.quit();
        break;
      case 'install':
        update.ready?.install();
        break;
      case 'copy-answer':
        clipboard.writeText(lastAnswer?.text ?? '').catch(failed);
        break;
      case 'open-answer':
        openAnswer(lastAnswer?.conversationId);
        break;
      case 'private':
        client.call('memory.private', { on: order.on }).catch(failed);
        break;
      case 'dismiss':
        client.call('timer.dismiss', { id: order.timerId }).catch(failed);
        break;
      case 'hotword':
        listenForName(order.on);
        break;
      case 'microphone':
        chooseMicrophone(order.label);
        break;
    }
  }

  function openAnswer(conversationId: string | undefined): void {
    if (conversationId !== undefined)
      shell.pages.tell('main', { kind: 'go', place: { room: 'conversation', conversationId } });
    main.show();
  }

  /** That the microphone stays open is agreed to where its sentence can be read. */
  function listenForName(on: boolean): void {
    if (!on) {
      changeVoice({ mode: 'hold' });
      return;
    }
    shell.pages.tell('main', { kind: 'ask-hotword' });
    main.show();
    // The click has ticked the row already.
    draw();
  }

  function chooseMicrophone(label: string | undefined): void {
    changeVoice(label === undefined ? {} : { microphone: label });
  }

  function changeVoice(change: { readonly mode?: 'hold'; readonly microphone?: string }): void {
    const preferences = shell.preferences();
    const { microphone: _before, ...rest } = preferences.voice;
    const kept = 'mode' in change ? preferences.voice : rest;
    client.call('preferences.set', { ...preferences, voice: { ...kept, ...change } }).catch(failed);
  }

  const ends = [update.onChange(draw), microphones.onChange(draw)];
  nativeTheme.on('updated', draw);
  tray.on('click', () => (main.isVisible() ? main.hide() : main.show()));
  draw();
  return {
    destroy: () => {
      for (const end of ends) end();
      nativeTheme.off('updated', draw);
      facts.close();
      network.close();
      tray.destroy();
    },
  };
}

/** macOS colours its templates itself. */
function picture(state: TrayState): Electron.NativeImage {
  const ground = nativeTheme.shouldUseDarkColors ? 'on-dark' : 'on-light';
  const name = process.platform === 'darwin' ? `${state}Template` : `${state}-${ground}`;
  return nativeImage.createFromPath(
    fileURLToPath(new URL(`../../resources/tray/${name}.png`, import.meta.url)),
  );
}
