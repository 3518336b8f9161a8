/** `jarvis memory export` and `import`: memories to a file and back, as a stream. */
import { createReadStream, statSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Client } from '../../../src-preload/connect.ts';
import { exportMemories, importMemories } from '../../../src-preload/memory-file.ts';
import { JarvisError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { Bilingual } from '../../domain/language.ts';
import { fillIn } from './catalogue-words.ts';
import { badOption, type CommandContext, onlyArgument, onlyOptions, parseOptions, say } from './command.ts';
import { memoryWords as words } from './memory-words.ts';

/** Why the write gate left something out, for those reasons that an import meets. */
const reasons: Readonly<Record<string, Bilingual>> = {
  'small-talk': { fr: 'bavardage', en: 'small talk' },
  command: { fr: 'ordre', en: 'order' },
  question: { fr: 'question', en: 'question' },
  'own-words': { fr: 'paroles d’un assistant', en: 'an assistant’s words' },
  'not-the-user': { fr: 'pas vos paroles', en: 'not your words' },
  private: { fr: 'privé', en: 'private' },
  'not-meant': { fr: 'plaisanterie ou supposition', en: 'joke or supposition' },
  instruction: { fr: 'consigne', en: 'instruction' },
  empty: { fr: 'vide', en: 'empty' },
  'too-long': { fr: 'trop long', en: 'too long' },
  'nothing-new': { fr: 'rien de personnel', en: 'nothing personal' },
};

export async function takeOut(args: readonly string[], context: CommandContext): Promise<number> {
  const values = onlyOptions(args, {
    format: { type: 'string', default: 'jsonl' },
    out: { type: 'string', short: 'o' },
  });
  const { format, out } = values;
  if (format !== 'jsonl' && format !== 'markdown') throw badOption(`--format ${format} (jsonl, markdown)`);
  const pieces = exportMemories(await context.access.open(), newId(), format);
  if (out === undefined) {
    for await (const { text } of pieces) {
      context.terminal.write(text);
      if (context.terminal.gone.aborted) break;
    }
    return 0;
  }
  const path = await save(out, pieces);
  context.terminal.remark(fillIn(say(words.written, context), { path }));
  return 0;
}

/** Beside its place first, so that a file that is there already is replaced by a whole one or not at all. */
async function save(out: string, pieces: ReturnType<typeof exportMemories>): Promise<string> {
  let path = out;
  let temporary: string | undefined;
  let file: FileHandle | undefined;
  try {
    for await (const { fileName, text } of pieces) {
      if (file === undefined) {
        path = isFolder(out) ? join(out, fileName) : out;
        temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
        await rm(temporary, { force: true });
        file = await open(temporary, 'wx', 0o600);
      }
      // Wholly: a disk that runs full takes a part without a word.
      await file.writeFile(text);
    }
    await file?.sync();
    await file?.close();
    file = undefined;
    if (temporary !== undefined) await rename(temporary, path);
    return path;
  } catch (error) {
    await file?.close();
    if (temporary !== undefined) await rm(temporary, { force: true });
    const isOfTheDisk = error instanceof Error && 'syscall' in error;
    throw isOfTheDisk ? new JarvisError('host.file-unwritable', { path }, error) : error;
  }
}

export async function bringIn(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
  const path = onlyArgument(positionals, 'FILE');
  // Told before anything is opened.
  if (path !== '-') checkFile(path);
  const counts = await watchedImport(await context.access.open(), path, context);
  if (values.json) {
    context.terminal.line(JSON.stringify(counts));
    return 0;
  }
  const { refused, ...taken } = counts;
  const texts = Object.fromEntries(Object.entries(taken).map(([name, count]) => [name, String(count)]));
  context.terminal.line(fillIn(say(words.imported, context), texts));
  const left = Object.entries(refused).map(([why, count]) => {
    const reason = reasons[why];
    return `${reason === undefined ? why : say(reason, context)} ${count}`;
  });
  if (left.length > 0)
    context.terminal.line(fillIn(say(words.refused, context), { reasons: left.join(', ') }));
  return 0;
}

/** Ctrl-C cancels it, and a large one tells how far it is. */
async function watchedImport(client: Client, path: string, { terminal, onInterrupt }: CommandContext) {
  const importId = newId();
  const stopWatching = client.on('memory.importProgress', ({ importId: of, records }) => {
    if (of === importId) terminal.status(`${basename(path)}  ${records}`);
  });
  const stopListening = onInterrupt(() => {
    // That it had ended by then is no fault; any other one comes with the import's own answer.
    client.call('memory.cancelImport', { importId }).catch(() => undefined);
  });
  try {
    return await importMemories(client, importId, path === '-' ? textOf(terminal.stdin) : readFile(path));
  } finally {
    terminal.status('');
    stopWatching();
    stopListening();
  }
}

async function* readFile(path: string): AsyncGenerator<string> {
  try {
    yield* textOf(createReadStream(path));
  } catch (error) {
    throw new JarvisError('input.file-unreadable', { path }, error);
  }
}

async function* textOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  for await (const chunk of stream) yield String(chunk);
}

function checkFile(path: string): void {
  try {
    statSync(path);
  } catch (error) {
    throw new JarvisError('input.file-unreadable', { path }, error);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
