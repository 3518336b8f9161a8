/** Does what a start, a second start or a link asks of the program. */
import { newId } from '../../domain/id.ts';
import type { ShellOrder } from './shell-order.ts';
import type { ShellParts } from './shell-parts.ts';

export type CarriedOut = (order: ShellOrder) => Promise<void>;

type Parts = Pick<ShellParts, 'client' | 'main' | 'quick' | 'pages'> & {
  readonly quit: () => void;
  /** As if the key to talk had been pressed and let go. */
  readonly tapTalk: () => void;
};

export async function carryOut(
  { kind, text = '', path = '', isFromLink = false }: ShellOrder,
  parts: Parts,
): Promise<void> {
  const { client, main, quick, pages, quit, tapTalk } = parts;
  switch (kind) {
    case 'quit':
      return quit();
    case 'talk':
      return tapTalk();
    case 'show':
      return main.show();
    case 'toggle':
      return quick.isVisible() ? quick.hide({ stops: true }) : quick.show({ listens: !isFromLink });
    case 'private':
      main.show();
      await client.call('memory.private', { on: true });
      return;
    case 'open':
      main.show();
      return openFile(path, parts);
    case 'ask':
      // What a link asks was written by whoever wrote the link: it is not asked in the person's name.
      return isFromLink ? fill(text, parts) : ask(text);
  }

  async function ask(words: string): Promise<void> {
    const conversationId = newId();
    main.show();
    await client.call('turn.ask', { turnId: newId(), conversationId, text: words, origin: 'command-line' });
    pages.tell('main', { kind: 'go', place: { room: 'conversation', conversationId } });
  }
}

/**
 * A model is added. What an export would bring in may have come from anywhere: the person is led to where exports are
 * brought in, and decides.
 */
async function openFile(path: string, { client, pages }: Parts): Promise<void> {
  if (/\.gguf$/i.test(path)) {
    pages.tell('main', { kind: 'go', place: { room: 'system', part: 'models' } });
    await client.call('catalogue.import', { path });
  } else pages.tell('main', { kind: 'go', place: { room: 'memory', part: 'keeping' } });
}

/** Where the person looks, else over whatever they look at. */
function fill(text: string, { main, quick, pages }: Parts): void {
  const isInMain = main.isVisible();
  if (isInMain) main.show();
  else quick.show({ listens: false });
  pages.tell(isInMain ? 'main' : 'quick', { kind: 'fill', text });
}
