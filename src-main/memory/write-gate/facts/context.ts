/** What the turns before this one make known: who was named, what was said of them, and the question that is being answered. */

import type { Language } from '../../../domain/language.ts';
import { captureAt, type Shape } from '../capture.ts';
import { datesIn, type Moment } from '../dates.ts';
import { type Cast, type Entity, entityAt, user } from '../entities.ts';
import { nameAt } from '../name-span.ts';
import type { Words } from '../tokens.ts';
import { wordsOf } from '../words.ts';
import { attributesOf, favouriteOf } from './attributes.ts';
import type { Draft } from './draft.ts';
import { extract } from './extract.ts';
import { named } from './predicate-facts.ts';

export interface Before {
  readonly cast: Cast;
  readonly drafts: readonly Draft[];
  /** The last turn, where it asks something. */
  readonly question?: Words;
}

const turnsRead = 8;
const turnLength = 600;

export function readContext(
  context: readonly string[],
  language: Language,
  moment: Moment | undefined,
): Before {
  const cast: Cast = { known: [], isContext: true };
  const drafts: Draft[] = [];
  let question: Words | undefined;
  for (const turn of context.slice(-turnsRead)) {
    const text = turn
      .slice(-turnLength)
      .replace(/^\s*(?:user|assistant|jarvis|moi|toi|utilisateur|[AU])\s*:\s*/i, '');
    const words = wordsOf(language === 'fr' ? withoutVous(text) : text, language);
    const found = extract(words, cast, moment);
    drafts.push(
      ...found.drafts.filter(
        ({ isDenied, at, isApposition }) => !isDenied && (isApposition || found.frames.of[at] === 'stated'),
      ),
    );
    question = /\?/.test(text) ? lastQuestion(words, language) : undefined;
  }
  return { cast, drafts, ...(question && { question }) };
}

/** "Vous travaillez chez Google" is said of the person: "je travaille chez Google". */
const withoutVous = (text: string): string =>
  text
    .replace(/\bvous êtes\b/gi, 'je suis')
    .replace(/\bvous avez\b/gi, "j'ai")
    .replace(/\bvous vous appelez\b/gi, "je m'appelle")
    .replace(/\bvous faites\b/gi, 'je fais')
    .replace(/\bvous vivez\b/gi, 'je vis')
    .replace(/\bvous prenez\b/gi, 'je prends')
    .replace(/\bvous apprenez\b/gi, "j'apprends")
    .replace(/\bvous venez\b/gi, 'je viens')
    .replace(/(?<!-)\bvous (ne )?(?!chez|assez)(\p{L}{2,})ez\b/giu, 'je $1$2e')
    .replace(/\btu t'appelles\b/gi, "je m'appelle")
    .replace(/\btu es\b/gi, 'je suis')
    .replace(/\b(?:tu as|t'as)\b/gi, "j'ai");

function lastQuestion(words: Words, language: Language): Words {
  const end = words.text.lastIndexOf('?');
  const head = words.text.slice(0, end);
  const from =
    Math.max(head.lastIndexOf('.'), head.lastIndexOf('!'), head.lastIndexOf('?'), head.lastIndexOf('\n')) + 1;
  return wordsOf(words.text.slice(from, end + 1), language);
}

type Asked = readonly [pattern: RegExp, relation: string, shape: Shape | 'date'];
const asked: Readonly<Record<Language, readonly Asked[]>> = {
  en: [
    [/(?:what|who) .{0,40}(?:called|named?)|(?:'s|your|his|her) names?\b/, 'name', 'names'],
    [/where .{0,30}\blive/, 'lives_in', 'place'],
    [/(?:where|who|which company) .{0,30}\bwork/, 'works_at', 'np'],
    [/how many .{0,10}(?:children|kids)/, 'number_of_children', 'count'],
    [/how many .{0,10}(?:siblings|brothers|sisters)/, 'number_of_siblings', 'count'],
    [/how old/, 'age', 'count'],
    [/where .{0,30}born/, 'born_in', 'place'],
    [/when .{0,30}(?:born|birthday)|birthday/, 'birthday', 'date'],
    [/what (?:do|does) .{0,30}\bdo\b|(?:job|profession)/, 'job', 'np'],
    [/allergic/, 'allergic_to', 'list'],
    [/where .{0,30}from/, 'comes_from', 'place'],
    [/languages? .{0,20}speak|speak/, 'speaks', 'list'],
    [/what .{0,20}\bstudy/, 'studies', 'list'],
    [/instrument|what .{0,20}\bplay\b/, 'plays', 'list'],
    [/what kind of (?:pet|animal)|(?:any|have) pets/, 'has_pet', 'np'],
    [/what .{0,20}(?:drive|car)/, 'car', 'np'],
    [/what .{0,20}(?:like|enjoy)/, 'likes', 'list'],
    [/what .{0,20}(?:hate|dislike)/, 'dislikes', 'list'],
    [/where (?:is|are|did you (?:put|leave|park)) (?:the|my|your) /, 'located_in', 'place'],
  ],
  fr: [
    [/comment .{0,20}(?:appelle|nomme)|(?:nom|prenom)\b/, 'name', 'names'],
    [/(?:ou|quelle ville) .{0,30}(?:habit|viv|vit|vis)/, 'lives_in', 'place'],
    [/(?:ou|quelle boite|chez qui|quelle entreprise) .{0,30}(?:travaill|boss)/, 'works_at', 'np'],
    [/appelle\S* comment/, 'name', 'names'],
    [/(?:habit|viv|vis|vit|log)\S* .{0,15}\b(?:ou|quelle ville|quel endroit)\b/, 'lives_in', 'place'],
    [/(?:travaill|boss)\S* .{0,15}\b(?:ou|chez qui|quelle boite)\b/, 'works_at', 'np'],
    [/\bne(?:e|s|es)? .{0,10}\bou\b/, 'born_in', 'place'],
    [/vien\S* de? ?ou/, 'comes_from', 'place'],
    [/combien .{0,6}(?:enfants|gosses)/, 'number_of_children', 'count'],
    [/combien .{0,6}(?:freres|soeurs)/, 'number_of_siblings', 'count'],
    [/quel age/, 'age', 'count'],
    [/ou .{0,30}\bne(?:e|s|es)?\b/, 'born_in', 'place'],
    [/quand .{0,40}(?:ne(?:e|s)?\b|anniversaire)|anniversaire|date de naissance/, 'birthday', 'date'],
    [/dans la vie|metier|profession|quel travail/, 'job', 'np'],
    [/allergi/, 'allergic_to', 'list'],
    [/(?:de |d )ou .{0,20}(?:vien|es|est)|originaire/, 'comes_from', 'place'],
    [/langues?|parl/, 'speaks', 'list'],
    [/etudi/, 'studies', 'list'],
    [/instrument|joue/, 'plays', 'list'],
    [/animal|animaux/, 'has_pet', 'np'],
    [/(?:quelle|quoi comme) voiture/, 'car', 'np'],
    [/qu.{0,20}aime/, 'likes', 'list'],
    [/qu.{0,20}deteste/, 'dislikes', 'list'],
  ],
};
const openings: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:yes|yeah|well|so|oh|um|it is|it 's|that is|he is|she is|they are|he 's|she 's|i am|i live|i work|they 're|called|named|in|at|on|as|to|from|the|an?|his name is|her name is|it was|just|,|born|my|mine is|i like|for|by|with|and) )+/,
  fr: /^(?:(?:oui|ben|eh bien|alors|ce est|il est|elle est|ils sont|elles sont|je suis|il se appelle|elle se appelle|ils se appellent|elles se appellent|se appelle|je habite|chez|a|au|aux|en|dans|le|la|les|l|un|une|du|des|de|comme|il a|elle a|je ai|ce etait|,|son nom est|ne|nee|que|par|sur) )+/,
};

/** "Comment s'appelle ta sœur ?" then "Anna": the fact that question and answer make together. */
export function answerTo(
  question: Words,
  answer: Words,
  cast: Cast,
  moment: Moment | undefined,
): readonly Draft[] {
  const { language } = answer;
  if (answer.tokens.length > 12) return [];
  const agreed = agreement(question, answer, cast, moment);
  if (agreed) return agreed;
  const introduced = whoIs(question, answer, cast);
  if (introduced) return [introduced];
  const about = subjectOf(question, cast);
  const wanted = wantedBy(question, language);
  if (!wanted || /^(?:no|non|nope|nothing|rien|i don|je (?:sais|ai)|none|aucun)\b/.test(answer.line))
    return [];
  const lead = openings[language].exec(answer.line)?.[0] ?? '';
  const at = lead.trim() === '' ? 0 : lead.trim().split(' ').length;
  const start = at < answer.tokens.length ? at : 0;
  const captured = captureWanted(answer, start, wanted.shape, moment);
  return (captured?.values ?? []).map(value => {
    const draft: Draft = {
      subject: about,
      relation: wanted.relation,
      value,
      confidence: 0.85,
      at: 0,
      to: captured?.to ?? 0,
    };
    return named(draft, wanted.relation, value);
  });
}

function captureWanted(answer: Words, at: number, shape: Shape | 'date', moment: Moment | undefined) {
  if (shape !== 'date') {
    const names =
      shape === 'names' ? captureAt(answer, at, 'names', { until: answer.tokens.length }) : undefined;
    return names ?? captureAt(answer, at, shape === 'names' ? 'np' : shape, { until: answer.tokens.length });
  }
  const date = datesIn(answer, moment)[0];
  if (!date) return undefined;
  let from = date.from;
  while (from < date.to - 1 && /^(?:on|the|le|la|in|en|du|de)$/.test(answer.tokens[from]?.w ?? '')) from++;
  return {
    values: [answer.text.slice(answer.tokens[from]?.start ?? 0, answer.tokens[date.to - 1]?.end ?? 0)],
    to: date.to,
  };
}

function wantedBy(
  question: Words,
  language: Language,
): { relation: string; shape: Shape | 'date' } | undefined {
  for (let at = 0; at < question.tokens.length; at++) {
    for (const { noun, relation, shape } of attributesOf(language)) {
      noun.lastIndex = question.offsets[at] ?? 0;
      const match = relation === 'favourite_*' ? noun.exec(question.line) : undefined;
      if (match?.groups?.kind !== undefined)
        return { relation: favouriteOf(match.groups.kind), shape: shape as Shape };
    }
  }
  const plain = asked[language].find(([pattern]) => pattern.test(question.line));
  if (plain) return { relation: plain[1], shape: plain[2] };
  for (let at = 0; at < question.tokens.length; at++) {
    for (const { noun, relation, shape } of attributesOf(language)) {
      noun.lastIndex = question.offsets[at] ?? 0;
      if (!noun.test(question.line)) continue;
      const known = /^(?:anp|number)$/.test(shape) ? (shape === 'number' ? 'count' : 'np') : shape;
      return { relation, shape: known as Shape | 'date' };
    }
  }
  return undefined;
}

function subjectOf(question: Words, cast: Cast): Entity {
  for (let at = 0; at < question.tokens.length; at++) {
    const found = entityAt(question, at, cast);
    if (found && found.entity !== user) return found.entity;
  }
  return user;
}

/** "Who is Thomas?" then "my brother". */
function whoIs(question: Words, answer: Words, cast: Cast): Draft | undefined {
  const asks = /^(?:and |et )?(?:who (?:is|'s)|qui (?:est|ce est)|ce est qui) /.exec(question.line);
  if (!asks) return undefined;
  const end = nameAt(question, asks[0].trim().split(' ').length, true);
  const lead = /^(?:(?:he|she|it|that) (?:is|'s) |ce est |it is )?/.exec(answer.line)?.[0] ?? '';
  const kin = entityAt(answer, lead === '' ? 0 : lead.trim().split(' ').length, { ...cast, known: [] });
  if (end === undefined || !kin?.entity.kin || kin.isIntroduced) return undefined;
  const value = question.text.slice(
    question.tokens[asks[0].trim().split(' ').length]?.start ?? 0,
    question.tokens[end - 1]?.end ?? 0,
  );
  const subject =
    kin.entity.kin.owner === 'user' ? user : { name: kin.entity.kin.owner, aliases: [], isNamed: true };
  return {
    subject,
    relation: kin.entity.kin.relation,
    value,
    confidence: 0.85,
    aliases: [kin.entity.name],
    at: 0,
    to: kin.to,
  };
}

const yes =
  /^(?:(?:yes|yeah|yep|yup|exactly|indeed|right|correct|that is right|of course|i do|i am|i have|oui|ouais|si|exact|exactement|tout a fait|voila|bien sur|c'est ca|ce est ca|absolument|carrement|affirmatif|,|\.|!) )+$/;

/** "Are you allergic to nuts?" then "yes": what was asked is so. */
function agreement(
  question: Words,
  answer: Words,
  cast: Cast,
  moment: Moment | undefined,
): readonly Draft[] | undefined {
  if (!yes.test(answer.line)) return undefined;
  const statement = question.line
    .replace(/\?/g, '.')
    .replace(
      /^(?:so |and |alors |et )?(?:est ce que |do you |did you )/,
      question.language === 'en' ? 'you ' : '',
    )
    .replace(/^(?:so |and )?are you /, 'you are ')
    .replace(/^(?:so |and )?have you /, 'you have ')
    .replace(/^tu es /, 'je suis ')
    .replace(/^(?:es tu) /, 'je suis ')
    .replace(/^(?:tu as|as tu) /, 'je ai ')
    .replace(/^vous etes /, 'je suis ')
    .replace(/^vous avez /, 'je ai ')
    .replace(
      /^(?:habites|travailles|aimes|manges|parles|joues|fais|vis|prends|etudies) tu /,
      verb => `tu ${verb.replace(/ tu $/, '')} `,
    );
  const isYou = /^(?:you|tu|vous|je) /.test(statement);
  if (!isYou) return [];
  const words = wordsOf(
    statement.replace(/^you are /, 'i am ').replace(/^(?:you) /, 'i '),
    question.language,
  );
  return extract(words, { ...cast, known: [...cast.known] }, moment).drafts.map(draft => ({
    ...draft,
    at: 0,
  }));
}
