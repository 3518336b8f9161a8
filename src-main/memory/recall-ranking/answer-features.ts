/** Whether an episode looks like an answer: said by whom it is asked about, telling, holding what is asked for, at that time. */
import type { CandidateSet } from './candidates.ts';
import { type Column, column } from './columns.ts';
import type { EpisodeTrait } from './read-episode.ts';
import type { ReadQuestion, Wanted } from './read-question.ts';

/** What an answer to a question of a kind holds. */
const answers: readonly (readonly [string, Wanted, EpisodeTrait])[] = [
  ['wantsDate', 'date', 'time'],
  ['wantsDuration', 'duration', 'duration'],
  ['wantsCount', 'count', 'number'],
  ['wantsReason', 'reason', 'reason'],
  ['wantsTitle', 'title', 'quote'],
  ['wantsName', 'name', 'name'],
];
const traits: readonly EpisodeTrait[] = ['asksAtEnd', 'reaction', 'time', 'name', 'length'];

export function answerFeatures(question: ReadQuestion, { all }: CandidateSet): Record<string, Column> {
  const size = all.length;
  const trait = (name: EpisodeTrait) => column(size, index => all[index]?.read.holds[name] ?? 0);
  const made: Record<string, Column> = {};
  for (const name of traits) made[name] = trait(name);
  for (const [name, kind, held] of answers)
    made[name] = question.wants[kind] === 1 ? trait(held) : new Float64Array(size);
  return made;
}

/** Of a question about one of those who speak: what the others said is seldom the answer. */
export function speakerFeatures({ speakers }: ReadQuestion, { all }: CandidateSet): Record<string, Column> {
  const size = all.length;
  const isOne = speakers.size === 1;
  const bySpeaker = column(size, index => {
    const episode = all[index]?.episode;
    return isOne && episode && speakers.has(foldedName(episode.speaker)) ? 1 : 0;
  });
  const byOther = bySpeaker.map(value => (isOne ? 1 - value : 0));
  const of = (values: Column, trait: EpisodeTrait) =>
    values.map((value, index) => value * (all[index]?.read.holds[trait] ?? 0));
  return {
    byOther,
    bySpeakerFirst: of(bySpeaker, 'first'),
    byOtherSecond: of(byOther, 'second'),
  };
}

export const foldedName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

const dayMs = 86_400_000;

/** Said in the time that is asked about, or soon after it. */
export function timeFeatures(question: ReadQuestion, { all }: CandidateSet): Record<string, Column> {
  const { time, month, year } = question;
  return {
    inTime: column(all.length, index => {
      const atMs = all[index]?.episode.atMs ?? 0;
      if (time === undefined) return 0;
      if (atMs >= time.startMs && atMs <= time.endMs) return 1;
      // What happened is told within some days.
      return atMs > time.endMs && atMs - time.endMs < 10 * dayMs ? 0.5 : 0;
    }),
    inMonth: column(all.length, index => {
      if (month === undefined) return 0;
      const date = new Date(all[index]?.episode.atMs ?? 0);
      const later =
        date.getUTCMonth() - month + (year === undefined ? 0 : 12 * (date.getUTCFullYear() - year));
      return nearness(year === undefined ? (later + 12) % 12 : later);
    }),
    inYear: column(all.length, index => {
      if (year === undefined || month !== undefined) return 0;
      return new Date(all[index]?.episode.atMs ?? 0).getUTCFullYear() === year ? 0.5 : -0.5;
    }),
  };
}

const nearness = (monthsLater: number): number => {
  if (monthsLater === 0) return 1;
  if (monthsLater === 1) return 0.4;
  return monthsLater === 2 ? -0.4 : -1;
};
