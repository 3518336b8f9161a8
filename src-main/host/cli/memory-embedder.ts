/** `jarvis memory embedder`: which model makes meanings, how many memories each has embedded, and the choice of another. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandOutput } from '../../../src-preload/contract.ts';
import type { Bilingual } from '../../domain/language.ts';
import type { EmbedderChoice } from '../../domain/settings.ts';
import { badOption, type CommandContext, parseOptions, say } from './command.ts';

type Status = CommandOutput<'memory.embedder'>;

/** A server may have to load its model first. */
const openingMs = 90_000;
const usage = 'list, use built-in | onnx FOLDER|ID | ollama MODEL [ADDRESS]';

const words = {
  inUse: { fr: 'en usage : ', en: 'in use: ' },
  chosen: { fr: 'choisi : ', en: 'chosen: ' },
  opening: { fr: 'le modèle choisi est en cours d’ouverture', en: 'the chosen model is being opened' },
  standIn: { fr: 'en attendant, celui de Jarvis répond', en: 'until it is back, the built-in one answers' },
  memories: { fr: 'souvenirs', en: 'memories' },
  dimensions: { fr: 'nombres', en: 'numbers' },
  working: {
    fr: 'les souvenirs sont refaits en arrière-plan',
    en: 'memories are being embedded in the background',
  },
} satisfies Record<string, Bilingual>;

export async function embedder(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
  const [action = 'list', ...rest] = positionals;
  if (action !== 'list' && action !== 'use') throw badOption(`embedder ${action} (${usage})`);
  if (action === 'list' && rest[0] !== undefined) throw badOption(rest[0]);
  const choice = action === 'use' ? choiceOf(rest) : undefined;
  const client = await context.access.open();
  const status =
    choice === undefined
      ? await client.call('memory.embedder', {})
      : await client.call('memory.useEmbedder', { embedder: choice }, { limitMs: openingMs });
  if (values.json) context.terminal.line(JSON.stringify(status));
  else print(status, context);
  return 0;
}

/** A folder that is there is meant before an id of the catalogue. */
function choiceOf([kind, name, address, surplus]: readonly string[]): EmbedderChoice {
  if (surplus !== undefined) throw badOption(surplus);
  if (kind === 'built-in' && name === undefined) return 'built-in';
  if (kind === 'onnx' && name && address === undefined) {
    const folder = resolve(name);
    return { onnx: existsSync(folder) || /[/\\]/.test(name) ? folder : name };
  }
  if (kind === 'ollama' && name) return { ollama: name, ...(address && { address }) };
  throw badOption(`embedder use ${[kind, name, address].join(' ').trim()} (${usage})`);
}

function print(
  { choice, model, isOpening, fault, isWorking, episodes, models }: Status,
  context: CommandContext,
): void {
  const { terminal } = context;
  const line = (text: string) => terminal.write(`${text}\n`);
  line(`${say(words.inUse, context)}${model}`);
  line(`${say(words.chosen, context)}${choiceText(choice)}`);
  if (isOpening) line(say(words.opening, context));
  if (fault !== undefined) line(`${fault.message} ${fault.hint} (${say(words.standIn, context)})`);
  for (const one of models) {
    const share = `${one.episodes}/${Math.max(episodes, one.episodes)} ${say(words.memories, context)}`;
    line(`  ${one.model}  ${share}  ${one.dimensions} ${say(words.dimensions, context)}`);
  }
  if (isWorking) line(say(words.working, context));
}

function choiceText(choice: EmbedderChoice): string {
  if (choice === 'built-in') return choice;
  if ('onnx' in choice) return `onnx ${choice.onnx}`;
  return `ollama ${choice.ollama}${choice.address === undefined ? '' : ` ${choice.address}`}`;
}
