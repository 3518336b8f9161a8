/** What the tray shows: one state, by the same order as the window's core, and the menu's words in both languages. */
import type { Bilingual } from '../../domain/language.ts';

export type TrayState =
  | 'idle'
  | 'armed'
  | 'listening'
  | 'thinking'
  | 'speaking'
  | 'private'
  | 'offline'
  | 'error';

export interface TrayFacts {
  readonly isBroken: boolean;
  readonly turn?: 'thinking' | 'speaking';
  readonly isListening: boolean;
  readonly isPrivate: boolean;
  readonly isArmed: boolean;
  readonly isOnline: boolean;
}

/** Error first, then what is going on, then what lasts: private, offline, armed, idle. */
export function trayState(facts: TrayFacts): TrayState {
  const { isBroken, turn, isListening, isPrivate, isOnline, isArmed } = facts;
  if (isBroken) return 'error';
  if (isListening) return 'listening';
  if (turn !== undefined) return turn;
  if (isPrivate) return 'private';
  if (!isOnline) return 'offline';
  return isArmed ? 'armed' : 'idle';
}

export const trayWords: Readonly<Record<TrayState | 'update', Bilingual>> = {
  idle: { fr: 'Jarvis', en: 'Jarvis' },
  armed: { fr: 'Jarvis attend son nom', en: 'Jarvis waits for its name' },
  listening: { fr: 'Jarvis écoute', en: 'Jarvis listens' },
  thinking: { fr: 'Jarvis réfléchit', en: 'Jarvis thinks' },
  speaking: { fr: 'Jarvis répond', en: 'Jarvis answers' },
  private: { fr: 'Jarvis, mode privé', en: 'Jarvis, private mode' },
  offline: { fr: 'Jarvis, hors ligne', en: 'Jarvis, offline' },
  error: { fr: 'Jarvis : une partie ne répond plus', en: 'Jarvis: a part does not answer' },
  update: { fr: 'une mise à jour est prête', en: 'an update is ready' },
};
