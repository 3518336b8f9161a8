/** Takes, reads and deletes notes. */
import { newId } from '../../domain/id.ts';
import { civilOf } from '../../domain/local-time.ts';
import type { Note } from '../../domain/organizer.ts';
import { matching } from './matching.ts';
import { bullets, longDate, nbsp, quoted } from './phrasing.ts';
import { changed, type Skill, say, textSlot } from './skill.ts';

export const addNote: Skill = async (question, { organizer, clock }) => {
  const { language } = question;
  const text = textSlot(question, 'text');
  if (text === '') {
    return say(
      language === 'fr'
        ? `Que faut-il noter${nbsp}? Dites par exemple «${nbsp}note${nbsp}: acheter des fleurs${nbsp}».`
        : 'What should I note? Say for example “note: buy flowers”.',
    );
  }
  await organizer.addNote({ id: newId(), text, createdAtMs: clock.nowMs() });
  return changed(
    language === 'fr' ? `C’est noté${nbsp}: ${quoted(text, 'fr')}.` : `Noted: ${quoted(text, 'en')}.`,
  );
};

export const listNotes: Skill = async ({ language }, { organizer, zone }) => {
  const notes = await organizer.listNotes();
  if (notes.length === 0) return say(language === 'fr' ? 'Vous n’avez aucune note.' : 'You have no notes.');
  return say(
    bullets(
      notes.map(note => `${note.text} (${longDate(civilOf(note.createdAtMs, zone()), language, false)})`),
    ),
  );
};

export const deleteNote: Skill = async (question, { organizer }) => {
  const { language } = question;
  const notes = await organizer.listNotes();
  if (notes.length === 0) return say(language === 'fr' ? 'Vous n’avez aucune note.' : 'You have no notes.');
  const about = textSlot(question, 'about');
  const found = about === '' ? newest(notes) : matching(notes, about, note => note.text);
  const [first] = found;
  if (!first)
    return say(
      language === 'fr'
        ? `Aucune note ne parle de ${quoted(about, 'fr')}.`
        : `No note is about ${quoted(about, 'en')}.`,
    );
  if (found.length > 1) {
    const which =
      language === 'fr'
        ? `Il y en a ${found.length}. Laquelle${nbsp}?`
        : `There are ${found.length}. Which one?`;
    return say(`${which}\n\n${bullets(found.map(note => note.text))}`);
  }
  await organizer.deleteNote(first.id);
  return changed(
    language === 'fr'
      ? `Note supprimée${nbsp}: ${quoted(first.text, 'fr')}.`
      : `Note deleted: ${quoted(first.text, 'en')}.`,
  );
};

const newest = (notes: readonly Note[]): Note[] =>
  notes.toSorted((a, b) => b.createdAtMs - a.createdAtMs || (a.id < b.id ? 1 : -1)).slice(0, 1);
