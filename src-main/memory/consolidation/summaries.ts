/** Summaries of days and of people: the sentences that say most, dated; or a language model's words for them. */
import { detectLanguage } from '../../domain/detect-language.ts';
import { fold } from '../../domain/fold.ts';
import { newId } from '../../domain/id.ts';
import type { Language } from '../../domain/language.ts';
import { civilOf, dayMs, isoDate, isoMinute, midnightOf, utcOf } from '../../domain/local-time.ts';
import type { EpisodicMemoryStore } from '../../ports/episodic-memory-store.ts';
import type { SemanticMemoryStore, Summary } from '../../ports/semantic-memory-store.ts';
import type { ConsolidationModel } from './model-consolidation.ts';
import { type Said, type SalientSentence, salientSentences } from './salient-sentences.ts';

export interface SummaryParts {
  readonly episodes: Pick<EpisodicMemoryStore, 'findByTime' | 'findByEntities' | 'read'>;
  readonly zone: string;
  readonly nowMs: number;
  readonly signal: AbortSignal;
  readonly model?: Pick<ConsolidationModel, 'summarise'>;
  /** Lets everything else have its turn. */
  readonly breathe: () => Promise<void>;
  /** Those of these episodes that facts were taken from: they are worth more. */
  readonly withFacts: (episodeIds: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** Far more than a day or a person has. */
const mostFacts = 2000;

/** Those of the episodes that facts were taken from. */
export const withFactsOf =
  (facts: Pick<SemanticMemoryStore, 'facts'>): SummaryParts['withFacts'] =>
  async episodeIds => {
    const found = await facts.facts({ episodeIds, past: true, limit: mostFacts });
    return new Set(found.flatMap(({ sourceEpisodeIds }) => sourceEpisodeIds));
  };

const mostEpisodes = 150;
/** Of one episode, in UTF-16 units: whom a pasted book names says nothing. */
const longestRead = 8000;
const sentencesOfDay = 6;
const sentencesOfPerson = 6;
const factBonus = 0.4;
/** Fewer sentences are their own summary. */
const fewest = 2;
/** What these said is nobody's life. */
const sources = new Set(['assistant', 'web', 'document', 'tool']);

/** The day of `date` (local ISO); undefined where too little was said on it. */
export async function summariseDay(date: string, parts: SummaryParts): Promise<Summary | undefined> {
  const civil = Date.parse(`${date}T00:00:00Z`);
  const interval = { startMs: utcOf(civil, parts.zone), endMs: utcOf(civil + dayMs, parts.zone) - 1 };
  const said = await read(await parts.episodes.findByTime(interval, mostEpisodes), parts);
  return summaryOf({ kind: 'day', date }, said, sentencesOfDay, parts);
}

export async function summarisePerson(name: string, parts: SummaryParts): Promise<Summary | undefined> {
  const keys = await parts.episodes.findByEntities([fold(name)], mostEpisodes);
  const said = (await read(keys, parts)).filter(({ text }) =>
    fold(text.slice(0, longestRead)).includes(fold(name)),
  );
  return summaryOf({ kind: 'person', name }, said, sentencesOfPerson, parts);
}

async function read(keys: readonly number[], parts: SummaryParts): Promise<readonly Said[]> {
  await parts.breathe();
  const episodes = await parts.episodes.read(keys);
  await parts.breathe();
  return episodes.filter(({ speaker }) => !sources.has(speaker));
}

async function summaryOf(
  about: Summary['about'],
  said: readonly Said[],
  limit: number,
  parts: SummaryParts,
): Promise<Summary | undefined> {
  const name = about.kind === 'person' ? fold(about.name) : undefined;
  const withFacts = await parts.withFacts(said.map(({ id }) => id));
  const chosen = salientSentences(
    said,
    limit,
    (sentence, id) =>
      (withFacts.has(id) ? factBonus : 0) + (name !== undefined && fold(sentence).includes(name) ? 1 : 0),
  );
  const first = chosen[0];
  if (first === undefined || chosen.length < fewest) return undefined;
  const language = languageOf(chosen);
  const lines = chosen.map(sentence => lineOf(sentence, about.kind, parts.zone));
  await parts.breathe();
  const written = await parts.model?.summarise(about, lines, language, parts.signal);
  return {
    id: newId(),
    about,
    text: written ?? lines.join('\n'),
    language,
    madeAtMs: parts.nowMs,
    interval: { startMs: first.atMs, endMs: chosen.at(-1)?.atMs ?? first.atMs },
    sourceEpisodeIds: [...new Set(chosen.map(({ episodeId }) => episodeId))],
  };
}

/** `14:05 J’ai eu mon permis.`, or with its date where several days are summed up. */
function lineOf(
  { atMs, speaker, text }: SalientSentence,
  kind: Summary['about']['kind'],
  zone: string,
): string {
  const civil = civilOf(atMs, zone);
  const at = kind === 'day' ? isoMinute(civil).slice(11) : isoDate(midnightOf(civil));
  return `${at} ${speaker === 'user' ? '' : `${speaker}: `}${text}`;
}

function languageOf(sentences: readonly SalientSentence[]): Language {
  const french = sentences.filter(({ text }) => detectLanguage(text) === 'fr').length;
  return 2 * french >= sentences.length ? 'fr' : 'en';
}
