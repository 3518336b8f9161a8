/** Orders from a command line, a second start and a link. */
import { describe, expect, it } from 'vitest';
import { parseShellOrder, withoutWishes } from './shell-order.ts';

describe('an order', () => {
  it.each([
    [[], { kind: 'show' }],
    [['--toggle'], { kind: 'toggle' }],
    [['--talk'], { kind: 'talk' }],
    [['--ask', 'quelle heure est-il ?'], { kind: 'ask', text: 'quelle heure est-il ?' }],
    [['--private'], { kind: 'private' }],
    [['--quit'], { kind: 'quit' }],
    [['--hidden', '--data-dir', '/x'], { kind: 'show', hidden: true, dataDir: '/x' }],
    // Chromium's own switches stand among ours.
    [['--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '--toggle'], { kind: 'toggle' }],
  ])('%j', (args, order) => expect(parseShellOrder(args)).toEqual(order));

  it.each([
    ['jarvis://ask?text=bonjour%20!', { kind: 'ask', text: 'bonjour !', isFromLink: true }],
    ['jarvis://toggle', { kind: 'toggle', isFromLink: true }],
    ['jarvis://show', { kind: 'show', isFromLink: true }],
    // What a page on the web may write into a link does nothing but show the window.
    ['jarvis://talk', { kind: 'show', isFromLink: true }],
    ['jarvis://quit', { kind: 'show', isFromLink: true }],
    ['jarvis://private', { kind: 'show', isFromLink: true }],
    ['jarvis://ask?text=', { kind: 'show', isFromLink: true }],
    ['jarvis:%%%', { kind: 'show', isFromLink: true }],
  ])('of the link %s', (link, order) => expect(parseShellOrder([link])).toEqual(order));

  it('of a link has the data folder that stands before it, and nothing that stands behind', () => {
    const link = 'jarvis://ask?text=a';
    expect(parseShellOrder(['--data-dir', '/x', link, '--quit', '--data-dir', '/y'])).toEqual({
      kind: 'ask',
      text: 'a',
      isFromLink: true,
      dataDir: '/x',
    });
  });

  it('of a link is cut at 2,000 characters', () => {
    expect(parseShellOrder([`jarvis://ask?text=${'a'.repeat(5000)}`]).text).toHaveLength(2000);
  });

  it.each([
    ['/home/me/a model.gguf', '/home/me/a model.gguf'],
    ['file:///home/me/a%20model.gguf', '/home/me/a model.gguf'],
  ])('of a file manager: %s', (file, path) =>
    expect(parseShellOrder(['--data-dir', '/x', file])).toEqual({ kind: 'open', path, dataDir: '/x' }),
  );

  it.each([
    [
      ['--ask', 'forget it', '--data-dir', '/x', '--hidden'],
      ['--data-dir', '/x', '--hidden'],
    ],
    [
      ['--no-sandbox', '--ask=forget it', '--data-dir=/x', '--toggle'],
      ['--no-sandbox', '--data-dir=/x'],
    ],
    [['--no-welcome', '--quit', '--talk', '--private'], ['--no-welcome']],
    [
      ['--data-dir', '/x', '/home/me/a.gguf'],
      ['--data-dir', '/x'],
    ],
    [['--hidden', 'jarvis://ask?text=a', '--data-dir', '/y'], ['--hidden']],
  ])('is not given once more to a program that starts anew: %j', (args, kept) =>
    expect(withoutWishes(args)).toEqual(kept),
  );

  it('that nobody knows is refused by name', () => {
    expect(() => parseShellOrder(['hello'])).toThrow(expect.objectContaining({ code: 'host.bad-option' }));
    expect(() => parseShellOrder(['file://server/share'])).toThrow(
      expect.objectContaining({ code: 'host.bad-option' }),
    );
    for (const file of ['file:///home/me%2Fa.gguf', 'file:///%zz'])
      expect(() => parseShellOrder([file]), file).toThrow(
        expect.objectContaining({ code: 'host.bad-option' }),
      );
    expect(() => parseShellOrder(['--tray'])).toThrow(expect.objectContaining({ code: 'host.bad-option' }));
    expect(() => parseShellOrder(['--data-dir', ''])).toThrow(
      expect.objectContaining({ code: 'host.bad-option' }),
    );
  });
});
