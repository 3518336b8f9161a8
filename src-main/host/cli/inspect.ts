/** `jarvis inspect …`: what would be made of a sentence; nothing is stored, sent, spoken or done. */
import type { Language } from '../../domain/language.ts';
import { languages } from '../../domain/language.ts';
import { parseLocalTime } from '../../domain/local-time.ts';
import type { Provenance } from '../../domain/memory.ts';
import type { VoicePreferences } from '../../domain/settings.ts';
import { badOption, type CliCommand, type CoreAccess, onlyOptions } from './command.ts';
import { inputLines } from './standard-input.ts';

interface InspectedLine {
  readonly id?: unknown;
  readonly text: string;
  readonly language?: Language;
  readonly nowMs?: number;
  readonly numbers?: VoicePreferences['numbers'];
  /** What was said before, oldest first. */
  readonly before?: readonly string[];
  readonly provenance?: Provenance;
}

interface Context {
  readonly before?: readonly string[];
  readonly provenance?: Provenance;
  /** Of the line, else of the command line; absent: to be detected. */
  readonly language?: Language;
  readonly nowMs: number;
  readonly zone: string;
  /** How French is counted; absent: as in France. */
  readonly numbers?: VoicePreferences['numbers'];
  /** Only what asks the memory opens it. */
  readonly access: CoreAccess;
}

/** What each inspection answers to one line; what it needs is loaded with its first use. */
const inspections: Readonly<Record<string, (text: string, context: Context) => Promise<object>>> = {
  intent: async (text, context) => {
    const { understand } = await import('../../skills/understand.ts');
    const { intent, slots, confidence } = understand(text, context);
    return { intent, slots, confidence };
  },
  affect: async (text, { language }) => {
    const { appraise } = await import('../../memory/limbic-affect/appraise.ts');
    const { detectLanguage } = await import('../../domain/detect-language.ts');
    return appraise(text, language ?? detectLanguage(text) ?? 'en');
  },
  ending: async (text, { language }) => {
    const { endingOf } = await import('../../conversation/turn-taking/ending/ending.ts');
    const { detectLanguage } = await import('../../domain/detect-language.ts');
    return endingOf(text, language ?? detectLanguage(text) ?? 'en');
  },
  speakable: async (text, { language, numbers }) => {
    const { speakable } = await import('../../conversation/speakable-text/speakable.ts');
    const { detectLanguage } = await import('../../domain/detect-language.ts');
    const options = { ...(numbers && { numbers }) };
    return { spoken: speakable(text, language ?? detectLanguage(text) ?? 'en', options).spoken };
  },
  when: async (text, { language, nowMs, zone }) => {
    const { timeOf: timeNamed } = await import('../../memory/prefrontal-working-memory/when/time-of.ts');
    const { detectLanguage } = await import('../../domain/detect-language.ts');
    const likely = language ?? detectLanguage(text) ?? 'en';
    const tried = language ? [language] : [likely, ...languages.filter(other => other !== likely)];
    const found = tried.map(one => timeNamed(text, { language: one, nowMs, zone })).find(time => time);
    return { start: found?.start ?? null, end: found?.end ?? null, text: found?.text ?? null };
  },
  gate: async (text, { language, nowMs, zone, before, provenance = 'user' }) => {
    const { judge } = await import('../../memory/write-gate/judge.ts');
    const { detectLanguage } = await import('../../domain/detect-language.ts');
    const known = language ?? detectLanguage(text) ?? detectLanguage(before?.join(' ') ?? '') ?? 'en';
    const verdict = judge({
      text,
      language: known,
      provenance,
      nowMs,
      zone,
      ...(before && { context: before }),
    });
    const facts = verdict.facts.map(({ subject, relation, value, validFrom, validTo, supersedes }) => ({
      ...{ subject, relation, value },
      ...(validFrom && { validFrom }),
      ...(validTo && { validTo }),
      ...(supersedes && { supersedes }),
    }));
    return { store: verdict.store, why: verdict.why, facts };
  },
  recall: async (text, { language, nowMs, zone, access }) => {
    const { civilOf, isoMinute } = await import('../../domain/local-time.ts');
    const client = await access.open();
    const asked = { text, nowMs, zone, ...(language && { language }) };
    const { memories, tokens, ms } = await client.call('memory.recall', asked);
    const told = memories.map(({ id, text: said, atMs, score, parts }) => ({
      ...{ id, text: said, date: isoMinute(civilOf(atMs, zone)), score, parts },
    }));
    return { memories: told, tokens, ms: Math.round(1000 * ms) / 1000 };
  },
};

export const inspectCommand: CliCommand = {
  run: async ([what = '', ...args], { terminal, language, languageGiven, access }) => {
    const inspect = Object.hasOwn(inspections, what) ? inspections[what] : undefined;
    if (inspect === undefined) throw badOption(`inspect ${what} (${Object.keys(inspections).join(', ')})`);
    const values = onlyOptions(args, { now: { type: 'string' }, zone: { type: 'string' } });
    const zone = knownZone(values.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
    const givenNowMs = values.now === undefined ? undefined : timeOf(values.now, zone);
    for await (const line of inputLines(terminal)) {
      const input = readLine(line, zone);
      const spoken = input.language ?? (languageGiven ? language : undefined);
      const nowMs = input.nowMs ?? givenNowMs ?? Date.now();
      const answer = await inspect(input.text, {
        ...(spoken && { language: spoken }),
        ...(input.numbers && { numbers: input.numbers }),
        ...(input.before && { before: input.before }),
        ...(input.provenance && { provenance: input.provenance }),
        nowMs,
        zone,
        access,
      });
      terminal.line(JSON.stringify({ ...('id' in input && { id: input.id }), ...answer }));
      if (terminal.gone.aborted) break;
    }
    return 0;
  },
};

/** A line that begins like a JSON object is one; any other is plain text. Throws `host.bad-option`. */
function readLine(line: string, zone: string): InspectedLine {
  if (!line.trimStart().startsWith('{')) return { text: line };
  const fields = parseObject(line);
  const { text, lang, now, numbers, context, provenance } = fields;
  if (typeof text !== 'string') throw badOption(`text: ${line.slice(0, 80)}`);
  const language = languages.find(known => known === lang);
  if (lang !== undefined && !language) throw badOption(`lang: ${line.slice(0, 80)}`);
  const counting = (['france', 'belgium', 'switzerland'] as const).find(known => known === numbers);
  if (numbers !== undefined && !counting) throw badOption(`numbers: ${line.slice(0, 80)}`);
  const source = provenances.find(known => known === provenance);
  if (provenance !== undefined && !source) throw badOption(`provenance: ${line.slice(0, 80)}`);
  const before = turnsOf(context);
  if (!before) throw badOption(`context: ${line.slice(0, 80)}`);
  return {
    text,
    ...(before.length > 0 && { before }),
    ...(source && { provenance: source }),
    ...('id' in fields && { id: fields.id }),
    ...(language && { language }),
    ...(typeof now === 'string' && { nowMs: timeOf(now, zone) }),
    ...(counting && { numbers: counting }),
  };
}

const provenances: readonly Provenance[] = ['user', 'assistant', 'web', 'document', 'tool'];

/** One turn, or a list of turns: each a string, or an object with its `text`. Undefined: none of these. */
function turnsOf(context: unknown): readonly string[] | undefined {
  const turns = context === undefined || context === null ? [] : Array.isArray(context) ? context : [context];
  const texts = turns.map((turn: unknown) => {
    if (typeof turn !== 'object' || turn === null) return turn;
    return 'text' in turn ? turn.text : 'content' in turn ? turn.content : undefined;
  });
  return texts.every(text => typeof text === 'string') ? texts : undefined;
}

function parseObject(line: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw badOption(`JSON: ${line.slice(0, 80)}`, error);
  }
}

function timeOf(text: string, zone: string): number {
  const nowMs = parseLocalTime(text, zone);
  if (nowMs === undefined) throw badOption(`--now ${text}`);
  return nowMs;
}

function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    throw badOption(`--zone ${zone}`, error);
  }
}
