/**
 * Every room in every state: how each is brought about, and what a person sees then. The one table that the checks of
 * accessibility and the pictures walk through.
 */
import type { CommandName } from '../../src-preload/contract.ts';
import type { RoomName } from '../../src-renderer/store/state.ts';
import { wordsFor } from '../../src-renderer/words.ts';
import type { Contents, Stage, Window } from './stage.ts';
import { hugeTitle } from './ten-thousand.ts';

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
const mainOf = (room: RoomName): string => `[data-room=${room}]`;
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

const pages = (['memory', 'now', 'system', 'settings', 'welcome'] as const).flatMap(room =>
  states.map(
    (state): RoomInState => ({
      room,
      state,
      shows: state === 'offline' ? offline : `${mainOf(room)} h1`,
    }),
  ),
);

export const rooms: readonly (RoomInState | NoSuchState)[] = [...conversation, ...pages];

export const isRoomInState = (row: RoomInState | NoSuchState): row is RoomInState => 'shows' in row;

/** What every window needs before any room can be shown. */
const beforeAnyRoom: ReadonlySet<CommandName> = new Set(['app.snapshot']);

/** Brings the state about around a window that is open, then enters the room. */
export async function enter(
  stage: Stage,
  window: Window,
  { room, state, shows, does }: RoomInState,
): Promise<void> {
  const { page, gate } = window;
  await stage.client.call('memory.private', { on: state === 'private' });
  if (state === 'loading' || state === 'error') {
    const passage = state === 'loading' ? 'hold' : 'refuse';
    gate.passage = name => (beforeAnyRoom.has(name) ? 'pass' : passage);
  }
  await goTo(window, room);
  await page.locator(`[data-room=${room}]`).waitFor();
  await does?.(window);
  if (state === 'offline') await gate.cut();
  await page.locator(shows).first().waitFor();
}

/** By the page's address, as a link would: from nothing, so that no room before it leaves anything behind. */
export async function goTo({ page, home }: Window, room: RoomName): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${home}${room === 'conversation' ? '' : `#/${room}`}`);
  await page.getByTestId('room-conversation').first().waitFor();
}
