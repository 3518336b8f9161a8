/** What starts and links may do: a link fills a field and sends nothing. */
import { expect, test } from 'vitest';
import { carryOut } from './carry-out.ts';
import type { ShellOrder } from './shell-order.ts';

async function done(order: ShellOrder, seen: { readonly main?: boolean; readonly quick?: boolean } = {}) {
  const log: unknown[] = [];
  const note =
    (what: string) =>
    (...all: readonly unknown[]): void =>
      void log.push([what, ...all]);
  const window = (name: string, isVisible = false) => ({
    show: note(`${name}.show`),
    hide: note(`${name}.hide`),
    prepare: note(`${name}.prepare`),
    fit: note(`${name}.fit`),
    destroy: note(`${name}.destroy`),
    isVisible: () => isVisible,
    isFocused: () => isVisible,
  });
  await carryOut(order, {
    main: window('main', seen.main),
    quick: window('quick', seen.quick),
    pages: { tell: note('tell') } as never,
    client: {
      call: async (name: string, input: object) => {
        log.push(['call', name, input]);
        return {};
      },
    } as never,
    quit: note('quit'),
    tapTalk: note('tapTalk'),
  });
  return log;
}

test('a link’s words stand in the field of whatever window is in sight', async () => {
  const order = { kind: 'ask', text: 'hello', isFromLink: true } as const;
  const fill = { kind: 'fill', text: 'hello' };
  expect(await done(order)).toEqual([
    ['quick.show', { listens: false }],
    ['tell', 'quick', fill],
  ]);
  expect(await done(order, { main: true })).toEqual([['main.show'], ['tell', 'main', fill]]);
});

test('what was typed in a terminal is asked, and the window goes there', async () => {
  const log = await done({ kind: 'ask', text: 'hello' });
  expect(log).toMatchObject([
    ['main.show'],
    ['call', 'turn.ask', { text: 'hello', origin: 'command-line' }],
    ['tell', 'main', { kind: 'go' }],
  ]);
});

test('the first toggle listens, the second stops and hides; a link never opens the microphone', async () => {
  expect(await done({ kind: 'toggle' })).toEqual([['quick.show', { listens: true }]]);
  expect(await done({ kind: 'toggle' }, { quick: true })).toEqual([['quick.hide', { stops: true }]]);
  expect(await done({ kind: 'toggle', isFromLink: true })).toEqual([['quick.show', { listens: false }]]);
});

test('a model that is opened is added; an export only leads to where exports are brought in', async () => {
  expect(await done({ kind: 'open', path: '/m/small.gguf' })).toEqual([
    ['main.show'],
    ['tell', 'main', { kind: 'go', place: { room: 'system', part: 'models' } }],
    ['call', 'catalogue.import', { path: '/m/small.gguf' }],
  ]);
  expect(await done({ kind: 'open', path: '/m/jarvis-2026-01-01.json' })).toEqual([
    ['main.show'],
    ['tell', 'main', { kind: 'go', place: { room: 'memory', part: 'keeping' } }],
  ]);
});
