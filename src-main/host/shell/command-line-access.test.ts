/** The command line reaches the desktop program by a socket that only this account can open, and nobody without the token. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { EventLog } from '../../api/event-log.ts';
import { createWireServer } from '../../api/wire-session.ts';
import { type Reached, recordingHandlers } from '../../api/wire-session-fixture.ts';
import { connectRunning } from '../call-running.ts';
import { dataFolder } from '../data-folder.ts';
import { type Instance, readInstance } from '../instance-file.ts';
import { systemClock } from '../system-clock.ts';
import { type CommandLineAccess, createCommandLineAccess } from './command-line-access.ts';
import { linePlace } from './line-place.ts';

let root: string;
let access: CommandLineAccess;
let refused: string[];
const reached: Reached[] = [];

function server() {
  return createWireServer({
    handlers: recordingHandlers(reached, {
      'profile.list': () => ({ profiles: [], activeId: 'a' }),
    }),
    log: new EventLog(),
    language: () => 'en',
    monotonicMs: () => 0,
  });
}

function accessTo(folder: string): CommandLineAccess {
  const observing = {
    log: { write: () => undefined },
    observer: { countAuthFailure: (reason: string) => void refused.push(reason) },
  };
  return createCommandLineAccess(dataFolder(folder), observing as never, systemClock);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jarvis-line-test-'));
  refused = [];
  reached.length = 0;
  access = accessTo(root);
});
afterEach(async () => {
  await access.close();
  rmSync(root, { recursive: true, force: true });
});

const running = async (folder = root): Promise<Extract<Instance, { socket: string }>> => {
  const instance = await readInstance(dataFolder(folder).instance);
  if (instance === undefined || !('socket' in instance)) throw new Error('no line');
  return instance;
};

async function ask(instance: Instance): Promise<unknown> {
  const client = connectRunning(instance);
  try {
    return await client.call('profile.list', {}, { limitMs: 10_000 });
  } finally {
    client.close();
  }
}

/** The status with which an upgrade is refused. */
function refusalOf(socket: string, headers: Record<string, string>, path = '/wire'): Promise<number> {
  return new Promise((resolve, reject) => {
    const client = new WebSocket(`ws://localhost${path}`, {
      headers,
      createConnection: () => connectSocket(socket),
    });
    client.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    client.on('open', () => reject(new Error('it was let in')));
    client.on('error', () => undefined);
  });
}

describe.skipIf(process.platform === 'win32')('the desktop program’s line', () => {
  it('carries commands and their answers', async () => {
    await access.open(server());
    expect(await ask(await running())).toEqual({ profiles: [], activeId: 'a' });
    expect(reached.map(({ name }) => name)).toEqual(['profile.list']);
  });

  it('is a socket in the data folder that nobody else may open, as is the note of it', async () => {
    await access.open(server());
    const { socket } = await running();
    expect(socket).toBe(join(root, 'command-line.sock'));
    expect(statSync(socket).isSocket()).toBe(true);
    expect(statSync(socket).mode & 0o777).toBe(0o600);
    expect(statSync(dataFolder(root).instance).mode & 0o777).toBe(0o600);
  });

  it('lets nobody in without the token, with another one, on another path, or from a page', async () => {
    await access.open(server());
    const { socket, token } = await running();
    expect(await refusalOf(socket, {})).toBe(401);
    expect(await refusalOf(socket, { authorization: `Bearer ${token}x` })).toBe(401);
    expect(await refusalOf(socket, { authorization: `Bearer ${token}` }, '/sound')).toBe(401);
    const fromPage = { authorization: `Bearer ${token}`, origin: 'http://localhost' };
    expect(await refusalOf(socket, fromPage)).toBe(401);
    expect(refused).toEqual(['token', 'token', 'path', 'path']);
    expect(reached).toEqual([]);
  });

  it('serves nothing but the wire', async () => {
    await access.open(server());
    const { socket, token } = await running();
    const status = await new Promise(resolve => {
      const headers = { authorization: `Bearer ${token}` };
      request({ socketPath: socket, path: '/', headers }, answer => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });

  it('leaves nothing behind when it closes, and cuts who is still there', async () => {
    await access.open(server());
    const { socket } = await running();
    const client = connectRunning(await running());
    await client.call('profile.list', {});
    await access.close();
    client.close();
    expect([existsSync(socket), existsSync(dataFolder(root).instance)]).toEqual([false, false]);
  });

  it('takes the place of what a killed program left', async () => {
    writeFileSync(join(root, 'command-line.sock'), '');
    await access.open(server());
    expect(await ask(await running())).toBeDefined();
  });

  it('finds another place where the data folder’s path is too long for a socket', async () => {
    const long = join(root, 'x'.repeat(60), 'y'.repeat(60));
    mkdirSync(long, { recursive: true });
    const far = accessTo(long);
    await far.open(server());
    const { socket } = await running(long);
    expect(socket.startsWith(long)).toBe(false);
    expect(statSync(join(socket, '..')).mode & 0o777).toBe(0o700);
    expect(await ask(await running(long))).toBeDefined();
    await far.close();
    expect(existsSync(join(socket, '..'))).toBe(false);
  });

  it('keeps the desktop program from nothing when it cannot listen', async () => {
    mkdirSync(join(root, 'command-line.sock'));
    writeFileSync(join(root, 'command-line.sock', 'in-the-way'), '');
    await access.open(server());
    expect(access.instance()).toBeUndefined();
    expect(await readInstance(dataFolder(root).instance)).toBeUndefined();
  });
});

it('is a pipe on Windows, each time of another name, which only the note tells', () => {
  const names = [linePlace('C:\\data', 'win32'), linePlace('C:\\data', 'win32')];
  expect(names[0]).toMatch(/^\\\\\.\\pipe\\jarvis-[0-9a-f]{32}$/);
  expect(names[0]).not.toBe(names[1]);
});

it('the note holds no word that was said, only how to reach the program', async () => {
  await access.open(server());
  const note = JSON.parse(readFileSync(dataFolder(root).instance, 'utf8'));
  expect(Object.keys(note).sort()).toEqual(['pid', 'socket', 'token']);
});
