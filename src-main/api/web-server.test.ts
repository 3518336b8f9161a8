/** The web host's server over raw sockets: who is let in, who is refused, and what an answer carries. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openWebSocketWire } from '../../src-preload/web-socket-wire.ts';
import type { Wire } from '../../src-preload/wire.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import { createWebServer, type WebServer, type WebServerOptions } from './web-server.ts';

const settled = () => new Promise(resolve => setImmediate(resolve));
const until = async (isSo: () => boolean) => {
  while (!isSo()) await settled();
};

/** A clock whose delays run when the test says so, except those that only bound a shutdown. */
function handClock() {
  const waiting = new Set<{ delayMs: number; action: () => void }>();
  const clock: Clock = {
    nowMs: () => 0,
    monotonicMs: () => 0,
    zone: () => 'UTC',
    after: (delayMs, action) => {
      const timer = { delayMs, action };
      waiting.add(timer);
      return () => void waiting.delete(timer);
    },
  };
  const run = (delayMs: number) => {
    for (const timer of [...waiting]) {
      if (timer.delayMs === delayMs && waiting.delete(timer)) timer.action();
    }
  };
  return { clock, run };
}

let around: string;
let folder: string;
let server: WebServer;
let time: ReturnType<typeof handClock>;
let refusals: string[];
let wires: Wire[];
let uploads: { name: string; text: string; aborted: boolean }[];
const token = 'instance-token';

const start = (more: Partial<WebServerOptions> = {}) =>
  createWebServer({
    port: 0,
    rendererDir: folder,
    clock: time.clock,
    language: () => 'fr',
    token,
    serveWire: wire => wires.push(wire),
    uploads: {
      '/upload/model': async (name, body, signal) => {
        const upload = { name, text: '', aborted: false };
        uploads.push(upload);
        signal.addEventListener('abort', () => {
          upload.aborted = true;
        });
        for await (const piece of body.setEncoding('utf8')) upload.text += piece;
        if (upload.text === 'not a model') throw new JarvisError('model.not-gguf', { file: name });
        return { what: 'language-model', name };
      },
    },
    observer: { refused: reason => refusals.push(reason) },
    ...more,
  });

beforeEach(async () => {
  around = await mkdtemp(join(tmpdir(), 'jarvis-web-'));
  folder = join(around, 'window');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>window</title>');
  await writeFile(join(folder, 'assets', 'index-abc123.js'), 'export {};');
  await writeFile(join(around, 'outside.txt'), 'secret');
  time = handClock();
  refusals = [];
  wires = [];
  uploads = [];
  server = await start();
});

afterEach(async () => {
  const closed = server.close();
  time.run(250);
  await closed;
  await rm(around, { recursive: true });
});

interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends these lines as they are and reads until the server closes. */
function raw(lines: readonly string[], body = ''): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket(server.port, '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', piece => {
      text += piece;
    });
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', ...rest] = text.split('\r\n\r\n');
      resolve({ status: Number(head.split(' ')[1]), head, body: rest.join('\r\n\r\n') });
    });
    socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`);
  });
}

const own = () => `Host: 127.0.0.1:${server.port}`;
const ownOrigin = () => `Origin: http://127.0.0.1:${server.port}`;
const get = (path: string, ...headers: string[]) => raw([`GET ${path} HTTP/1.1`, own(), ...headers]);

async function openSession(): Promise<string> {
  const link = new URL(server.newLink());
  const answer = await get(link.pathname + link.search);
  return `Cookie: ${/set-cookie: ([^;]+)/i.exec(answer.head)?.[1]}`;
}

describe('a window', () => {
  it('is opened by a link, once, and then known by its cookie', async () => {
    const link = new URL(server.newLink());
    expect(link.origin).toBe(server.url);
    const opened = await get(link.pathname + link.search);
    expect(opened.status).toBe(303);
    expect(opened.head).toContain('Location: /\r\n');
    expect(opened.head).toMatch(
      new RegExp(`Set-Cookie: jarvis-session-${server.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict`),
    );
    const again = await get(link.pathname + link.search);
    expect([again.status, refusals]).toEqual([401, ['link']]);
    expect(again.body).toContain('Ce lien ne sert plus');
    expect(again.body).toContain('This link no longer works');
    expect(again.body).toContain('npm start');
    expect(again.head).not.toContain('Set-Cookie');
  });

  it('gets the page fresh and its hashed files for good', async () => {
    const cookie = await openSession();
    const page = await get('/', cookie);
    expect([page.status, page.body]).toEqual([200, '<!doctype html><title>window</title>']);
    expect(page.head).toContain('Cache-Control: no-cache');
    const script = await get('/assets/index-abc123.js', cookie);
    expect(script.head).toContain('Cache-Control: private, max-age=31536000, immutable');
    expect(script.head).toContain('Content-Type: text/javascript');
    const etag = /ETag: (\S+)/.exec(page.head)?.[1];
    expect((await get('/', cookie, `If-None-Match: ${etag}`)).status).toBe(304);
    expect((await get('/nothing.js', cookie)).status).toBe(404);
    expect((await raw(['HEAD / HTTP/1.1', own(), cookie])).body).toBe('');
  });

  it('may not do more than its page needs', async () => {
    const { head } = await get('/', await openSession());
    const policy = /Content-Security-Policy: (.*)\r\n/.exec(head)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).toContain(
      `connect-src 'self' ws://127.0.0.1:${server.port} ws://localhost:${server.port}`,
    );
    expect(policy).not.toContain('unsafe');
    expect(head).toContain('X-Content-Type-Options: nosniff');
    expect(head).toContain('Referrer-Policy: no-referrer');
    expect(head).toContain('Permissions-Policy: microphone=(self)');
  });

  it('is also reached as localhost', async () => {
    const link = new URL(server.newLink());
    const answer = await raw([
      `GET ${link.pathname}${link.search} HTTP/1.1`,
      `Host: localhost:${server.port}`,
    ]);
    expect(answer.status).toBe(303);
  });
});

describe('a request is refused', () => {
  it.each([
    ['a foreign host', 'Host: evil.example'],
    ['a rebound name with our port', 'Host: evil.example:PORT'],
    ['another port', 'Host: 127.0.0.1:1'],
    ['no port', 'Host: 127.0.0.1'],
    ['two hosts', 'Host: 127.0.0.1:PORT\r\nHost: evil.example'],
  ])('with %s, even with a good cookie', async (_what, host) => {
    const cookie = await openSession();
    const answer = await raw(['GET / HTTP/1.1', host.replace('PORT', String(server.port)), cookie]);
    expect([400, 403]).toContain(answer.status);
    expect(answer.body).not.toContain('<title>window');
    if (answer.status === 403) expect(refusals).toEqual(['host']);
  });

  it.each(['/', '/assets/index-abc123.js', '/index.html', '/nothing'])(
    'without a session: %s',
    async path => {
      const answers = [
        await get(path),
        await get(path, 'Cookie: jarvis-session-1=x'),
        await get(path, `Cookie: jarvis-session-${server.port}=${'A'.repeat(43)}`),
      ];
      expect(answers.map(answer => answer.status)).toEqual([401, 401, 401]);
      expect(answers[0]?.body).toContain('Jarvis ne connaît pas cette fenêtre');
      expect(refusals).toEqual(['session', 'session', 'session']);
    },
  );

  it.each(['/open', '/open?k=', '/open?k=x', `/open?k=${'A'.repeat(43)}`])(
    'with a link nobody made: %s',
    async path => {
      expect((await get(path)).status).toBe(401);
      expect(refusals).toEqual(['link']);
    },
  );

  it('when it only looks ahead or asks for the head, and the link stays good', async () => {
    const link = new URL(server.newLink());
    const target = link.pathname + link.search;
    expect((await get(target, 'Sec-Purpose: prefetch')).status).toBe(401);
    expect((await raw([`HEAD ${target} HTTP/1.1`, own()])).status).toBe(405);
    expect((await get(target)).status).toBe(303);
  });

  it.each([
    '/../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/assets/..%5c..%5coutside.txt',
    '/..%c0%afoutside.txt',
    '/assets/%00',
    '//outside.txt',
    'http://evil.example/',
    '/%',
  ])('for a path out of the folder: %s', async path => {
    const answer = await get(path, await openSession());
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('secret');
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH'])('with the method %s', async method => {
    expect((await raw([`${method} / HTTP/1.1`, own(), await openSession()])).status).toBe(405);
    expect(refusals).toEqual(['method']);
  });

  it('with headers that are too large', async () => {
    expect((await get('/', `X-Large: ${'x'.repeat(20_000)}`)).status).toBe(431);
  });
});

describe('a wire', () => {
  const wireUrl = () => `ws://127.0.0.1:${server.port}/wire`;
  const upgrade = (path: string, ...headers: string[]) =>
    raw([
      `GET ${path} HTTP/1.1`,
      ...headers,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ]);
  const openAsWindow = async () => {
    const cookie = (await openSession()).slice('Cookie: '.length);
    return openWebSocketWire(() => new WebSocket(wireUrl(), { origin: server.url, headers: { cookie } }));
  };
  const withToken = (bearer: string, more = {}) =>
    openWebSocketWire(
      () => new WebSocket(wireUrl(), { headers: { authorization: `Bearer ${bearer}` }, ...more }),
    );

  it('opens for a window and carries text and bytes both ways', async () => {
    const near = await openAsWindow();
    const [far] = wires;
    const heard: unknown[] = [];
    near.onText = text => heard.push(text);
    near.onBytes = bytes => heard.push([...bytes]);
    if (far === undefined) throw new Error('no wire reached the core');
    far.onText = text => far.sendText(`${text}!`);
    far.onBytes = bytes => far.sendBytes(bytes.map(byte => byte + 1));
    near.sendText('salut é 🙂');
    near.sendBytes(Uint8Array.of(1, 2, 3));
    await until(() => heard.length === 2);
    expect(heard).toEqual(['salut é 🙂!', [2, 3, 4]]);
    let closed = false;
    far.onClose = () => {
      closed = true;
    };
    near.close();
    await until(() => closed);
  });

  it('opens for the command line by its token', async () => {
    const near = await withToken(token);
    expect(wires).toHaveLength(1);
    near.close();
  });

  it.each([
    ['a foreign origin', 'origin', () => [own(), 'Origin: http://evil.example']],
    ['the origin null', 'origin', () => [own(), 'Origin: null']],
    ['no origin', 'origin', () => [own()]],
    ['an origin of another port', 'origin', () => [own(), 'Origin: http://127.0.0.1:1']],
    ['https', 'origin', () => [own(), `Origin: https://127.0.0.1:${server.port}`]],
    ['a foreign host', 'host', () => ['Host: evil.example', 'Origin: http://evil.example']],
  ])('is refused with %s, even with a good cookie', async (_what, reason, headers) => {
    const answer = await upgrade('/wire', ...headers(), await openSession());
    expect([answer.status, refusals, wires]).toEqual([403, [reason], []]);
  });

  it('is refused without a session, with a wrong token, and at another path', async () => {
    const cookie = await openSession();
    expect((await upgrade('/wire', own(), ownOrigin())).status).toBe(401);
    expect((await upgrade('/wire', own(), ownOrigin(), cookie, 'Authorization: Bearer no')).status).toBe(401);
    const evil = await upgrade(
      '/wire',
      own(),
      'Origin: http://evil.example',
      `Authorization: Bearer ${token}`,
    );
    expect(evil.status).toBe(403);
    expect((await upgrade('/', own(), ownOrigin(), cookie)).status).toBe(403);
    expect(refusals).toEqual(['session', 'token', 'origin', 'path']);
    expect(wires).toEqual([]);
  });

  it('of its sound is let in under the same terms, and only with the names of its client and sender', async () => {
    const opened: string[] = [];
    const other = await start({
      serveSound: (_wire, { clientId, line }) => opened.push(`${clientId} ${line}`),
    });
    const open = (path: string, origin = other.url) =>
      openWebSocketWire(
        () =>
          new WebSocket(`${other.url.replace('http', 'ws')}${path}`, {
            origin,
            headers: { authorization: `Bearer ${token}` },
          }),
      );
    (await open('/sound?client=c1&line=l1')).close();
    const tooLong = 'x'.repeat(65);
    for (const query of ['', '?client=c1', '?line=l1', `?client=${tooLong}&line=l1`]) {
      await expect(open(`/sound${query}`)).rejects.toThrow();
    }
    await expect(open('/sound?client=c1&line=l1', 'http://evil.example')).rejects.toThrow();
    expect([opened, wires]).toEqual([['c1 l1'], []]);
    expect(refusals).toEqual(['path', 'path', 'path', 'path', 'origin']);
    const closed = other.close();
    time.run(250);
    await closed;
  });

  it('says that a window is no longer let in, where that can be asked', async () => {
    const refused = openWebSocketWire(() => new WebSocket(wireUrl(), { origin: server.url }), {
      isRefused: async () => true,
    });
    await expect(refused).rejects.toMatchObject({ report: { code: 'wire.unauthorized' } });
    const broken = openWebSocketWire(() => new WebSocket(wireUrl(), { origin: server.url }));
    await expect(broken).rejects.toThrow('could not be opened');
  });

  it('is cut by a message that is too large', async () => {
    const near = await withToken(token);
    let closed = false;
    near.onClose = () => {
      closed = true;
    };
    near.sendBytes(new Uint8Array(81 * 1024 * 1024));
    await until(() => closed);
  });

  it('is cut when nobody answers at the other end, and kept while somebody does', async () => {
    const near = await withToken(token);
    const dumb = new WebSocket(wireUrl(), { headers: { authorization: `Bearer ${token}` }, autoPong: false });
    await until(() => wires.length === 2);
    let pinged = false;
    let closed = false;
    dumb.on('ping', () => {
      pinged = true;
    });
    dumb.on('close', () => {
      closed = true;
    });
    near.onClose = () => {
      throw new Error('the living wire was cut');
    };
    time.run(20_000);
    await until(() => pinged);
    // The living one's pong was sent in answer to the same round; its echo proves that it has arrived.
    await echo(near, wires[0]);
    time.run(20_000);
    await until(() => closed);
    await echo(near, wires[0]);
    near.onClose = () => undefined;
  });

  it('hears of the end when the server closes', async () => {
    const near = await withToken(token);
    let closed = false;
    near.onClose = () => {
      closed = true;
    };
    await server.close();
    await until(() => closed);
    server = await start();
  });
});

async function echo(near: Wire, far: Wire | undefined): Promise<void> {
  if (far === undefined) throw new Error('no wire reached the core');
  let heard = false;
  far.onText = text => far.sendText(text);
  near.onText = () => {
    heard = true;
  };
  near.sendText('?');
  await until(() => heard);
}

describe('an upload', () => {
  const post = (path: string, body: string, ...headers: string[]) =>
    raw([`POST ${path} HTTP/1.1`, own(), `Content-Length: ${body.length}`, ...headers], body);

  it('reaches the handler as a stream and answers its result', async () => {
    const answer = await post(
      '/upload/model?name=mod%C3%A8le.gguf',
      'GGUF…'.slice(0, 4),
      await openSession(),
      ownOrigin(),
    );
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      200,
      { what: 'language-model', name: 'modèle.gguf' },
    ]);
    expect(uploads[0]?.text).toBe('GGUF');
  });

  it('that fails says why, in the language of the user', async () => {
    const answer = await post('/upload/model?name=x', 'not a model', await openSession(), ownOrigin());
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([
      422,
      { code: 'model.not-gguf', message: 'Ce fichier n’est pas un modèle GGUF : x.' },
    ]);
  });

  it.each(['', '?name=', '?name=..%2fx', '?name=.hidden', '?name=a%00b', '?name=a%2fb', '?name=a%5cb'])(
    'with a bad name is refused: %s',
    async query => {
      const answer = await post(`/upload/model${query}`, 'x', await openSession(), ownOrigin());
      expect([answer.status, uploads]).toEqual([422, []]);
    },
  );

  it('is refused to strangers', async () => {
    const cookie = await openSession();
    const path = '/upload/model?name=x';
    expect((await post(path, 'x', cookie)).status).toBe(403);
    expect((await post(path, 'x', cookie, 'Origin: null')).status).toBe(403);
    expect((await post(path, 'x', ownOrigin())).status).toBe(401);
    expect((await post('/elsewhere', 'x', cookie, ownOrigin())).status).toBe(405);
    expect([refusals, uploads]).toEqual([['origin', 'origin', 'session', 'method'], []]);
  });

  it('that breaks off aborts the handler', async () => {
    const cookie = await openSession();
    const socket = connectSocket(server.port, '127.0.0.1');
    socket.on('error', error => expect(error).toMatchObject({ code: 'ECONNRESET' }));
    const head = ['POST /upload/model?name=x HTTP/1.1', own(), ownOrigin(), cookie, 'Content-Length: 100'];
    socket.write(`${head.join('\r\n')}\r\n\r\nhalf`);
    await until(() => uploads[0]?.text === 'half');
    socket.destroy();
    await until(() => uploads[0]?.aborted === true);
  });
});

describe('the start', () => {
  it('says that the port is taken, and that there is no window', async () => {
    await expect(start({ port: server.port })).rejects.toMatchObject({ code: 'host.port-taken' });
    await expect(start({ rendererDir: join(folder, 'assets') })).rejects.toMatchObject({
      code: 'host.unexpected',
    });
  });

  it('serves the window that it began with, also when a build has written another beside it', async () => {
    const cookie = await openSession();
    const before = (await get('/', cookie)).body;
    await writeFile(join(folder, 'index.html'), '<!doctype html>another');
    await writeFile(join(folder, 'assets', 'index-def456.js'), 'another()');
    expect((await get('/', cookie)).body).toBe(before);
    expect((await get('/assets/index-abc123.js', cookie)).status).toBe(200);
    expect((await get('/assets/index-def456.js', cookie)).status).toBe(404);
  });

  it('says that a part of the window is gone when it is', async () => {
    const cookie = await openSession();
    await rm(join(folder, 'assets'), { recursive: true });
    expect((await get('/assets/index-abc123.js', cookie)).status).toBe(404);
  });
});
