/** Random and mutated messages never break the core and never reach a handler unless they are valid. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CommandName, commands, coreMessage } from '../../src-preload/contract.ts';
import { createWirePair } from '../../src-preload/memory-wire.ts';
import { defaultPreferences } from '../domain/settings.ts';
import { EventLog } from './event-log.ts';
import { createWireServer } from './wire-session.ts';
import { type Reached, recordingHandlers } from './wire-session-fixture.ts';

const commandName = fc.constantFrom(...Object.keys(commands), '__proto__', 'constructor', 'turn.', '');
const id = fc.oneof(fc.string({ maxLength: 70 }), fc.constant('same'), fc.integer(), fc.constant(null));
const field = fc.constantFrom(
  'id',
  'turnId',
  'conversationId',
  'text',
  'origin',
  'limit',
  'name',
  'language',
  'theme',
  'speakAnswers',
  'speechRate',
  'backendId',
  'model',
  'captureId',
  'sampleRateHz',
  '__proto__',
);
const value = fc.oneof(
  fc.string(),
  fc.constantFrom('typed', 'fr', 'dark', true, 1, 16_000, null, [], {}, '\u0000', '\ud800'),
  fc.jsonValue({ maxDepth: 2 }),
);
const input = fc.oneof(fc.dictionary(field, value, { maxKeys: 8 }), fc.jsonValue());
/** Nearly or wholly valid, so that the way to the handlers is tried as well. */
const plausible = fc
  .constantFrom(
    { name: 'profile.use', input: { id: 'p' } },
    { name: 'conversation.list', input: { limit: 20 } },
    { name: 'turn.ask', input: { turnId: 't', conversationId: 'c', text: 'x', origin: 'typed' } },
    { name: 'preferences.set', input: defaultPreferences },
  )
  .chain(({ name, input: valid }) =>
    fc.record({
      kind: fc.constant('command'),
      id: fc.uuid(),
      name: fc.constant(name),
      input: fc.oneof(
        fc.constant(valid),
        fc
          .tuple(fc.constantFrom(...Object.keys(valid)), value)
          .map(([key, other]) => ({ ...valid, [key]: other })),
      ),
    }),
  );
const message = fc.oneof(
  plausible,
  fc.record({ kind: fc.constant('command'), id, name: commandName, input }),
  fc.record({
    kind: fc.constantFrom('hello', 'command', 'event', ''),
    id,
    clientId: id,
    protocol: fc.nat(2),
  }),
  fc.jsonValue(),
);
const mutated = fc
  .tuple(message, fc.nat(), fc.string({ maxLength: 3, unit: 'binary' }), fc.integer({ min: 0, max: 4 }))
  .map(([raw, at, junk, length]) => {
    const text = JSON.stringify(raw);
    const place = at % (text.length + 1);
    return text.slice(0, place) + junk + text.slice(place + length);
  });
const said = fc.oneof(
  message.map(raw => JSON.stringify(raw)),
  mutated,
  fc.string({ unit: 'binary' }),
);

it('survives 20,000 messages of every kind', async () => {
  const reached: Reached[] = [];
  const server = createWireServer({
    handlers: recordingHandlers(reached, { 'organizer.get': () => ({}) }),
    log: new EventLog(),
    language: () => 'en',
    monotonicMs: () => 0,
    onFrame: (_clientId, bytes) => {
      if (bytes.byteLength === 13) throw new Error('a frame handler that fails');
    },
  });
  let answered = 0;
  let talks = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(said, fc.uint8Array({ maxLength: 20 })), { minLength: 100, maxLength: 100 }),
      async texts => {
        const [near, far] = createWirePair();
        server.serveWire(far);
        near.onText = text => {
          coreMessage.parse(JSON.parse(text));
          answered++;
        };
        near.sendText(JSON.stringify({ kind: 'hello', protocol: 1, clientId: `client-${talks++}` }));
        for (const text of texts) {
          if (typeof text === 'string') near.sendText(text);
          else near.sendBytes(text);
        }
        await new Promise(resolve => setImmediate(resolve));
        near.close();
      },
    ),
    { numRuns: 200 },
  );
  expect(talks).toBeGreaterThanOrEqual(200);
  expect(answered).toBeGreaterThan(10_000);
  expect(reached.length).toBeGreaterThan(100);
  for (const call of reached) {
    const schema = commands[call.name as CommandName].input;
    expect(schema.safeParse(call.input).success, `${call.name} ${JSON.stringify(call.input)}`).toBe(true);
  }
});
