/** For tests: a started window with what commands reach for written down. Only tests load it. */
import type { Message } from '../store/contract-types.ts';
import { openWindow } from '../store/fake-core.ts';
import type { CommandAround } from './command.ts';

export async function startedWindow(messages: readonly Message[] = []) {
  const window = await openWindow(messages);
  const talked: string[] = [];
  const paged: string[] = [];
  const say = (what: string) => (): void => void talked.push(what);
  const around: CommandAround = {
    actions: window.actions,
    state: window.store.getState,
    page: {
      focus: what => void paged.push(`focus ${what}`),
      nextPane: step => void paged.push(`pane ${step}`),
      openFile: field => void paged.push(`file ${field}`),
      copy: async text => paged.push(`copy ${text}`) > 0,
      back: () => void paged.push('back'),
      reload: () => void paged.push('reload'),
    },
    talk: {
      press: say('press'),
      release: say('release'),
      lose: say('lose'),
      cancel: say('cancel'),
      hush: say('hush'),
      pause: isPaused => void talked.push(`pause ${isPaused}`),
      deny: say('deny'),
    },
  };
  return { ...window, surroundings: window.around, around, talked, paged };
}
