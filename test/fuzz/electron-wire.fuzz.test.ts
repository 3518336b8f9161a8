/**
 * A hundred thousand messages against every command of the contract, through the shell's own line: none breaks the main
 * process, none reaches a handler that the schemas as they are declared would not let in, none of a foreign frame does.
 * `JARVIS_FUZZ_SEED=… JARVIS_FUZZ_MESSAGES=…` for other messages, or more.
 */
import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { EventLog } from '../../src-main/api/event-log.ts';
import { createWireServer } from '../../src-main/api/wire-session.ts';
import { type Reached, recordingHandlers } from '../../src-main/api/wire-session-fixture.ts';
import { serveLines } from '../../src-main/host/electron-wire.ts';
import { type CommandName, commands, coreMessage } from '../../src-preload/contract.ts';
import { foreignSenders, messageOf, ownFrame, type PortPair, portPair } from './electron-ports.ts';
import { commandNames, type FuzzedMessage, fuzzedMessage } from './messages.ts';
import { mutate, unspeakable } from './mutations.ts';
import { Random } from './random.ts';
import { fits, surplusOf } from './schema-oracle.ts';
import { sampleOf } from './schema-samples.ts';

vi.setConfig({ testTimeout: 180_000 });
vi.mock('electron', () => ({ ipcMain: {}, shell: {} }));

const seed = Number(process.env.JARVIS_FUZZ_SEED ?? 20_261_122);
const messageCount = Number(process.env.JARVIS_FUZZ_MESSAGES ?? 100_000);
/** Each command gets as many, and so do the foreign frames and what only a port can carry. */
const perCommand = Math.ceil((messageCount * 0.85) / commandNames.length);
const random = new Random(seed);

const faults: unknown[] = [];
const catchFault = (error: unknown): void => void faults.push(error);
const reached: Reached[] = [];
const refused = { frame: 0, shape: 0 };
const ipc = new EventEmitter();
let stop: () => void;
let sent = 0;
let lines = 0;

beforeAll(() => {
  process.on('uncaughtException', catchFault);
  const server = createWireServer({
    handlers: recordingHandlers(reached),
    log: new EventLog(),
    language: () => 'en',
    monotonicMs: () => 0,
    onFrame: () => undefined,
  });
  stop = serveLines(server, why => refused[why]++, ipc as unknown as Parameters<typeof serveLines>[2]);
});
afterAll(() => {
  stop();
  process.off('uncaughtException', catchFault);
});

const openLine = (sender: object, asked: unknown, ports: readonly PortPair[]): void =>
  void ipc.emit(
    'line.open',
    messageOf(
      sender,
      ports.map(({ main }) => main),
    ),
    asked,
  );

/** A page that has said hello; `texts` are the core's. */
async function greetedPage(): Promise<PortPair & { readonly texts: string[]; clientId: string }> {
  const pair = portPair();
  const texts: string[] = [];
  openLine({ senderFrame: ownFrame }, { kind: 'wire' }, [pair]);
  pair.page.on('message', ({ text }: { text: string }) => {
    texts.push(text);
    pair.page.postMessage({ taken: text.length });
  });
  const clientId = `client-${++lines}`;
  say(pair, { kind: 'hello', protocol: 1, clientId });
  await heard(pair, texts, 1);
  texts.splice(0);
  return { ...pair, texts, clientId };
}

const say = ({ page }: PortPair, message: unknown): void =>
  page.postMessage({ text: JSON.stringify(message) });

async function heard({ page }: PortPair, texts: readonly string[], count: number): Promise<void> {
  while (texts.length < count) await once(page, 'message');
}

/** Sends them, waits for an answer to each, and tells what the handlers were given. */
async function exchange(messages: readonly FuzzedMessage[]): Promise<readonly Reached[]> {
  const page = await greetedPage();
  reached.splice(0);
  for (const { text } of messages) page.page.postMessage({ text });
  await heard(page, page.texts, messages.length);
  for (const text of page.texts) coreMessage.parse(JSON.parse(text));
  expect(page.texts).toHaveLength(messages.length);
  page.page.close();
  sent += messages.length;
  return reached.splice(0);
}

const byId = (calls: readonly (readonly [id: string, name: string])[]): object =>
  Object.fromEntries([...calls].sort());

/** What is to come of them. An id that was used before is answered as it was then: sending twice has one effect. */
function expectedIn(batch: readonly FuzzedMessage[]): readonly (readonly [string, CommandName])[] {
  const used = new Set<string>();
  return batch.flatMap(({ expected, id }) => {
    if (id === undefined || used.has(id)) return [];
    used.add(id);
    return expected === undefined ? [] : [[id, expected] as const];
  });
}

/** The first message about which the declared schemas and the parser do not agree. */
function disagreed(batch: readonly FuzzedMessage[], came: readonly (readonly [string, string])[]): string {
  const ids = new Set(came.map(([id]) => id));
  const isOdd = ({ text, id, expected }: FuzzedMessage) =>
    expected === undefined ? [...ids].some(one => text.includes(`"id":"${one}"`)) : !ids.has(id ?? '');
  return batch.find(isOdd)?.text.slice(0, 2000) ?? '';
}

it.each(commandNames)('%s: what the schemas let in arrives, and nothing else', async name => {
  for (let from = 0; from < perCommand; from += 100) {
    const batch = Array.from({ length: Math.min(100, perCommand - from) }, (_, at) =>
      fuzzedMessage(name, `m${from + at}`, random),
    );
    const calls = await exchange(batch);
    const expected = expectedIn(batch);
    const came = calls.map(call => [call.context.commandId, call.name] as const);
    expect(byId(came), `seed ${seed} ${disagreed(batch, came)}`).toEqual(byId(expected));
    for (const call of calls) {
      const { input } = commands[call.name as CommandName];
      expect(fits(input, call.input), `${call.name} ${JSON.stringify(call.input)}`).toBe(true);
      expect(surplusOf(input, call.input), call.name).toEqual([]);
    }
    totals.valid += expected.length;
    if (came.some(([, reachedName]) => reachedName === name)) totals.commands.add(name);
  }
  expect(faults).toEqual([]);
});
const totals = { valid: 0, commands: new Set<string>(), unspeakable: 0, foreign: 0 };

it('what JSON has no word for is nothing, and the line goes on', async () => {
  const page = await greetedPage();
  for (let at = 0; at < messageCount * 0.1; at++) {
    const name = random.of(commandNames);
    const text = JSON.stringify({
      kind: 'command',
      id: `u${at}`,
      name,
      input: sampleOf(commands[name].input, random),
    });
    page.page.postMessage(unspeakable(random, text));
    totals.unspeakable++;
  }
  say(page, { kind: 'command', id: 'after', name: 'profile.list', input: {} });
  await vi.waitFor(() => expect(reached.map(call => call.context.commandId)).toContain('after'), {
    timeout: 60_000,
  });
  expect(reached.splice(0).map(call => call.name)).toEqual(['profile.list']);
  expect(faults).toEqual([]);
  page.page.close();
  sent += totals.unspeakable;
});

it.each(Object.entries(foreignSenders))('from %s nothing is let in', async (_who, sender) => {
  const each = Math.ceil((messageCount * 0.05) / Object.keys(foreignSenders).length / commandNames.length);
  for (const name of commandNames) {
    const pair = portPair();
    say(pair, { kind: 'hello', protocol: 1, clientId: 'foreign' });
    for (let at = 0; at < each; at++)
      say(pair, { kind: 'command', id: `f${at}`, name, input: sampleOf(commands[name].input, random) });
    const before = refused.frame;
    openLine(sender, { kind: 'wire' }, [pair]);
    expect(refused.frame).toBe(before + 1);
    expect([pair.main.isStarted, pair.main.isClosed]).toEqual([false, true]);
    totals.foreign += each;
  }
  await new Promise(resolve => setImmediate(resolve));
  expect(reached).toEqual([]);
  expect(faults).toEqual([]);
  sent += each * commandNames.length;
});

it('a line is asked for in one shape, with one port', () => {
  const wanted = { kind: 'sound', clientId: 'c', line: 'l' };
  for (let at = 0; at < 3000; at++) {
    const ports = Array.from({ length: random.of([0, 1, 1, 1, 2, 3]) }, portPair);
    const asked = mutate(random.chance(0.5) ? wanted : { kind: 'wire' }, random);
    const before = refused.shape;
    openLine({ senderFrame: ownFrame }, asked, ports);
    const isLet = ports.length === 1 && isLineRequest(asked);
    expect(refused.shape - before, JSON.stringify(asked)).toBe(isLet ? 0 : 1);
    for (const { main } of ports) {
      expect(main.isStarted).toBe(isLet);
      main.close();
    }
  }
  expect(faults).toEqual([]);
});

/** As `port-line.ts` says in words. */
function isLineRequest(asked: unknown): boolean {
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return false;
  const { kind, ...rest } = asked as Record<string, unknown>;
  const names = Reflect.ownKeys(asked);
  if (kind === 'wire') return names.length === 1;
  const isWord = (value: unknown) => typeof value === 'string' && value.length >= 1 && value.length <= 64;
  return kind === 'sound' && names.length === 3 && isWord(rest.clientId) && isWord(rest.line);
}

it('counted: every command, and as many messages as were to be', () => {
  expect([...totals.commands].sort()).toEqual([...commandNames].sort());
  expect(sent).toBeGreaterThanOrEqual(messageCount);
  console.log(
    `seed ${seed}: ${sent} messages, ${commandNames.length} commands, ${totals.valid} let in rightly, ` +
      `${totals.unspeakable} that JSON cannot say, ${totals.foreign} of foreign frames; 0 wrongly let in, 0 faults`,
  );
});
