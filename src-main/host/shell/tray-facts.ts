/** What the tray shows of the core, kept as the core tells it. */
import type { Client } from '../../../src-preload/connect.ts';
import type { EventData } from '../../../src-preload/contract.ts';
import { followOrganizer } from '../../../src-preload/follow-organizer.ts';
import { newerPicture, type OrganizerPicture } from '../../domain/organizer-changes.ts';
import type { ProfilePreferences } from '../../domain/settings.ts';
import type { LastAnswer, MenuFacts } from './tray-menu.ts';
import type { TrayFacts } from './tray-state.ts';

export type Facts = Omit<TrayFacts, 'isOnline'> & Omit<MenuFacts, 'microphones' | 'update'>;

const unknown: Facts = {
  isBroken: false,
  isListening: false,
  isPrivate: false,
  isArmed: false,
  isHotword: false,
  microphone: undefined,
  lastAnswer: undefined,
  ringing: [],
};

const ofVoice = ({ voice }: ProfilePreferences): Pick<Facts, 'isArmed' | 'isHotword' | 'microphone'> => ({
  isArmed: voice.mode === 'hotword' || voice.mode === 'always',
  isHotword: voice.mode === 'hotword',
  microphone: voice.microphone,
});

const ofOrganizer = ({ timers }: OrganizerPicture): Pick<Facts, 'ringing'> => ({
  ringing: timers.filter(one => one.rangAtMs !== undefined && one.dismissedAtMs === undefined),
});

export interface WatchedFacts {
  current(): Facts;
  close(): void;
}

/** `changed` is told of every change. `failed`: the first picture could not be taken. */
export function watchTrayFacts(
  client: Pick<Client, 'on' | 'call'>,
  { changed, failed }: { readonly changed: () => void; readonly failed: (error: unknown) => void },
): WatchedFacts {
  let facts = unknown;
  let kept: OrganizerPicture = { of: '', revision: 0, timers: [], notes: [], lists: [], facts: [] };
  const listening = new Set<string>();
  const change = (parts: Partial<Facts>): void => {
    facts = { ...facts, ...parts };
    changed();
  };
  const keep = (picture: OrganizerPicture): Pick<Facts, 'ringing'> => {
    kept = newerPicture(kept, picture);
    return ofOrganizer(kept);
  };
  const turnEnded = (answer?: LastAnswer): void => {
    const { turn: _turn, ...rest } = facts;
    facts = answer === undefined ? rest : { ...rest, lastAnswer: answer };
    changed();
  };
  const ended = ({ message }: EventData<'turn.ended'>): void => {
    const { conversationId, role, text } = message;
    // What is said in private mode stands in no menu.
    const isShown = role === 'assistant' && text !== '' && !facts.isPrivate;
    turnEnded(isShown ? { text, conversationId } : undefined);
  };
  const captured = ({ captureId, state }: EventData<'voice.state'>): void => {
    if (state === 'listening' || state === 'hearing') listening.add(captureId);
    else listening.delete(captureId);
    change({ isListening: listening.size > 0 });
  };
  const takePicture = (): void => {
    client.call('app.snapshot', {}).then(({ memory, preferences, organizer }) => {
      change({ isPrivate: memory.isPrivate, ...ofVoice(preferences), ...keep(organizer) });
    }, failed);
  };
  const ends = [
    client.on('turn.thinking', () => change({ turn: 'thinking' })),
    client.on('turn.ended', ended),
    client.on('voice.speaking', ({ state }) =>
      state === 'started' ? change({ turn: 'speaking' }) : turnEnded(),
    ),
    client.on('voice.state', captured),
    client.on('memory.privateChanged', ({ on }) => {
      change({ isPrivate: on, lastAnswer: undefined });
      takePicture();
    }),
    client.on('profile.changed', () => {
      facts = unknown;
      takePicture();
    }),
    client.on('preferences.changed', preferences => change(ofVoice(preferences))),
    followOrganizer(client, { current: () => kept, show: picture => change(keep(picture)), failed }),
    client.on('timer.rang', timer =>
      change({ ringing: [...facts.ringing.filter(({ id }) => id !== timer.id), timer] }),
    ),
    client.on('app.failed', () => change({ isBroken: true })),
  ];
  takePicture();
  return {
    current: () => facts,
    close: () => {
      for (const end of ends) end();
    },
  };
}
