/** Remembers what the user tells, says what is known and since when, and forgets it. */
import type { Language } from '../../domain/language.ts';
import { civilOf } from '../../domain/local-time.ts';
import type { KnownThing } from '../asked-memory.ts';
import { matching } from './matching.ts';
import { bullets, capital, longDate, nbsp, quoted } from './phrasing.ts';
import { type Skill, type Spoken, say, textSlot } from './skill.ts';

export const rememberFact: Skill = async (question, { askedMemory }) => {
  const { language, messageId } = question;
  if (askedMemory.isPrivate())
    return say(
      language === 'fr'
        ? 'En mode privé, je ne retiens rien. Quittez le mode privé, puis redites-le-moi.'
        : 'In private mode I remember nothing. Leave private mode and tell me again.',
    );
  const text = textSlot(question, 'fact');
  const outcome = await askedMemory.remember({
    text,
    language,
    ...(messageId !== undefined && { messageId }),
  });
  const said = quoted(text, language);
  if (outcome === 'refused')
    return say(
      language === 'fr'
        ? `Cela, je ne le retiens pas${nbsp}: ${said}.`
        : `That is something I do not keep: ${said}.`,
    );
  if (outcome === 'known')
    return say(language === 'fr' ? `Je le sais déjà${nbsp}: ${said}.` : `I know that already: ${said}.`);
  return say(language === 'fr' ? `Je m’en souviendrai${nbsp}: ${said}.` : `I will remember: ${said}.`);
};

/** "me" means everything: all that is known is of the user. */
const isEverything = (about: string): boolean =>
  /^(?:moi|me|myself|moi-même|everything|tout|nous|us)$/i.test(about);

export const askFacts: Skill = async (question, { askedMemory, zone }) => {
  const { language, understanding } = question;
  const about = textSlot(question, 'about');
  // "Comment s'appelle mon mari ?" wants his name, not everything that was said of him.
  const answers = understanding.details?.implicit ? await askedMemory.answers(question.text, language) : [];
  if (answers.length > 0) return asFacts(answers);
  const everything = isEverything(about);
  const known = await askedMemory.about(everything ? '' : about);
  const things = everything ? known : fitting(known, about);
  if (things.length > 0) return told(things, zone(), language);
  if (understanding.details?.implicit) return undefined;
  if (everything)
    return say(
      language === 'fr' ? 'Vous ne m’avez encore rien dit de vous.' : 'You have not told me anything yet.',
    );
  return say(
    language === 'fr'
      ? `Vous ne m’avez rien dit sur ${quoted(about, 'fr')}.`
      : `You have not told me anything about ${quoted(about, 'en')}.`,
  );
};

/** Facts about it, and the sentences that share at least half of its words. */
function fitting(known: readonly KnownThing[], about: string): readonly KnownThing[] {
  const sentences = matching(
    known.filter(({ isFact }) => !isFact),
    about,
    ({ text }) => text,
  );
  return [...known.filter(({ isFact }) => isFact), ...sentences];
}

/** What held before: "where did I live before?" */
export const askBefore: Skill = async (question, { askedMemory, zone }) => {
  const relation = textSlot(question, 'relation');
  const about = textSlot(question, 'about');
  const held = await askedMemory.before(relation === '' ? undefined : relation);
  const things = about === '' ? held : matching(held, about, ({ text }) => text);
  return things.length === 0 ? undefined : told(things, zone(), question.language);
};

export const whyKnown: Skill = async ({ language, askedAt }, { askedMemory, zone }) => {
  const things = askedAt === undefined ? undefined : await askedMemory.why(askedAt);
  if (things !== undefined && things.length > 0) return told(things, zone(), language);
  return say(
    language === 'fr'
      ? 'Ma réponse ne s’appuyait sur rien de ce que vous m’avez dit.'
      : 'My answer did not rest on anything you told me.',
  );
};

export const correctFact: Skill = async (question, { askedMemory }) => {
  const { language, askedAt: asked } = question;
  const value = textSlot(question, 'value');
  const wrong = textSlot(question, 'wrong');
  if (asked === undefined || askedMemory.isPrivate()) return undefined;
  const correction = await askedMemory.correction({ value, asked, ...(wrong !== '' && { wrong }) });
  if (correction === undefined) return undefined;
  const { before, after, apply } = correction;
  const text =
    language === 'fr'
      ? `C’est corrigé${nbsp}: ${quoted(after, 'fr')} au lieu de ${quoted(before, 'fr')}.`
      : `Corrected: ${quoted(after, 'en')} instead of ${quoted(before, 'en')}.`;
  return { ...say(text), effect: apply };
};

function asFacts(facts: readonly KnownThing[]): Spoken {
  const [only, ...others] = facts.map(({ text }) => capital(text));
  const text = only !== undefined && others.length === 0 ? `${only}.` : bullets([only ?? '', ...others]);
  return { ...say(text), recalled: facts.map(({ used }) => used) };
}

function told(things: readonly KnownThing[], zone: string, language: Language): Spoken {
  const recalled = things.map(({ used }) => used);
  const dayOf = ({ atMs }: KnownThing) => longDate(civilOf(atMs, zone), language);
  const [only] = things;
  if (things.some(({ document }) => document !== undefined))
    return { ...say(withDocuments(things, zone, language)), recalled };
  if (things.length === 1 && only !== undefined)
    return {
      ...say(
        language === 'fr'
          ? `Vous m’avez dit le ${dayOf(only)}${nbsp}: ${quoted(only.text, 'fr')}.`
          : `You told me on ${dayOf(only)}: ${quoted(only.text, 'en')}.`,
      ),
      recalled,
    };
  const intro = language === 'fr' ? `Voici ce que vous m’avez dit${nbsp}:` : 'Here is what you told me:';
  return { ...say(`${intro}\n\n${bullets(things.map(one => `${one.text} (${dayOf(one)})`))}`), recalled };
}

/** What was said, and what is written. */
function withDocuments(things: readonly KnownThing[], zone: string, language: Language): string {
  const intro = language === 'fr' ? `Ma réponse s’appuyait sur ceci${nbsp}:` : 'My answer rested on this:';
  const lines = things.map(({ text, atMs, document }) => {
    if (document === undefined) return `${text} (${longDate(civilOf(atMs, zone), language)})`;
    const page = document.page === undefined ? '' : `, page${nbsp}${document.page}`;
    return `${shortened(text)} (${document.name}${page})`;
  });
  return `${intro}\n\n${bullets(lines)}`;
}

const longestShown = 200;
const shortened = (text: string): string =>
  text.length <= longestShown
    ? text
    : `${text
        .slice(0, longestShown)
        .toWellFormed()
        .replace(/\s+\S*$/u, '')} …`;

export const forgetFacts: Skill = async (question, { askedMemory }) => {
  const { language } = question;
  const about = textSlot(question, 'about');
  const gone = await askedMemory.forget(isEverything(about) ? '' : about);
  if (gone.length > 0) return say(forgotten(gone, language));
  return say(
    language === 'fr'
      ? `Je n’avais rien retenu sur ${quoted(about, 'fr')}${nbsp}: il n’y a rien à oublier.`
      : `I had remembered nothing about ${quoted(about, 'en')}, so there is nothing to forget.`,
  );
};

/** The words that went are said once more, so that the person knows; the message that holds them goes the same way. */
export function forgotten(gone: readonly string[], language: Language): string {
  const count = gone.length;
  if (language === 'fr')
    return count === 1 ? 'C’est oublié pour de bon.' : `C’est oublié pour de bon${nbsp}: ${count} souvenirs.`;
  return count === 1 ? 'Forgotten for good.' : `Forgotten for good: ${count} memories.`;
}
