/** The window's own files under `app://jarvis/`, and what is dropped on it; nothing else is served there. */
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { Session } from 'electron';
import { openWebFiles, type WebFile } from '../api/web-files.ts';
import { shellHeaders } from '../api/web-headers.ts';
import { takeUpload, type UploadHandler } from '../api/web-upload.ts';
import type { Language } from '../domain/language.ts';
import { appScheme } from './shell/app-scheme.ts';

export interface ServedFiles {
  /** Folder of the built window. */
  readonly folder: string;
  /** By the address they are sent to; none before the core stands. */
  readonly uploads: () => Readonly<Record<string, UploadHandler>>;
  readonly language: () => Language;
}

/** No path of a request ever reaches the disk. */
export function serveFiles(session: Session, { folder, uploads, language }: ServedFiles): void {
  const fileAt = openWebFiles(folder);
  session.protocol.handle(appScheme, request => {
    const { host, pathname, searchParams } = new URL(request.url);
    if (host !== 'jarvis') return notFound();
    const taken = request.method === 'POST' ? uploads() : {};
    const upload = Object.hasOwn(taken, pathname) ? taken[pathname] : undefined;
    if (upload !== undefined) return receive(request, upload, searchParams, language());
    return request.method === 'GET' ? answer(fileAt(pathname)) : notFound();
  });
}

const notFound = (): Response => new Response('', { status: 404, headers: shellHeaders });

function answer(file: WebFile | undefined): Response {
  const body = file?.read();
  if (file === undefined || body === undefined) return notFound();
  return new Response(new Uint8Array(body), { headers: { ...shellHeaders, ...file.headers } });
}

async function receive(
  request: Request,
  upload: UploadHandler,
  query: URLSearchParams,
  language: Language,
): Promise<Response> {
  const body =
    request.body === null
      ? Readable.from([])
      : Readable.fromWeb(request.body as unknown as NodeReadableStream);
  const given = { name: query.get('name'), id: query.get('id'), upload, language };
  const { status, value } = await takeUpload(body, request.signal, given);
  return Response.json(value, { status, headers: shellHeaders });
}
