/** The test sets of memory that were written for this project: bench/memory/README.md says what is in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Dialogue, parseDialogue } from './memory-dialogues.ts';

const folder = fileURLToPath(new URL('memory', import.meta.url));

export interface ImpliedLink {
  readonly cue: string;
  readonly trigger: string;
  readonly language: string;
  readonly isKeptAside: boolean;
}

interface TurnLine {
  readonly session: number;
  readonly date: string;
  readonly speaker: string;
  readonly text: string;
}
type QuestionLine = Readonly<Record<string, unknown>> & { readonly question: string };

const lines = <Line>(path: string): readonly Line[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as Line);

export function readFrenchDialogues(): readonly Dialogue[] {
  return readdirSync(folder)
    .filter(name => name.startsWith('french-') && name.endsWith('.jsonl'))
    .sort()
    .map(name => dialogueOf(name.replace('.jsonl', ''), lines<TurnLine | QuestionLine>(join(folder, name))));
}

/** Lines of turns and questions, in the shape that `parseDialogue` reads. */
function dialogueOf(name: string, all: readonly (TurnLine | QuestionLine)[]): Dialogue {
  const raw: Record<string, unknown> = {};
  const sessions = new Map<number, { speaker: string; text: string; dia_id: string }[]>();
  for (const line of all) {
    if (isQuestion(line)) continue;
    const turns = sessions.get(line.session) ?? [];
    turns.push({ speaker: line.speaker, text: line.text, dia_id: `D${line.session}:${turns.length + 1}` });
    sessions.set(line.session, turns);
    raw[`session_${line.session}_date_time`] = `${line.date}Z`;
    raw[`session_${line.session}`] = turns;
  }
  return parseDialogue(name, { ...raw, qa: all.filter(isQuestion) });
}

const isQuestion = (line: TurnLine | QuestionLine): line is QuestionLine => 'question' in line;

export const readImpliedLinks = (): readonly ImpliedLink[] =>
  readdirSync(folder)
    .filter(name => name.startsWith('implied-links') && name.endsWith('.jsonl'))
    .sort()
    .flatMap(name => lines<PairLine>(join(folder, name)))
    .map(({ cue, trigger, lang, kept_aside }) => ({
      cue,
      trigger,
      language: lang,
      isKeptAside: kept_aside === true,
    }));

interface PairLine {
  readonly cue: string;
  readonly trigger: string;
  readonly lang: string;
  readonly kept_aside?: boolean;
}

/** Pairs of another origin: `{cue_dialogue, trigger_query}`, as a list or one a line; the cue may be a list of turns. */
export function readPlus(path: string): readonly ImpliedLink[] {
  const text = readFileSync(path, 'utf8').trim();
  const all = (text.startsWith('[') ? JSON.parse(text) : lines(path)) as readonly Readonly<
    Record<string, unknown>
  >[];
  return all.map(pair => ({
    cue: plainText(pair.cue_dialogue ?? pair.cue),
    trigger: plainText(pair.trigger_query ?? pair.trigger),
    language: String(pair.lang ?? 'en'),
    isKeptAside: true,
  }));
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plainText).join('\n');
  if (value !== null && typeof value === 'object' && 'text' in value) return String(value.text);
  return JSON.stringify(value);
}
