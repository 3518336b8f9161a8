/** Has the window do what was said; the window itself shows why, where it cannot be done now. */
import type { Language } from '../../domain/language.ts';
import { namedKinds, type SaidCommand, saidCommands, type WindowOrder } from '../../domain/window-command.ts';
import { type Question, type Skill, say, textSlot } from './skill.ts';

const rooms: Partial<Record<SaidCommand, Record<Language, string>>> = {
  'room.conversation': { fr: 'Voici la conversation.', en: 'Here is the conversation.' },
  'room.memory': { fr: 'Voici la mémoire.', en: 'Here is the memory.' },
  'room.now': { fr: 'Voici ce qui est en cours.', en: 'Here is what is under way.' },
  'room.system': { fr: 'Voici le système.', en: 'Here is the system.' },
  'room.settings': { fr: 'Voici les réglages.', en: 'Here are the settings.' },
  'memory.documents': { fr: 'Voici vos documents.', en: 'Here are your documents.' },
  'system.models': { fr: 'Voici les modèles.', en: 'Here are the models.' },
  'system.doctor': { fr: 'Je vérifie chaque partie.', en: 'I am checking each part.' },
  'window.keys': { fr: 'Voici toutes les touches.', en: 'Here are all keys.' },
};
const allRight: Record<Language, string> = { fr: 'D’accord.', en: 'All right.' };
const noWindow: Record<Language, string> = {
  fr: 'Cela se fait dans la fenêtre de Jarvis, pas ici.',
  en: 'That is done in the window of Jarvis, not here.',
};

function orderOf(question: Question): WindowOrder | undefined {
  const said = saidCommands.find(one => one === textSlot(question, 'command'));
  const on = textSlot(question, 'on');
  if (said !== undefined) return { command: said, ...(on !== '' && { on: on === 'yes' }) };
  const kind = namedKinds.find(one => one === textSlot(question, 'kind'));
  const words = textSlot(question, 'words').trim();
  return kind === undefined || words === '' ? undefined : { kind, words };
}

export const commandWindow: Skill = async (question, { askedWindow }) => {
  const { askedAt, language, origin } = question;
  const order = orderOf(question);
  if (order === undefined) return undefined;
  if (askedAt === undefined || origin === 'command-line') return say(noWindow[language]);
  askedWindow.order(order, askedAt);
  return say(('command' in order ? rooms[order.command]?.[language] : undefined) ?? allRight[language]);
};
