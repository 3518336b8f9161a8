/** Messages to the core of every kind: right ones, nearly right ones, and what no client of ours would say. */
import { type CommandName, clientMessage, commands } from '../../src-preload/contract.ts';
import { mutate, mutateText, textOf } from './mutations.ts';
import type { Random } from './random.ts';
import { fits, type Schema } from './schema-oracle.ts';
import { sampleOf } from './schema-samples.ts';

export const commandNames = Object.keys(commands) as CommandName[];
const strangeNames = [
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'turn.',
  'TURN.ASK',
  'a'.repeat(300),
];

export interface FuzzedMessage {
  readonly text: string;
  /** The command, where a handler should run. */
  readonly expected?: CommandName;
  /** What a command is sent under, whatever it is. */
  readonly id?: string;
}

/** What is to come of a text by the schemas as they are declared. */
export function expectedOf(text: string): Pick<FuzzedMessage, 'expected' | 'id'> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return {};
  }
  if (!fits(clientMessage as Schema, raw)) return {};
  const { kind, id, name, input } = raw as { kind: string; id: string; name: string; input: unknown };
  if (kind !== 'command') return {};
  const isRight = Object.hasOwn(commands, name) && fits(commands[name as CommandName].input, input);
  return { id, ...(isRight && { expected: name as CommandName }) };
}

const judged = (text: string): FuzzedMessage => ({ text, ...expectedOf(text) });

/** A message of the command under the given id, of one of the kinds. */
export function fuzzedMessage(name: CommandName, id: string, random: Random): FuzzedMessage {
  const input = sampleOf(commands[name].input, random);
  const message = { kind: 'command', id, name, input };
  const way = random.below(20);
  if (way < 4) return judged(textOf(message));
  if (way < 15) return judged(textOf({ ...message, input: mutate(input, random) }));
  if (way === 15)
    return judged(textOf({ ...message, input: sampleOf(commands[random.of(commandNames)].input, random) }));
  if (way === 16) return judged(textOf({ ...message, name: random.of([...strangeNames, ...commandNames]) }));
  if (way === 17) return judged(`[${'['.repeat(2000)}${textOf(message)}${']'.repeat(2000)}]`);
  if (way === 18) return judged(mutateText(textOf(message), random));
  return judged(textOf(mutate(message, random)));
}
