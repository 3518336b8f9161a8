/** Conversations with questions whose evidence is labelled, in the shape of LoCoMo: read from a folder, or a file of lines. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DialogueTurn {
  /** `session:turn`, both from 1. */
  readonly id: string;
  readonly session: number;
  readonly speaker: string;
  /** With the caption of a picture that was shown, in brackets. */
  readonly text: string;
  readonly atMs: number;
}

export interface DialogueQuestion {
  readonly text: string;
  /** The same in the other language. */
  readonly translation?: string;
  readonly category: number;
  /** Places of turns; −1 for one that the labels name and the dialogue does not have. */
  readonly evidence: readonly number[];
  readonly isKeptAside?: boolean;
}

export interface Dialogue {
  readonly name: string;
  readonly turns: readonly DialogueTurn[];
  readonly questions: readonly DialogueQuestion[];
}

interface RawTurn {
  readonly speaker: string;
  readonly dia_id: string;
  readonly text: string;
  readonly blip_caption?: string;
}
interface RawQuestion {
  readonly question: string;
  readonly question_en?: string;
  readonly category: number;
  readonly evidence: readonly string[];
  readonly kept_aside?: boolean;
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const adversarial = 5;

/** "1:56 pm on 8 May, 2023", as UTC; ISO times are read too. NaN for anything else. */
export function dialogueTime(text: string): number {
  const parts = /(\d{1,2}):(\d\d)\s*([ap])m on (\d{1,2}) (\w+),? (\d{4})/i.exec(text);
  if (!parts) return Date.parse(text);
  const [, hour, minute, half, day, month, year] = parts;
  const afternoon = half?.toLowerCase() === 'p' ? 12 : 0;
  const named = months.indexOf(month?.toLowerCase() ?? '');
  return Date.UTC(Number(year), named, Number(day), (Number(hour) % 12) + afternoon, Number(minute));
}

export function readDialogues(folder: string): readonly Dialogue[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name =>
      parseDialogue(name.replace('.json', ''), JSON.parse(readFileSync(join(folder, name), 'utf8'))),
    );
}

export function parseDialogue(name: string, raw: Readonly<Record<string, unknown>>): Dialogue {
  const sessions = Object.keys(raw)
    .filter(key => /^session_\d+$/.test(key))
    .sort((x, y) => Number(x.slice(8)) - Number(y.slice(8)));
  const turns = sessions.flatMap((key, session) => {
    const startMs = dialogueTime(String(raw[`${key}_date_time`]));
    return (raw[key] as readonly RawTurn[]).map((turn, place) =>
      turnOf(turn, session, startMs + place * 20_000),
    );
  });
  const places = new Map(turns.map(({ id }, place) => [id, place]));
  const questions = (raw.qa as readonly RawQuestion[])
    .filter(({ category }) => category !== adversarial)
    .map(question => questionOf(question, places))
    .filter(({ evidence }) => evidence.length > 0);
  return { name, turns, questions };
}

function turnOf(turn: RawTurn, session: number, atMs: number): DialogueTurn {
  const caption = turn.blip_caption ? ` [${turn.blip_caption}]` : '';
  return {
    id: evidenceIds(turn.dia_id)[0] ?? turn.dia_id,
    session,
    speaker: turn.speaker,
    text: turn.text + caption,
    atMs,
  };
}

function questionOf(raw: RawQuestion, places: ReadonlyMap<string, number>): DialogueQuestion {
  const ids = new Set(evidenceIds(raw.evidence.join(' ')));
  return {
    text: raw.question,
    ...(raw.question_en !== undefined && { translation: raw.question_en }),
    category: raw.category,
    evidence: [...ids].map(id => places.get(id) ?? -1),
    ...(raw.kept_aside !== undefined && { isKeptAside: raw.kept_aside }),
  };
}

/** Some labels are malformed: "D8:6; D9:17", "D:11:26", "D30:05". */
const evidenceIds = (text: string): readonly string[] =>
  [...text.matchAll(/D:?(\d+):0*(\d+)/g)].map(([, session, turn]) => `${session}:${turn}`);
