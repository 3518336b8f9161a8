/** Plans what to ask of memory for one utterance, or that there is nothing to ask. Pure: no store, no clock. */
import { fold } from '../../domain/fold.ts';
import type { Language } from '../../domain/language.ts';
import { asksOf } from './asks.ts';
import { eventIn } from './event-reference.ts';
import { firstNames } from './first-names.ts';
import { isSelfWord } from './function-words.ts';
import { type FoundName, namesIn } from './names.ts';
import type { PlannedSearch, PlannedTime, PlanRequest, RecallPlan } from './recall-plan.ts';
import { subQuestions } from './sub-questions.ts';
import { type NamedTime, timeOf } from './when/time-of.ts';
import { contentWords, type Word, wordsOf } from './words.ts';
import { asksAboutSelf, isIdle, leavesMemoryAlone } from './worth-recalling.ts';

/** How much a search counts beside the question as it was said. */
const weights = { content: 0.5, part: 0.7, referent: 0.8, event: 0.5 } as const;
const mostSearches = 8;
const longestQuestion = 4000;

/**
 * Undefined where memory has nothing to add: a built-in skill answers, a greeting, thanks, an assent, a sum, or no
 * word that means anything.
 */
export function planRecall(request: PlanRequest): RecallPlan | undefined {
  const { language, intent, referents = [] } = request;
  const text = request.text.slice(0, longestQuestion).trim();
  if (leavesMemoryAlone(intent) || isIdle(text, language)) return undefined;
  const words = wordsOf(text);
  const time = timeOf(text, { ...timeContext(request), language });
  const content = contentWords(words, language);
  if (content.length === 0 && !time && referents.length === 0 && !asksAboutSelf(words, language))
    return undefined;
  const names = namesIn(words, language, request.knownNames);
  const event = eventIn(text, language);
  const asks = asksOf(text, language);
  return {
    language,
    searches: searchesOf({ text, words, content, names, time, eventText: event?.text, referents, language }),
    names: unique([...names.flatMap(nameForms), ...referents.map(fold)]),
    speakers: unique([
      ...names.flatMap(nameForms),
      ...(words.some(({ folded }) => isSelfWord(folded, language)) ? ['user'] : []),
    ]),
    ...(time && { time: plannedTime(time) }),
    ...(event && { event }),
    asksDate: asks.date,
    asksList: asks.list,
    asksPast: asks.past,
    isQuestion: asks.question,
  };
}

const timeContext = ({ nowMs, zone, birthDate }: PlanRequest) => ({
  nowMs,
  zone,
  ...(birthDate !== undefined && { birthDate }),
});

const plannedTime = ({ startMs, endMs, text, openStart, vague }: NamedTime): PlannedTime => ({
  startMs,
  endMs,
  text,
  ...(openStart && { openStart }),
  ...(vague && { vague }),
});

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
/** "paul dupont" is looked for as "paul" too. */
const nameForms = ({ folded }: FoundName): readonly string[] => {
  const first = folded.split(' ')[0] ?? folded;
  return first === folded || !firstNames.has(first) ? [folded] : [folded, first];
};

interface Question {
  readonly text: string;
  readonly words: readonly Word[];
  readonly content: readonly string[];
  readonly names: readonly FoundName[];
  readonly time: NamedTime | undefined;
  readonly eventText: string | undefined;
  readonly referents: readonly string[];
  readonly language: Language;
}

function searchesOf(question: Question): readonly PlannedSearch[] {
  const { text, content, names, referents, language } = question;
  const all = names.map(({ folded }) => folded);
  const search = (
    kind: PlannedSearch['kind'],
    of: string,
    about: readonly string[],
    weight: number,
  ): PlannedSearch => ({
    kind,
    text: of,
    words: contentWords(wordsOf(of), language),
    weight,
    names: about,
  });
  const searches: PlannedSearch[] = [{ kind: 'question', text, words: content, weight: 1, names: all }];
  if (referents.length > 0)
    searches.push(
      search(
        'referent',
        `${text} (${referents.join(', ')})`,
        [...all, ...referents.map(fold)],
        weights.referent,
      ),
    );
  for (const part of subQuestions(text, question.words, names, language))
    searches.push(search('part', part.text, part.names, weights.part));
  const bare = withoutTime(question);
  if (bare.length > 0)
    searches.push({ ...search('content', bare.join(' '), all, weights.content), words: bare.map(fold) });
  if (question.eventText) searches.push(search('event', question.eventText, all, weights.event));
  return searches.filter(({ kind, words }) => kind === 'question' || words.length > 0).slice(0, mostSearches);
}

/** The content words as they were said, without those that only date the question. */
function withoutTime({ text, words, content, time }: Question): readonly string[] {
  const from = time ? text.indexOf(time.text) : -1;
  const to = from + (time?.text.length ?? 0);
  const kept = words.filter(
    ({ folded, start, end }) => content.includes(folded) && !(from >= 0 && start >= from && end <= to),
  );
  return unique(kept.map(({ said }) => said));
}
