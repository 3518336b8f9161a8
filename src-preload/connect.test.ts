/** The client's half against the real core half, over wires that break wherever it hurts. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventLog } from '../src-main/api/event-log.ts';
import { createWireServer } from '../src-main/api/wire-session.ts';
import { type Reached, recordingHandlers } from '../src-main/api/wire-session-fixture.ts';
import { ClientError, type ConnectionState, connect } from './connect.ts';
import { createWirePair } from './memory-wire.ts';
import type { Wire } from './wire.ts';

const settled = () => new Promise(resolve => setImmediate(resolve));
const profile = { id: 'p', name: 'Ada', language: 'fr', createdAtMs: 1 } as const;

/** Timers that run when the test says so. */
function handTimers() {
  const waiting = new Set<{ delayMs: number; action: () => void }>();
  return {
    after: (delayMs: number, action: () => void) => {
      const timer = { delayMs, action };
      waiting.add(timer);
      return () => void waiting.delete(timer);
    },
    run: (upToMs: number) => {
      for (const timer of [...waiting]) {
        if (timer.delayMs > upToMs || !waiting.delete(timer)) continue;
        timer.action();
      }
    },
    count: () => waiting.size,
  };
}

function setUp(
  answers: Parameters<typeof recordingHandlers>[1] = {},
  log = new EventLog({ validate: true }),
) {
  const reached: Reached[] = [];
  const core = createWireServer({
    handlers: recordingHandlers(reached, answers),
    log,
    language: () => 'fr',
    monotonicMs: () => 0,
  });
  const timers = handTimers();
  const wires: Wire[] = [];
  const line = { down: false };
  const client = connect(
    async () => {
      if (line.down) throw new Error('nobody there');
      const [near, far] = createWirePair();
      core.serveWire(far);
      wires.push(near);
      return near;
    },
    { clientId: 'client-1', after: timers.after, backoff: attempt => attempt, language: () => 'fr' },
  );
  const cut = () => wires.at(-1)?.close();
  const heal = async () => {
    await settled();
    timers.run(1000);
    await settled();
  };
  return { reached, core, log, client, timers, wires, line, cut, heal };
}

describe('a client', () => {
  it('calls, hears events and says its state', async () => {
    const { client, log, timers } = setUp({ 'profile.use': () => profile });
    const states: ConnectionState[] = [];
    client.onState(state => states.push(state));
    expect(await client.call('profile.use', { id: 'p' })).toEqual(profile);
    const heard: string[] = [];
    const stop = client.on('conversation.deleted', ({ id }) => heard.push(id));
    log.publish('conversation.deleted', { id: 'a' });
    await settled();
    stop();
    log.publish('conversation.deleted', { id: 'b' });
    await settled();
    expect(heard).toEqual(['a']);
    expect(states).toEqual(['connecting', 'open']);
    expect(timers.count()).toBe(0);
  });

  it('rejects with the report of the core', async () => {
    const { client } = setUp();
    const failure = await client.call('profile.use', { id: 'p' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ClientError);
    expect(failure).toMatchObject({ report: { code: 'host.unexpected', stage: 'host' } });
  });

  it('rejects an answer that breaks the contract', async () => {
    const { client } = setUp({ 'profile.use': () => ({ id: 'p' }) });
    await expect(client.call('profile.use', { id: 'p' })).rejects.toMatchObject({
      report: { code: 'wire.invalid-message' },
    });
  });

  it('sends an unanswered command again after a break, with one effect', async () => {
    let finish: (value: unknown) => void = () => undefined;
    const { client, reached, cut, heal, wires } = setUp({
      'profile.use': () => new Promise(resolve => (finish = resolve)),
    });
    const answer = client.call('profile.use', { id: 'p' });
    await settled();
    cut();
    await heal();
    finish(profile);
    expect(await answer).toEqual(profile);
    expect(reached).toHaveLength(1);
    expect(wires).toHaveLength(2);
  });

  it('keeps a command given while the line is down and tells when it waited too long', async () => {
    const { client, line, cut, heal, timers } = setUp({ 'profile.use': () => profile });
    await settled();
    line.down = true;
    cut();
    await heal();
    await heal();
    expect(client.sendFrame(Uint8Array.of(1))).toBe(false);
    const patient = client.call('profile.use', { id: 'p' });
    const hasty = client.call('profile.use', { id: 'p' }, { limitMs: 900 });
    timers.run(950);
    await expect(hasty).rejects.toMatchObject({ report: { code: 'wire.no-answer' } });
    line.down = false;
    await heal();
    expect(await patient).toEqual(profile);
  });

  it('asks for a new snapshot when events are lost, not when they are only late', async () => {
    const { client, log, cut, heal } = setUp({}, new EventLog({ maxEvents: 3 }));
    let resyncs = 0;
    client.onResync(() => resyncs++);
    const heard: string[] = [];
    client.on('conversation.deleted', ({ id }) => heard.push(id));
    await settled();
    cut();
    await settled();
    for (const id of ['a', 'b', 'c']) log.publish('conversation.deleted', { id });
    await heal();
    expect([heard, resyncs]).toEqual([['a', 'b', 'c'], 0]);
    cut();
    await settled();
    for (const id of ['d', 'e', 'f', 'g']) log.publish('conversation.deleted', { id });
    await heal();
    expect([heard.length, resyncs]).toEqual([3, 1]);
    log.publish('conversation.deleted', { id: 'h' });
    await settled();
    expect(heard).toEqual(['a', 'b', 'c', 'h']);
  });

  it('gives up when it is refused for good, and after close', async () => {
    const refused = new ClientError({
      stage: 'wire',
      code: 'wire.unauthorized',
      message: '',
      hint: '',
      retryable: false,
    });
    const timers = handTimers();
    const client = connect(() => Promise.reject(refused), { clientId: 'c', after: timers.after });
    const waiting = client.call('doctor.run', {});
    await expect(waiting).rejects.toBe(refused);
    await expect(client.call('doctor.run', {})).rejects.toBe(refused);
    expect(timers.count()).toBe(0);

    const other = setUp({ 'doctor.run': () => new Promise(() => undefined) });
    await settled();
    const running = other.client.call('doctor.run', {});
    other.client.close();
    await expect(running).rejects.toMatchObject({ report: { code: 'wire.closed' } });
    await settled();
    expect([other.core.clientCount(), other.timers.count()]).toEqual([0, 0]);
  });

  it('tells an event that breaks the contract as a failure', async () => {
    const { client, log } = setUp({}, new EventLog());
    const failures: string[] = [];
    client.on('app.failed', report => failures.push(report.code));
    await settled();
    log.publish('conversation.deleted', { id: '' });
    await settled();
    expect(failures).toEqual(['wire.invalid-message']);
  });

  it('survives a core that talks nonsense', async () => {
    const [near, far] = createWirePair();
    const client = connect(async () => near, { clientId: 'c' });
    const failures: string[] = [];
    client.on('app.failed', report => failures.push(report.code));
    await settled();
    for (const text of ['', '{', 'null', '{"kind":"result"}', '\u0000']) far.sendText(text);
    await settled();
    expect(failures).toHaveLength(5);
    client.close();
  });
});

/** Lets `through` messages of the core pass, then breaks; what was on the way is lost, as with a dead socket. */
function fragile(wire: Wire, through: number): Wire {
  let left = through;
  const broken: Wire = {
    ...wire,
    sendText: text => wire.sendText(text),
    sendBytes: bytes => wire.sendBytes(bytes),
    bufferedBytes: () => wire.bufferedBytes(),
    close: () => wire.close(),
  };
  wire.onClose = () => broken.onClose();
  wire.onText = text => {
    if (left-- > 0) broken.onText(text);
    else wire.close();
  };
  return broken;
}

async function streamOverBreaks(breaks: readonly number[], eventCount: number): Promise<number[]> {
  const log = new EventLog();
  const core = createWireServer({
    handlers: recordingHandlers([]),
    log,
    language: () => 'en',
    monotonicMs: () => 0,
  });
  const timers = handTimers();
  let opened = 0;
  const client = connect(
    async () => {
      const [near, far] = createWirePair();
      core.serveWire(far);
      return fragile(near, breaks[opened++] ?? Number.POSITIVE_INFINITY);
    },
    { clientId: 'c', after: timers.after, backoff: () => 1 },
  );
  const offsets: number[] = [];
  client.on('turn.delta', ({ offset }) => offsets.push(offset));
  // The first welcome must be heard: a client that never was there has nothing to resume.
  for (let i = 0; i < 5; i++) await settled();
  for (let offset = 0; offset < eventCount; offset++) {
    log.publish('turn.delta', { turnId: 't', answerId: 'a', offset, text: 'x' });
    if (offset % 3 === 0) await settled();
    if (offset % 4 === 0) timers.run(1);
  }
  for (let round = 0; round < 2 * breaks.length + 4; round++) {
    await settled();
    timers.run(1);
  }
  await settled();
  client.close();
  return offsets;
}

const all = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('a stream over a line that breaks', () => {
  it('is heard once and in order, whichever event it breaks at', async () => {
    for (let at = 1; at <= 41; at++)
      expect(await streamOverBreaks([at], 40), `cut at ${at}`).toEqual(all(40));
  });

  it('is heard once and in order over any row of breaks', async () => {
    const breaks = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(breaks, fc.integer({ min: 0, max: 30 }), async (cuts, count) => {
        expect(await streamOverBreaks([3, ...cuts], count)).toEqual(all(count));
      }),
      { numRuns: 150 },
    );
  });
});
