/** `jarvis inspect intent`: what a sentence would be understood as; nothing is stored, sent or done. */
import type { Language } from '../../domain/language.ts';
import { languages } from '../../domain/language.ts';
import { parseLocalTime } from '../../domain/local-time.ts';
import { badOption, type CliCommand, parseOptions } from './command.ts';
import { inputLines } from './standard-input.ts';

interface InspectedLine {
  readonly id?: unknown;
  readonly text: string;
  readonly language?: Language;
  readonly nowMs?: number;
}

export const inspectCommand: CliCommand = {
  run: async ([what = '', ...args], { terminal, language, languageGiven }) => {
    if (what !== 'intent') throw badOption(`inspect ${what} (intent)`);
    const { values, positionals } = parseOptions(args, { now: { type: 'string' }, zone: { type: 'string' } });
    if (positionals[0] !== undefined) throw badOption(positionals[0]);
    const zone = knownZone(values.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
    const givenNowMs = values.now === undefined ? undefined : timeOf(values.now, zone);
    const { understand } = await import('../../skills/understand.ts');
    for await (const line of inputLines(terminal)) {
      const input = readLine(line, zone);
      const spoken = input.language ?? (languageGiven ? language : undefined);
      const nowMs = input.nowMs ?? givenNowMs ?? Date.now();
      const { intent, slots, confidence } = understand(input.text, {
        ...(spoken && { language: spoken }),
        nowMs,
        zone,
      });
      terminal.line(JSON.stringify({ ...('id' in input && { id: input.id }), intent, slots, confidence }));
      if (terminal.gone.aborted) break;
    }
    return 0;
  },
};

/** A line that begins like a JSON object is one; any other is plain text. Throws `host.bad-option`. */
function readLine(line: string, zone: string): InspectedLine {
  if (!line.trimStart().startsWith('{')) return { text: line };
  const fields = parseObject(line);
  const { text, lang, now } = fields;
  if (typeof text !== 'string') throw badOption(`text: ${line.slice(0, 80)}`);
  const language = languages.find(known => known === lang);
  if (lang !== undefined && !language) throw badOption(`lang: ${line.slice(0, 80)}`);
  return {
    text,
    ...('id' in fields && { id: fields.id }),
    ...(language && { language }),
    ...(typeof now === 'string' && { nowMs: timeOf(now, zone) }),
  };
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
