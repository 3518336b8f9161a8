/** Memories as Markdown that a person reads, by day and by person, and that Jarvis reads back. */
import type { Language } from '../../domain/language.ts';
import { civilOf, isoDate, isoMinute } from '../../domain/local-time.ts';
import { relationOf } from '../../memory/write-gate/relations.ts';
import type { MemoryRecord } from '../../ports/memory-records.ts';
import { count, startCounts } from './format-lines.ts';
import { stableJson } from './stable-json.ts';

/*
 * What Jarvis reads stands in comments at the beginning of a line; what was said stands in quotes, each line of it
 * behind "> ". So no words, whatever they are, can end their place or begin another.
 */
export const markdownHeader = '<!-- jarvis-memory 1 -->';

interface Words {
  readonly title: string;
  readonly days: string;
  readonly people: string;
  readonly summaries: string;
  readonly you: string;
  readonly about: (name: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Mémoire de Jarvis',
    days: 'Jour après jour',
    people: 'Ce qui est su',
    summaries: 'Résumés',
    you: 'Vous',
    about: name => (name === 'user' ? 'Vous' : name),
  },
  en: {
    title: 'Memory of Jarvis',
    days: 'Day by day',
    people: 'What is known',
    summaries: 'Summaries',
    you: 'You',
    about: name => (name === 'user' ? 'You' : name),
  },
};

export interface MarkdownOptions {
  readonly language: Language;
  /** In which days and minutes are told. */
  readonly zone: string;
}

type Of<Kind extends MemoryRecord['kind']> = Extract<MemoryRecord, { readonly kind: Kind }>;

export async function* formatMarkdown(
  records: AsyncIterable<MemoryRecord>,
  options: MarkdownOptions,
): AsyncGenerator<string> {
  const text = words[options.language];
  const counts = startCounts();
  let chapter = '';
  let section = '';
  yield `${markdownHeader}\n\n# ${text.title}\n`;
  for await (const record of records) {
    count(counts, record);
    const place = placeOf(record, options);
    if (place.chapter !== chapter) {
      chapter = place.chapter;
      section = '';
      yield `\n## ${chapter}\n`;
    }
    if (place.section !== section) {
      section = place.section;
      yield `\n### ${section}\n`;
    }
    yield formatRecord(record, options);
  }
  yield `\n${comment('end', counts)}\n`;
}

function placeOf(
  record: MemoryRecord,
  { language, zone }: MarkdownOptions,
): { readonly chapter: string; readonly section: string } {
  const text = words[language];
  if (record.kind === 'episode')
    return { chapter: text.days, section: isoDate(civilOf(record.episode.atMs, zone)) };
  if (record.kind === 'fact')
    return { chapter: text.people, section: oneLine(text.about(record.fact.subject)) };
  const { about } = record.summary;
  return {
    chapter: text.summaries,
    section: oneLine(about.kind === 'day' ? about.date : text.about(about.name)),
  };
}

function formatRecord(record: MemoryRecord, options: MarkdownOptions): string {
  if (record.kind === 'episode') return formatEpisode(record, options);
  if (record.kind === 'fact') return formatFact(record, options);
  const { text, ...about } = record.summary;
  return quoted('summary', { summary: about }, text, '');
}

function formatEpisode({ kind: _kind, episode, ...more }: Of<'episode'>, options: MarkdownOptions): string {
  const { text, ...about } = episode;
  const time = isoMinute(civilOf(episode.atMs, options.zone)).slice(11);
  const who = episode.speaker === 'user' ? words[options.language].you : oneLine(episode.speaker);
  return quoted('episode', { ...more, episode: about }, text, `**${who}** · ${time}\n`);
}

function formatFact({ kind: _kind, ...record }: Of<'fact'>, { language }: MarkdownOptions): string {
  const { subject, relation, value, validFrom, validTo } = record.fact;
  const said = `${words[language].about(subject)} ${relationOf(relation).display[language]} ${value}`;
  const when =
    validFrom === undefined && validTo === undefined ? '' : ` (${validFrom ?? '…'} – ${validTo ?? '…'})`;
  return `\n${comment('fact', record)}\n- ${oneLine(`${said}${when}`)}\n`;
}

/** What lines of Markdown lose on their way: carriage returns, NUL, and what UTF-8 cannot hold. */
const isFragile = (text: string): boolean => !text.isWellFormed() || /[\r\0]/.test(text);

function quoted(kind: string, about: object, text: string, head: string): string {
  const exact = isFragile(text) ? { ...about, text } : about;
  const lines = text.split('\n').map(line => `> ${line}`);
  return `\n${comment(kind, exact)}\n${head}${lines.join('\n')}\n`;
}

/** `<` and `>` are written so that nothing in the JSON ends the comment. */
function comment(kind: string, content: object): string {
  const json = stableJson(content).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
  return `<!-- ${kind} ${json} -->`;
}

const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
