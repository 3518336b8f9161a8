/**
 * Every room in every state: how each is brought about, and what a person sees then. The one table that the checks of
 * accessibility and the pictures walk through.
 */

import type { WelcomeStep } from '../../src-main/domain/settings.ts';
import type { CommandName } from '../../src-preload/contract.ts';
import type { RoomName } from '../../src-renderer/store/state.ts';
import { wordsFor } from '../../src-renderer/words.ts';
import type { Contents, Stage, Window } from './stage.ts';
import { hugeTitle } from './ten-thousand.ts';
import { refusal } from './wire-gate.ts';

export const states = [
  'usual',
  'empty',
  'loading',
  'error',
  'offline',
  'no-model',
  'no-microphone',
  'private',
  'ten-thousand',
] as const;
export type StateName = (typeof states)[number];

/** What the program holds in each state. */
export const contentsOf: Readonly<Record<StateName, Contents>> = {
  usual: 'used',
  empty: 'fresh',
  loading: 'used',
  error: 'used',
  offline: 'used',
  'no-model': 'fresh',
  'no-microphone': 'fresh',
  private: 'used',
  'ten-thousand': 'huge',
};

export interface RoomInState {
  readonly room: RoomName;
  readonly state: StateName;
  /** Of the room, where it has several. */
  readonly part?: string;
  /** Of the welcome. */
  readonly step?: WelcomeStep;
  /** A selector of what tells the state, as it stands in the page. */
  readonly shows: string;
  /** What is done in the window once the room is entered. */
  readonly does?: (window: Window) => Promise<void>;
}

/** A state that a room does not have, and why. */
export interface NoSuchState {
  readonly room: RoomName;
  readonly state: StateName;
  readonly because: string;
}

const t = wordsFor('fr');
const offline = '[data-testid=connection]';

const openFirst = ({ page }: Window): Promise<void> =>
  // In a narrow window the rail is a drawer: the click is the element's own.
  page.getByTestId('conversation-item').first().locator('.conversation-open').dispatchEvent('click');
const said = '[data-testid=message-assistant]';

const conversation: readonly (RoomInState | NoSuchState)[] = [
  { room: 'conversation', state: 'usual', shows: said, does: openFirst },
  { room: 'conversation', state: 'empty', shows: '.empty' },
  {
    room: 'conversation',
    state: 'loading',
    shows: `text=${t('loadingConversation')}`,
    does: openFirst,
  },
  { room: 'conversation', state: 'error', shows: `text=${t('openFailed')}`, does: openFirst },
  { room: 'conversation', state: 'offline', shows: offline, does: openFirst },
  { room: 'conversation', state: 'no-model', shows: '[data-testid=no-model]' },
  { room: 'conversation', state: 'no-microphone', shows: '[data-testid=composer]' },
  { room: 'conversation', state: 'private', shows: '[data-private=true]' },
  {
    room: 'conversation',
    state: 'ten-thousand',
    shows: said,
    does: ({ page }) => page.getByText(hugeTitle).first().click(),
  },
];

const noModelNeeded = 'nothing here waits for a language model';
const noSound = 'nothing here listens';
const privateMark = '.window[data-private=true]';

const writeNote = async ({ page }: Window): Promise<void> => {
  const field = page.getByLabel(t('now.addNote'));
  await field.fill('Une note');
  await field.press('Enter');
};
const changeSetting = ({ page }: Window): Promise<void> =>
  page.locator('[data-testid^=setting-] input[type=checkbox]').first().click();

const memory: readonly (RoomInState | NoSuchState)[] = [
  { room: 'memory', state: 'usual', shows: '[data-testid=memory]' },
  { room: 'memory', state: 'empty', shows: '[data-testid=memory-empty]' },
  { room: 'memory', state: 'loading', shows: `text=${t('memoryLoading')}` },
  { room: 'memory', state: 'error', shows: '.memory-fault' },
  { room: 'memory', state: 'offline', shows: offline },
  { room: 'memory', state: 'no-model', because: noModelNeeded },
  { room: 'memory', state: 'no-microphone', because: noSound },
  { room: 'memory', state: 'private', shows: privateMark },
  { room: 'memory', state: 'ten-thousand', shows: '[data-testid=memory-state]:text-matches("10[^0-9]?0")' },
];

const now: readonly (RoomInState | NoSuchState)[] = [
  { room: 'now', state: 'usual', shows: '[data-testid=timer]' },
  { room: 'now', state: 'empty', shows: `text=${t('now.noTimers')}` },
  { room: 'now', state: 'loading', because: 'what is kept comes with the window itself' },
  { room: 'now', state: 'error', shows: `text=${refusal.message}`, does: writeNote },
  { room: 'now', state: 'offline', shows: offline },
  { room: 'now', state: 'no-model', because: noModelNeeded },
  { room: 'now', state: 'no-microphone', because: noSound },
  { room: 'now', state: 'private', shows: privateMark },
  { room: 'now', state: 'ten-thousand', shows: '[data-testid=timer]' },
];

const system: readonly (RoomInState | NoSuchState)[] = [
  { room: 'system', state: 'usual', shows: '[data-testid=health-check]' },
  { room: 'system', state: 'empty', part: 'ledger', shows: '[data-room=system] section' },
  { room: 'system', state: 'loading', shows: `text=${t('doctorRunning')}` },
  { room: 'system', state: 'error', shows: '.remark-error' },
  { room: 'system', state: 'offline', shows: offline },
  { room: 'system', state: 'no-model', shows: `text=${t('someDegraded')}` },
  { room: 'system', state: 'no-microphone', because: noSound },
  { room: 'system', state: 'private', shows: privateMark },
  { room: 'system', state: 'ten-thousand', part: 'logs', shows: '[data-room=system] section' },
];

const settings: readonly (RoomInState | NoSuchState)[] = [
  { room: 'settings', state: 'usual', shows: '[data-testid=section-general]' },
  { room: 'settings', state: 'empty', because: 'there are always settings' },
  { room: 'settings', state: 'loading', because: 'the settings come with the window itself' },
  { room: 'settings', state: 'error', shows: `text=${refusal.message}`, does: changeSetting },
  { room: 'settings', state: 'offline', shows: offline },
  { room: 'settings', state: 'no-model', part: 'models', shows: '[data-testid=section-models]' },
  { room: 'settings', state: 'no-microphone', part: 'voice', shows: '[data-testid=section-voice]' },
  { room: 'settings', state: 'private', shows: privateMark },
  { room: 'settings', state: 'ten-thousand', because: 'their number is fixed' },
];

const welcome: readonly (RoomInState | NoSuchState)[] = [
  { room: 'welcome', state: 'usual', shows: '[data-testid=welcome]' },
  { room: 'welcome', state: 'empty', because: 'it is for those who have nothing yet' },
  { room: 'welcome', state: 'loading', step: 'models', shows: `text=${t('modelsLoading')}` },
  { room: 'welcome', state: 'error', step: 'models', shows: '.remark-error' },
  { room: 'welcome', state: 'offline', shows: offline },
  { room: 'welcome', state: 'no-model', step: 'models', shows: '[data-step=models]' },
  { room: 'welcome', state: 'no-microphone', step: 'voice', shows: '[data-step=voice]' },
  { room: 'welcome', state: 'private', because: 'it keeps nothing but settings' },
  { room: 'welcome', state: 'ten-thousand', because: 'it is for those who have nothing yet' },
];

export const rooms: readonly (RoomInState | NoSuchState)[] = [
  ...conversation,
  ...memory,
  ...now,
  ...system,
  ...settings,
  ...welcome,
];

export const isRoomInState = (row: RoomInState | NoSuchState): row is RoomInState => 'shows' in row;

/** What every window needs before any room can be shown. */
const beforeAnyRoom: ReadonlySet<CommandName> = new Set(['app.snapshot']);

/** Brings the state about around a window that is open, then enters the room. */
export async function enter(
  stage: Stage,
  window: Window,
  { room, part, step = 'language', state, shows, does }: RoomInState,
): Promise<void> {
  const { page, gate } = window;
  await stage.client.call('memory.private', { on: state === 'private' });
  if (room === 'welcome') await stage.prefer({ welcome: { step, isDone: false } });
  if (state === 'loading' || state === 'error') {
    const passage = state === 'loading' ? 'hold' : 'refuse';
    gate.passage = name => (beforeAnyRoom.has(name) ? 'pass' : passage);
  }
  await goTo(window, room, part);
  await page.locator(`[data-room=${room}]`).waitFor();
  // What marks a state may stand in the frame, before the parts of the room have been read.
  await page.getByTestId('room-opening').waitFor({ state: 'detached' });
  await does?.(window);
  if (state === 'offline') await gate.cut();
  await page.locator(shows).first().waitFor();
}

/** By the page's address, as a link would: from nothing, so that no room before it leaves anything behind. */
export async function goTo({ page, home }: Window, room: RoomName, part?: string): Promise<void> {
  await page.goto('about:blank');
  const place = part === undefined ? room : `${room}/${part}`;
  await page.goto(`${home}${room === 'conversation' ? '' : `#/${place}`}`);
  await page.getByTestId('room-conversation').first().waitFor();
}
