/** The core's half of a wire, spoken to as a client's bytes would. */
import { describe, expect, it } from 'vitest';
import { commands, coreMessage } from '../../src-preload/contract.ts';
import { createWirePair } from '../../src-preload/memory-wire.ts';
import type { Wire } from '../../src-preload/wire.ts';
import { JarvisError } from '../domain/errors.ts';
import { EventLog } from './event-log.ts';
import { ResultCache } from './result-cache.ts';
import { createWireServer, type WireServerOptions } from './wire-session.ts';
import { type Reached, recordingHandlers } from './wire-session-fixture.ts';

const settled = () => new Promise(resolve => setImmediate(resolve));
const hello = { kind: 'hello', protocol: 1, clientId: 'client-1' };
const profile = { id: 'p', name: 'Ada', language: 'fr', createdAtMs: 1 } as const;

function startCore(
  answers: Parameters<typeof recordingHandlers>[1] = {},
  more: Partial<WireServerOptions> = {},
) {
  const reached: Reached[] = [];
  const log = new EventLog({ validate: true });
  const server = createWireServer({
    handlers: recordingHandlers(reached, answers),
    log,
    language: () => 'fr',
    monotonicMs: () => 0,
    ...more,
  });
  const dial = () => {
    const [near, far] = createWirePair();
    server.serveWire(far);
    const heard: ReturnType<typeof coreMessage.parse>[] = [];
    const state = { closed: false };
    near.onText = text => heard.push(coreMessage.parse(JSON.parse(text)));
    near.onClose = () => {
      state.closed = true;
    };
    const say = (message: unknown) =>
      near.sendText(typeof message === 'string' ? message : JSON.stringify(message));
    return { near, far, heard, say, state };
  };
  return { reached, log, server, dial };
}

const use = (id: string, input: unknown = { id: 'p' }) => ({
  kind: 'command',
  id,
  name: 'profile.use',
  input,
});

describe('a wire session', () => {
  it('welcomes, answers a command and passes events on', async () => {
    const core = startCore({ 'profile.use': () => profile });
    core.log.publish('app.stopping', {});
    const client = core.dial();
    client.say(hello);
    client.say(use('c1'));
    await settled();
    core.log.publish('conversation.deleted', { id: 'x' });
    await settled();
    expect(client.heard).toEqual([
      { kind: 'welcome', protocol: 1, epoch: core.log.epoch, sequence: 1, resumed: false },
      { kind: 'result', id: 'c1', output: profile },
      { kind: 'event', sequence: 2, name: 'conversation.deleted', data: { id: 'x' } },
    ]);
    expect(core.server.clientCount()).toBe(1);
    client.near.close();
    await settled();
    expect(core.server.clientCount()).toBe(0);
  });

  it('runs a command sent twice once, while it still runs, after it ended, and over another wire', async () => {
    let finish: (value: unknown) => void = () => undefined;
    const core = startCore({ 'profile.use': () => new Promise(resolve => (finish = resolve)) });
    const first = core.dial();
    first.say(hello);
    first.say(use('c1'));
    first.say(use('c1'));
    await settled();
    first.near.close();
    await settled();
    const second = core.dial();
    second.say(hello);
    second.say(use('c1'));
    await settled();
    finish(profile);
    await settled();
    second.say(use('c1'));
    await settled();
    expect(core.reached).toHaveLength(1);
    expect(second.heard.filter(message => message.kind === 'result')).toHaveLength(2);
  });

  it('keeps the failures of a command sent twice, and tells ids of two clients apart', async () => {
    const core = startCore({
      'profile.use': () => {
        throw new JarvisError('input.not-found', { what: 'profil' });
      },
    });
    const one = core.dial();
    const two = core.dial();
    one.say(hello);
    two.say({ ...hello, clientId: 'client-2' });
    one.say(use('c1'));
    one.say(use('c1'));
    two.say(use('c1'));
    await settled();
    expect(core.reached).toHaveLength(2);
    expect(one.heard.filter(message => message.kind === 'failure')).toMatchObject([
      { id: 'c1', error: { code: 'input.not-found', message: 'Introuvable : profil.' } },
      { id: 'c1', error: { code: 'input.not-found' } },
    ]);
  });

  it('refuses one id for two different commands', async () => {
    const core = startCore({ 'profile.use': () => profile, 'organizer.get': () => ({}) });
    const client = core.dial();
    client.say(hello);
    client.say(use('c1'));
    client.say({ kind: 'command', id: 'c1', name: 'organizer.get', input: {} });
    await settled();
    expect(core.reached.map(call => call.name)).toEqual(['profile.use']);
    expect(client.heard).toContainEqual(
      expect.objectContaining({
        kind: 'failure',
        error: expect.objectContaining({ code: 'wire.invalid-message' }),
      }),
    );
  });

  it.each([
    ['no JSON', '{', 'wire.invalid-message'],
    ['no message', [], 'wire.invalid-message'],
    ['unknown kind', { kind: 'shout' }, 'wire.invalid-message'],
    ['unknown command', { kind: 'command', id: 'c', name: 'toString', input: {} }, 'input.unknown-command'],
    ['wrong input', use('c', { id: 7 }), 'input.invalid'],
    ['second hello', hello, 'wire.invalid-message'],
  ])('answers %s with a failure and goes on', async (_what, message, code) => {
    const core = startCore({ 'profile.use': () => profile });
    const client = core.dial();
    client.say(hello);
    client.say(message);
    client.say(use('after'));
    await settled();
    expect(client.heard.at(1)).toMatchObject({ kind: 'failure', error: { code } });
    expect(client.heard.at(-1)).toMatchObject({ kind: 'result', id: 'after' });
    expect(core.reached).toHaveLength(1);
  });

  it('wants hello first and the same protocol', async () => {
    const core = startCore({ 'profile.use': () => profile });
    const client = core.dial();
    client.say(use('c1'));
    client.near.sendBytes(new Uint8Array(4));
    client.say({ ...hello, protocol: 99 });
    client.say({ ...hello, clientId: '' });
    await settled();
    expect(client.heard.map(message => message.kind === 'failure' && message.error.code)).toEqual([
      'wire.invalid-message',
      'wire.invalid-message',
      'wire.version',
      'wire.invalid-message',
    ]);
    expect(core.reached).toHaveLength(0);
  });

  it('tells an unexpected failure without its words, and shows them to the observer', async () => {
    const seen: unknown[] = [];
    const core = startCore(
      { 'profile.use': () => Promise.reject(new Error('SQL near "mon secret"')) },
      { observer: { commandEnded: (name, _ms, error) => seen.push([name, String(error)]) } },
    );
    const client = core.dial();
    client.say(hello);
    client.say(use('c1'));
    await settled();
    expect(client.heard.at(-1)).toMatchObject({ kind: 'failure', error: { code: 'host.unexpected' } });
    expect(JSON.stringify(client.heard)).not.toContain('secret');
    expect(seen).toEqual([['profile.use', 'Error: SQL near "mon secret"']]);
  });

  it('carries sound both ways, to the newest wire of the client', async () => {
    const frames: [string, Uint8Array][] = [];
    const core = startCore(
      { 'profile.use': () => profile },
      { onFrame: (clientId, bytes) => frames.push([clientId, bytes]) },
    );
    const old = core.dial();
    old.say(hello);
    old.say(use('c1'));
    old.near.sendBytes(Uint8Array.of(1, 2));
    await settled();
    const newer = core.dial();
    const sound: Uint8Array[] = [];
    newer.near.onBytes = bytes => sound.push(bytes);
    newer.say(hello);
    await settled();
    expect(old.state.closed).toBe(true);
    expect(core.reached[0]?.context.sendFrame(Uint8Array.of(9))).toBe(true);
    await settled();
    expect(frames).toEqual([['client-1', Uint8Array.of(1, 2)]]);
    expect(sound).toEqual([Uint8Array.of(9)]);
    newer.near.close();
    await settled();
    expect(core.reached[0]?.context.sendFrame(Uint8Array.of(9))).toBe(false);
  });

  it('cuts a client that does not read, but not one that waits for a large answer', async () => {
    let buffered = 0;
    let cut = 0;
    const large = { ...profile, name: 'x'.repeat(60_000_000) };
    const core = startCore({ 'profile.use': () => large }, { observer: { slowClientCut: () => cut++ } });
    const [near, far] = createWirePair();
    const slow: Wire = Object.assign(far, {
      bufferedBytes: () => buffered,
      sendText: (text: string) => {
        buffered += text.length;
      },
    });
    core.server.serveWire(slow);
    near.sendText(JSON.stringify(hello));
    near.sendText(JSON.stringify(use('c1')));
    await settled();
    core.log.publish('app.stopping', {});
    expect(cut).toBe(0);
    buffered = 0;
    for (let i = 0; i < 10; i++) core.log.publish('conversation.changed', conversationOf(1_000_000));
    expect(cut).toBe(1);
  });

  it('bounds what one client may have running', async () => {
    const core = startCore({ 'profile.use': () => new Promise(() => undefined) });
    const client = core.dial();
    client.say(hello);
    for (let i = 0; i < 510; i++) client.say(use(`c${i}`));
    await settled();
    expect(core.reached).toHaveLength(500);
    expect(client.heard.at(-1)).toMatchObject({ id: 'c509', error: { code: 'input.rate' } });
  });

  it('knows every command of the contract', () => {
    expect(Object.keys(recordingHandlers([]))).toEqual(Object.keys(commands));
  });
});

describe('the result cache', () => {
  it('forgets the least recently used, never what still runs', async () => {
    const cache = new ResultCache({ maxResults: 2, maxLength: 100 });
    let runs = 0;
    const answer = async () => `${++runs}`;
    const endless = () => new Promise<string>(() => undefined);
    void cache.once('a', 'running', 'n', endless);
    await cache.once('a', '1', 'n', answer);
    await cache.once('a', '2', 'n', answer);
    await settled();
    expect(cache.size).toBe(2);
    expect(await cache.once('a', '2', 'n', answer)).toBe('2');
    expect(await cache.once('a', '1', 'n', answer)).toBe('3');
    await cache.once('a', '3', 'n', async () => 'x'.repeat(200));
    await settled();
    expect(cache.size).toBe(1);
    expect(cache.once('a', 'running', 'other', answer)).toBeUndefined();
  });
});

const conversationOf = (titleLength: number) => ({
  id: 'c',
  title: 'x'.repeat(titleLength),
  createdAtMs: 0,
  updatedAtMs: 0,
  messageCount: 0,
});
