/** `jarvis export` and `jarvis import`: conversations to a file and back. */
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Client } from '../../../src-preload/connect.ts';
import { maxImportLength } from '../../../src-preload/contract.ts';
import { importFile } from '../../../src-preload/import-file.ts';
import { writeFileAtomically } from '../../adapters/files/write-file-atomically.ts';
import { JarvisError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import { badOption, type CliCommand, type CommandContext, onlyArgument, parseOptions } from './command.ts';
import { readInput } from './standard-input.ts';

/** Reading and writing everything may take a while with 100,000 messages. */
const limitMs = 600_000;
const toldEveryPercent = 10;
const megabyte = 1024 * 1024;

export const exportCommand: CliCommand = {
  run: async (args, { access, terminal, language }) => {
    const { values, positionals: ids } = parseOptions(args, {
      format: { type: 'string', default: 'json' },
      all: { type: 'boolean' },
      out: { type: 'string', short: 'o' },
    });
    const { format, out } = values;
    if (format !== 'json' && format !== 'markdown') throw badOption(`--format ${format} (json, markdown)`);
    if (values.all ? ids.length > 0 : ids.length === 0) throw badOption('ID… | --all');
    const client = await access.open();
    const exported = await client.call(
      'conversation.export',
      { ids: values.all ? 'all' : ids, format },
      { limitMs },
    );
    if (out === undefined) {
      terminal.write(exported.text.endsWith('\n') ? exported.text : `${exported.text}\n`);
      return 0;
    }
    const path = isFolder(out) ? join(out, exported.fileName) : out;
    save(path, exported.text);
    terminal.remark(language === 'fr' ? `Écrit : ${path}` : `Written: ${path}`);
    return 0;
  },
};

export const importCommand: CliCommand = {
  run: async (args, context) => {
    const { access, terminal, language } = context;
    const path = onlyArgument(parseOptions(args, {}).positionals, 'FILE');
    const text = path === '-' ? await readInput(terminal, maxImportLength) : await readImport(path);
    const client = await access.open();
    const { conversations, messages } = await watchedImport(client, text, context);
    terminal.line(
      language === 'fr'
        ? `Conversations reprises : ${conversations} ; messages : ${messages}.`
        : `Conversations imported: ${conversations}; messages: ${messages}.`,
    );
    return 0;
  },
};

/** Ctrl-C cancels it, and a large one tells how far it is. */
async function watchedImport(client: Client, text: string, { terminal, onInterrupt }: CommandContext) {
  const importId = newId();
  let told = 0;
  const stopWatching = client.on('import.progress', ({ importId: of, messages, totalMessages }) => {
    const percent = Math.floor((100 * messages) / Math.max(1, totalMessages));
    if (of !== importId || percent < told + toldEveryPercent) return;
    told = percent;
    terminal.remark(`${percent} % (${messages}/${totalMessages})`);
  });
  const stopListening = onInterrupt(() => {
    // That it had ended by then is no fault; any other one comes with the import's own answer.
    client.call('conversation.cancelImport', { importId }).catch(() => undefined);
  });
  try {
    return await importFile(client, importId, text);
  } finally {
    stopWatching();
    stopListening();
  }
}

async function readImport(path: string): Promise<string> {
  const size = fileSize(path);
  // UTF-8 takes at most three bytes for one UTF-16 unit: beyond that it cannot fit, and is not even read.
  if (size > maxImportLength * 3) throw tooLarge(size);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new JarvisError('input.file-unreadable', { path }, error);
  });
  if (text.length > maxImportLength) throw tooLarge(text.length);
  return text;
}

const tooLarge = (size: number): JarvisError =>
  new JarvisError('import.too-large', {
    size: Math.ceil(size / megabyte),
    limit: maxImportLength / megabyte,
  });

function fileSize(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    throw new JarvisError('input.file-unreadable', { path }, error);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Into a folder that is there: a mistyped path makes no new ones. */
function save(path: string, text: string): void {
  try {
    statSync(dirname(resolve(path)));
    writeFileAtomically(path, text);
  } catch (error) {
    throw new JarvisError('host.file-unwritable', { path }, error);
  }
}
