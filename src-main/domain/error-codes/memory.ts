/** Codes of the memory: forgetting, correcting, bringing memories in. */
import { define } from './error-text.ts';

export const memoryErrors = define({
  'memory.changed': {
    stage: 'memory',
    retryable: true,
    message: {
      fr: 'La mémoire a changé depuis cet aperçu ; rien n’a été oublié.',
      en: 'The memory has changed since this preview; nothing was forgotten.',
    },
    hint: {
      fr: 'Regardez de nouveau ce qui serait oublié, puis confirmez.',
      en: 'Look again at what would be forgotten, then confirm.',
    },
  },
  'memory.same': {
    stage: 'memory',
    retryable: false,
    message: {
      fr: 'Il n’y a rien à réunir : c’est déjà la même chose.',
      en: 'There is nothing to merge: they are the same already.',
    },
    hint: {
      fr: 'Choisissez deux faits, ou deux noms, qui sont différents.',
      en: 'Choose two facts, or two names, that differ.',
    },
  },
  'memory.private': {
    stage: 'memory',
    retryable: false,
    message: {
      fr: 'Le mode privé est actif : la mémoire ne retient rien.',
      en: 'Private mode is on: the memory keeps nothing.',
    },
    hint: {
      fr: 'Quittez le mode privé, puis recommencez.',
      en: 'Leave private mode, then try again.',
    },
  },
  'memory.interrupted': {
    stage: 'memory',
    retryable: true,
    message: {
      fr: 'La consolidation a été interrompue par une nouvelle demande ; rien n’a été écrit à moitié.',
      en: 'The consolidation was interrupted by a new request; nothing was half written.',
    },
    hint: {
      fr: 'Recommencez quand la réponse est terminée, ou laissez faire : elle reprend d’elle-même.',
      en: 'Try again once the answer is finished, or leave it: it goes on by itself.',
    },
  },
  'memory.import-malformed': {
    stage: 'memory',
    retryable: false,
    message: {
      fr: 'Aucun souvenir ne peut être lu dans ce fichier : {detail}.',
      en: 'No memories can be read from this file: {detail}.',
    },
    hint: {
      fr: 'Choisissez une mémoire exportée par Jarvis, un export de ChatGPT, de Claude ou de mem0, ou une liste en Markdown ; rien n’a été repris.',
      en: 'Choose a memory exported by Jarvis, an export of ChatGPT, Claude or mem0, or a Markdown list; nothing was taken in.',
    },
  },
});
