/** Takes a file that was dropped on the window, as a stream, and hands it to whoever keeps models or reads audio. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { JarvisError, reportError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';

/**
 * `signal` aborts when the window goes away in the middle; `id` is what the window calls this upload, '' for nothing. What
 * it resolves with is sent to the window as JSON.
 */
export type UploadHandler = (
  name: string,
  body: Readable,
  signal: AbortSignal,
  id: string,
) => Promise<object>;

/** A body may rest this long between two pieces. */
const idleBodyMs = 30_000;

export interface GivenUpload {
  readonly name: string | null;
  readonly id: string | null;
  readonly upload: UploadHandler;
  readonly language: Language;
}

/** Status 200 with the handler's result, or 422/500 with an ErrorReport; never rejects. */
export async function takeUpload(
  body: Readable,
  signal: AbortSignal,
  { name, id, upload, language }: GivenUpload,
): Promise<{ status: number; value: object }> {
  try {
    return { status: 200, value: await upload(fileName(name), body, signal, (id ?? '').slice(0, 64)) };
  } catch (error) {
    const report = reportError(error, language);
    return { status: report.stage === 'host' ? 500 : 422, value: report };
  }
}

/** Answers with what `takeUpload` gave. */
export async function receiveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  given: GivenUpload,
): Promise<void> {
  const aborted = new AbortController();
  request.socket.setTimeout(idleBodyMs);
  // Checking a large file after it came can take minutes in which the line is silent.
  request.once('end', () => request.socket.setTimeout(0));
  response.once('close', () => aborted.abort());
  const { status, value } = await takeUpload(request, aborted.signal, given);
  if (!response.destroyed) sendJson(response, status, value);
}

/** A plain name: no folder, no hidden file, nothing a terminal or file system would misread. */
function fileName(name: string | null): string {
  if (name === null || !/^[^./\\\p{Cc}\p{Cs}][^/\\\p{Cc}\p{Cs}]{0,199}$/u.test(name)) {
    throw new JarvisError('input.invalid', { detail: 'name' });
  }
  return name;
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.byteLength,
    'Cache-Control': 'no-store',
    // What is left of a refused body is not waited for.
    Connection: 'close',
  });
  response.end(body);
}
