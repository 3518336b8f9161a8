/** A thread that reads an export file: parsing and checking a large one takes seconds. See read-export.ts for the other end. */
import { parentPort } from 'node:worker_threads';
import { parseExport } from '../conversation/export-format.ts';
import { JarvisError } from '../domain/errors.ts';
import { importParts } from '../ports/import-parts.ts';
import type { ImportPart } from '../ports/memory-store.ts';
import type { FromReader, ToReader } from './read-export.ts';

const port = parentPort;
if (port === null) throw new Error('runs as a thread only');
const say = (message: FromReader): void => port.postMessage(message);

const pieces: string[] = [];
let parts: Iterator<ImportPart> | undefined;

port.on('message', (message: ToReader) => {
  if (message === 'end') read();
  else if (message === 'next') giveNext();
  else pieces.push(message.text);
});

function read(): void {
  try {
    const conversations = parseExport(pieces.splice(0).join(''));
    parts = importParts(conversations);
    say({ messages: conversations.reduce((sum, one) => sum + one.messages.length, 0) });
  } catch (error) {
    if (!(error instanceof JarvisError)) throw error;
    say({ failure: { code: error.code, params: error.params } });
  }
}

/** What is not wanted yet is not copied. */
function giveNext(): void {
  const next = parts?.next();
  say(next === undefined || next.done ? { done: true } : { part: next.value });
}
