/** Answers from the person's documents, word for word, with file and page. */
import type { Language } from '../../domain/language.ts';
import type { QuotedDocument } from '../asked-knowledge.ts';
import { bullets, nbsp, quoted } from './phrasing.ts';
import { type Skill, say, textSlot } from './skill.ts';

const quotedAtMost = 3;

export const askKnowledge: Skill = async (question, { askedKnowledge }) => {
  const { language, text } = question;
  if (askedKnowledge.isModelThere()) return undefined;
  const found = await askedKnowledge.quote(text, language);
  const [best, ...others] = found?.slice(0, quotedAtMost) ?? [];
  if (best !== undefined) {
    const recalled = [best, ...others].map(({ used }) => used);
    return {
      ...say(others.length === 0 ? single(best, language) : several([best, ...others], language)),
      recalled,
    };
  }
  if (found === undefined)
    return say(
      language === 'fr'
        ? `Vous ne m’avez encore donné aucun document. Ajoutez-en un dans Documents, ou${nbsp}: jarvis knowledge add.`
        : 'You have not given me any documents yet. Add one under Documents, or: jarvis knowledge add.',
    );
  const about = textSlot(question, 'about');
  return say(
    language === 'fr'
      ? `Je ne trouve rien sur ${quoted(about, 'fr')} dans vos documents.`
      : `I find nothing about ${quoted(about, 'en')} in your documents.`,
  );
};

const single = (one: QuotedDocument, language: Language): string =>
  language === 'fr'
    ? `D’après ${placeOf(one, 'fr')}${nbsp}: ${quoted(oneLine(one.text), 'fr')}`
    : `According to ${placeOf(one, 'en')}: ${quoted(oneLine(one.text), 'en')}`;

const several = (all: readonly QuotedDocument[], language: Language): string =>
  `${language === 'fr' ? `Voici ce que j’y trouve${nbsp}:` : 'Here is what I find there:'}\n\n${bullets(
    all.map(
      one =>
        `${placeOf(one, language)}${language === 'fr' ? nbsp : ''}: ${quoted(oneLine(one.text), language)}`,
    ),
  )}`;

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

const placeOf = ({ documentName, page }: QuotedDocument, language: Language): string =>
  page === undefined
    ? documentName
    : `${documentName}, ${language === 'fr' ? `page${nbsp}` : 'page '}${page}`;
