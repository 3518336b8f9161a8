/** The tray's menu as rows: what each says, and what a click on it means. */
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Timer } from '../../domain/organizer.ts';
import { ringingName } from './ringing-words.ts';

export type TrayOrder =
  | { readonly kind: 'show' | 'hide' | 'quick' | 'quit' | 'copy-answer' | 'open-answer' | 'install' }
  | { readonly kind: 'private' | 'hotword'; readonly on: boolean }
  /** Absent: the system's. */
  | { readonly kind: 'microphone'; readonly label?: string }
  | { readonly kind: 'dismiss'; readonly timerId: string };

export interface MenuRow {
  readonly id: string;
  readonly label?: string;
  readonly type?: 'separator' | 'checkbox' | 'radio';
  readonly checked?: boolean;
  readonly enabled?: boolean;
  readonly order?: TrayOrder;
  readonly rows?: readonly MenuRow[];
}

export interface LastAnswer {
  readonly text: string;
  readonly conversationId: string;
}

export interface MenuFacts {
  readonly isPrivate: boolean;
  readonly isHotword: boolean;
  /** Undefined: the system's. */
  readonly microphone: string | undefined;
  readonly microphones: readonly string[];
  /** Of private mode there is none. */
  readonly lastAnswer: LastAnswer | undefined;
  readonly ringing: readonly Pick<Timer, 'id' | 'kind' | 'label'>[];
  /** The version that waits to be installed. */
  readonly update: string | undefined;
}

const words = {
  show: { fr: 'Afficher Jarvis', en: 'Show Jarvis' },
  quick: { fr: 'Question rapide', en: 'Quick question' },
  hide: { fr: 'Masquer la fenêtre', en: 'Hide the window' },
  hotword: { fr: 'Attendre mon nom', en: 'Listen for the name' },
  private: { fr: 'Mode privé', en: 'Private mode' },
  microphone: { fr: 'Microphone', en: 'Microphone' },
  systemDevice: { fr: 'Celui du système', en: 'The system’s' },
  lastAnswer: { fr: 'Dernière réponse', en: 'Last answer' },
  noAnswer: { fr: 'Pas encore de réponse', en: 'No answer yet' },
  copy: { fr: 'Copier', en: 'Copy' },
  open: { fr: 'Ouvrir la conversation', en: 'Open the conversation' },
  stop: { fr: 'Arrêter : {name}', en: 'Stop: {name}' },
  update: { fr: 'Installer Jarvis {version}', en: 'Install Jarvis {version}' },
  quit: { fr: 'Quitter Jarvis', en: 'Quit Jarvis' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const longest = 60;

/** The first line of an answer as a menu can show it: without the signs of Markdown, and short. */
export function firstLine(text: string): string {
  const line = text
    .split('\n')
    .map(one => one.replace(/^[\s>#*\-+]+|[*`]|~~/g, '').trim())
    .find(one => one !== '');
  if (line === undefined) return '';
  const signs = [...line];
  return signs.length <= longest ? line : `${signs.slice(0, longest - 1).join('')}…`;
}

/** A menu takes the sign before a letter for its key. */
const plain = (text: string): string => text.replaceAll('&', '&&');

export function trayMenu(facts: MenuFacts, language: Language): readonly MenuRow[] {
  const say = (key: keyof typeof words): string => words[key][language];
  const line = (id: string): MenuRow => ({ id, type: 'separator' });
  return [
    ...facts.ringing.map(
      (timer): MenuRow => ({
        id: `stop ${timer.id}`,
        label: plain(say('stop').replace('{name}', () => ringingName(timer, language))),
        order: { kind: 'dismiss', timerId: timer.id },
      }),
    ),
    { id: 'quick', label: say('quick'), order: { kind: 'quick' } },
    { id: 'show', label: say('show'), order: { kind: 'show' } },
    { id: 'hide', label: say('hide'), order: { kind: 'hide' } },
    line('after-windows'),
    answerRow(facts, say),
    line('after-answer'),
    {
      id: 'hotword',
      type: 'checkbox',
      checked: facts.isHotword,
      label: say('hotword'),
      order: { kind: 'hotword', on: !facts.isHotword },
    },
    {
      id: 'private',
      type: 'checkbox',
      checked: facts.isPrivate,
      label: say('private'),
      order: { kind: 'private', on: !facts.isPrivate },
    },
    { id: 'microphone', label: say('microphone'), rows: microphoneRows(facts, say('systemDevice')) },
    line('after-voice'),
    ...updateRows(facts.update, say('update')),
    { id: 'quit', label: say('quit'), order: { kind: 'quit' } },
  ];
}

function answerRow({ lastAnswer }: MenuFacts, say: (key: keyof typeof words) => string): MenuRow {
  const line = lastAnswer === undefined ? '' : firstLine(lastAnswer.text);
  if (line === '') return { id: 'answer', label: say('noAnswer'), enabled: false };
  return {
    id: 'answer',
    label: plain(line),
    rows: [
      { id: 'answer-copy', label: say('copy'), order: { kind: 'copy-answer' } },
      { id: 'answer-open', label: say('open'), order: { kind: 'open-answer' } },
    ],
  };
}

/** One that is chosen and not there now is shown all the same. */
function microphoneRows({ microphone, microphones }: MenuFacts, system: string): readonly MenuRow[] {
  const named = [...new Set([...microphones, ...(microphone === undefined ? [] : [microphone])])];
  return [
    {
      id: 'microphone-system',
      type: 'radio',
      checked: microphone === undefined,
      label: system,
      order: { kind: 'microphone' },
    },
    ...named.map(
      (label, at): MenuRow => ({
        id: `microphone-${at}`,
        type: 'radio',
        checked: label === microphone,
        label: plain(label),
        order: { kind: 'microphone', label },
      }),
    ),
  ];
}

function updateRows(version: string | undefined, label: string): readonly MenuRow[] {
  if (version === undefined) return [];
  return [{ id: 'update', label: label.replace('{version}', version), order: { kind: 'install' } }];
}
