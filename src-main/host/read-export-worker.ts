/** A thread that reads an export file: parsing and checking a large one takes seconds. See read-export.ts for the other end. */
import { parentPort, workerData } from 'node:worker_threads';
import { parseExport } from '../conversation/export-format.ts';
import { JarvisError } from '../domain/errors.ts';
import { importParts } from '../ports/import-parts.ts';
import type { FromReader } from './read-export.ts';

const port = parentPort;
if (port === null) throw new Error('runs as a thread only');
const say = (message: FromReader): void => port.postMessage(message);

try {
  const conversations = parseExport(String(workerData));
  say({ messages: conversations.reduce((sum, one) => sum + one.messages.length, 0) });
  const parts = importParts(conversations);
  // One part for each request: what is not wanted yet is not copied.
  port.on('message', () => {
    const next = parts.next();
    say(next.done ? { done: true } : { part: next.value });
  });
} catch (error) {
  if (!(error instanceof JarvisError)) throw error;
  say({ failure: { code: error.code, params: error.params } });
}
