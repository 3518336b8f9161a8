/** Adds to, removes from, shows and empties lists. */

import { fold } from '../../domain/fold.ts';
import { newId } from '../../domain/id.ts';
import type { Language } from '../../domain/language.ts';
import type { ListItem } from '../../domain/organizer.ts';
import { meaningfulWords } from './matching.ts';
import { bullets, capital, enumerate, nbsp, quoted } from './phrasing.ts';
import { changed, listSlot, type Question, type Skill, type Surroundings, say, textSlot } from './skill.ts';

const names: Readonly<Record<string, Record<Language, string>>> = {
  shopping: { fr: 'liste de courses', en: 'shopping list' },
  todo: { fr: 'liste de tâches', en: 'to-do list' },
};
const nameOf = (list: string, language: Language): string =>
  names[list]?.[language] ??
  (language === 'fr' ? `liste ${quoted(list, 'fr')}` : `list ${quoted(list, 'en')}`);

/** The list as it is kept: the user's own word in whatever case it was first written. */
async function keptName(list: string, { organizer }: Surroundings): Promise<string> {
  return (await organizer.listNames()).find(name => fold(name) === fold(list)) ?? list;
}

export const addToList: Skill = async (question, around) => {
  const { language } = question;
  const list = await keptName(textSlot(question, 'list'), around);
  const there = new Set((await around.organizer.listItems(list)).map(item => fold(item.text)));
  const wanted = listSlot(question, 'items');
  const fresh = wanted.filter(
    (text, at) => !there.has(fold(text)) && wanted.findIndex(other => fold(other) === fold(text)) === at,
  );
  if (fresh.length === 0) {
    const what = enumerate(
      wanted.map(text => quoted(text, language)),
      language,
    );
    return say(
      language === 'fr'
        ? `Déjà sur la ${nameOf(list, language)}${nbsp}: ${what}.`
        : `Already on the ${nameOf(list, language)}: ${what}.`,
    );
  }
  const createdAtMs = around.clock.nowMs();
  await around.organizer.addListItems(fresh.map(text => ({ id: newId(), list, text, createdAtMs })));
  const what = enumerate(fresh, language);
  return changed(
    language === 'fr'
      ? `Ajouté à la ${nameOf(list, language)}${nbsp}: ${what}.`
      : `Added to the ${nameOf(list, language)}: ${what}.`,
  );
};

export const removeFromList: Skill = async (question, around) => {
  const { language } = question;
  const list = await keptName(textSlot(question, 'list'), around);
  const items = await around.organizer.listItems(list);
  const found = listSlot(question, 'items').map(text => ({ text, item: findItem(items, text) }));
  const gone = found.flatMap(({ item }) => (item ? [item] : []));
  for (const item of gone) await around.organizer.deleteListItem(item.id);
  const missing = found.filter(({ item }) => !item).map(({ text }) => quoted(text, language));
  const sentences = [
    gone.length > 0 && removed(gone, list, language),
    missing.length > 0 && absent(missing, list, language),
  ].filter(sentence => sentence !== false);
  return gone.length > 0 ? changed(sentences.join(' ')) : say(sentences.join(' '));
};

function removed(gone: readonly ListItem[], list: string, language: Language): string {
  const what = enumerate(
    gone.map(item => item.text),
    language,
  );
  return language === 'fr'
    ? `Retiré de la ${nameOf(list, 'fr')}${nbsp}: ${what}.`
    : `Removed from the ${nameOf(list, 'en')}: ${what}.`;
}
function absent(missing: readonly string[], list: string, language: Language): string {
  const what = enumerate(missing, language);
  return language === 'fr'
    ? `Pas sur la ${nameOf(list, 'fr')}${nbsp}: ${what}.`
    : `Not on the ${nameOf(list, 'en')}: ${what}.`;
}

/** The same words first, then the same meaningful words, then an item that holds them all. */
function findItem(items: readonly ListItem[], text: string): ListItem | undefined {
  const words = meaningfulWords(text);
  const key = words.join(' ');
  return (
    items.find(item => fold(item.text) === fold(text)) ??
    items.find(item => key !== '' && meaningfulWords(item.text).join(' ') === key) ??
    items.find(item => words.length > 0 && words.every(word => meaningfulWords(item.text).includes(word)))
  );
}

const somebodysOwn = /(?<!\p{L})(?:ma|mes|notre|nos|my|our)(?!\p{L})/iu;

export const showList: Skill = async (question, around) => {
  const asked = textSlot(question, 'list');
  if (asked === '') return showNames(question, around);
  const { language } = question;
  const list = await keptName(asked, around);
  const items = await around.organizer.listItems(list);
  const name = nameOf(list, language);
  // "The list of US presidents" is nobody's own: whoever knows it may answer.
  if (items.length === 0 && /\s/.test(list) && !somebodysOwn.test(question.text)) return undefined;
  if (items.length === 0)
    return say(language === 'fr' ? `Votre ${name} est vide.` : `Your ${name} is empty.`);
  return say(`${capital(name)}${language === 'fr' ? nbsp : ''}:\n\n${bullets(items.map(item => item.text))}`);
};

async function showNames({ language }: Question, { organizer }: Surroundings) {
  const kept = await organizer.listNames();
  if (kept.length === 0) return say(language === 'fr' ? 'Vous n’avez aucune liste.' : 'You have no lists.');
  return say(bullets(kept.map(list => capital(nameOf(list, language)))));
}

export const clearList: Skill = async (question, around) => {
  const { language } = question;
  const list = await keptName(textSlot(question, 'list'), around);
  const items = await around.organizer.listItems(list);
  const name = nameOf(list, language);
  if (items.length === 0)
    return say(language === 'fr' ? `Votre ${name} est déjà vide.` : `Your ${name} is empty already.`);
  for (const item of items) await around.organizer.deleteListItem(item.id);
  const what = enumerate(
    items.map(item => item.text),
    language,
  );
  return changed(
    language === 'fr'
      ? `La ${name} est vide. Retiré${nbsp}: ${what}.`
      : `The ${name} is empty now. Removed: ${what}.`,
  );
};
