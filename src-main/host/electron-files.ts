/** The window's own files under `app://jarvis/`, and what is dropped on it; nothing else is served there. */
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { Session } from 'electron';
import { openWebFiles, type WebFile } from '../api/web-files.ts';
import { shellHeaders } from '../api/web-headers.ts';
import { takeUpload, type UploadHandler } from '../api/web-upload.ts';
import type { Language } from '../domain/language.ts';

export const appScheme = 'app';
export const appOrigin = `${appScheme}://jarvis`;

export interface ServedFiles {
  /** Folder of the built window. */
  readonly folder: string;
  readonly uploads: Readonly<Record<string, UploadHandler>>;
  readonly language: () => Language;
}

/** Files are read once: no path of a request ever reaches the disk. */
export async function serveFiles(
  session: Session,
  { folder, uploads, language }: ServedFiles,
): Promise<void> {
  const fileAt = openWebFiles(folder);
  session.protocol.handle(appScheme, request => {
    const { host, pathname, searchParams } = new URL(request.url);
    if (host !== 'jarvis') return notFound();
    const upload = Object.hasOwn(uploads, pathname) ? uploads[pathname] : undefined;
    if (request.method === 'POST' && upload !== undefined)
      return receive(request, upload, searchParams, language());
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
