/** Remembers, finds and forgets the facts the user tells. */

import { fold } from '../../domain/fold.ts';
import { newId } from '../../domain/id.ts';
import type { Language } from '../../domain/language.ts';
import { civilOf } from '../../domain/local-time.ts';
import type { RememberedFact } from '../../domain/organizer.ts';
import { matching } from './matching.ts';
import { bullets, longDate, nbsp, quoted } from './phrasing.ts';
import { changed, type Skill, say, textSlot } from './skill.ts';

export const rememberFact: Skill = async (question, { organizer, clock }) => {
  const { language, messageId } = question;
  const text = textSlot(question, 'fact');
  const known = (await organizer.findFacts('')).some(fact => fold(fact.text) === fold(text));
  if (known)
    return say(
      language === 'fr'
        ? `Je le sais déjà${nbsp}: ${quoted(text, 'fr')}.`
        : `I know that already: ${quoted(text, 'en')}.`,
    );
  const source = messageId === undefined ? {} : { sourceMessageId: messageId };
  await organizer.addFact({ id: newId(), text, language, createdAtMs: clock.nowMs(), ...source });
  return changed(
    language === 'fr'
      ? `Je m’en souviendrai${nbsp}: ${quoted(text, 'fr')}.`
      : `I will remember: ${quoted(text, 'en')}.`,
  );
};

/** "me" means everything: all facts are the user's. */
const isEverything = (about: string): boolean =>
  /^(?:moi|me|myself|moi-même|everything|tout|nous|us)$/i.test(about);

const found = (facts: readonly RememberedFact[], about: string, least: number): readonly RememberedFact[] =>
  isEverything(about) ? facts : matching(facts, about, fact => fact.text, least);

function lines(facts: readonly RememberedFact[], zone: string, language: Language): string {
  return bullets(facts.map(fact => `${fact.text} (${longDate(civilOf(fact.createdAtMs, zone), language)})`));
}

export const askFacts: Skill = async (question, { organizer, zone }) => {
  const { language, understanding } = question;
  const about = textSlot(question, 'about');
  const facts = found(await organizer.findFacts(''), about, 0.5);
  const [only] = facts;
  if (!only) {
    if (understanding.details?.implicit) return undefined;
    if (isEverything(about))
      return say(
        language === 'fr'
          ? 'Vous ne m’avez encore rien demandé de retenir.'
          : 'You have not asked me to remember anything yet.',
      );
    return say(
      language === 'fr'
        ? `Vous ne m’avez rien demandé de retenir sur ${quoted(about, 'fr')}.`
        : `You have not asked me to remember anything about ${quoted(about, 'en')}.`,
    );
  }
  if (facts.length === 1) {
    const date = longDate(civilOf(only.createdAtMs, zone()), language);
    return say(
      language === 'fr'
        ? `Vous m’avez dit le ${date}${nbsp}: ${quoted(only.text, 'fr')}.`
        : `You told me on ${date}: ${quoted(only.text, 'en')}.`,
    );
  }
  return say(
    `${language === 'fr' ? `Voici ce que vous m’avez dit${nbsp}:` : 'Here is what you told me:'}\n\n${lines(facts, zone(), language)}`,
  );
};

export const forgetFacts: Skill = async (question, { organizer }) => {
  const { language } = question;
  const about = textSlot(question, 'about');
  const facts = found(await organizer.findFacts(''), about, 0.6);
  if (facts.length === 0) {
    return say(
      language === 'fr'
        ? `Je n’avais rien retenu sur ${quoted(about, 'fr')}${nbsp}: il n’y a rien à oublier.`
        : `I had remembered nothing about ${quoted(about, 'en')}, so there is nothing to forget.`,
    );
  }
  for (const fact of facts) await organizer.deleteFact(fact.id);
  const intro = language === 'fr' ? `C’est oublié pour de bon${nbsp}:` : 'Forgotten for good:';
  const [only] = facts;
  return changed(
    facts.length === 1 && only
      ? `${intro} ${quoted(only.text, language)}.`
      : `${intro}\n\n${bullets(facts.map(fact => fact.text))}`,
  );
};
