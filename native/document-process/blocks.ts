/** Collects the blocks of a document and sends them on in batches, up to a bound. */
import type { DocumentBlock } from '../../src-main/domain/knowledge.ts';
import { RequestFailure } from '../frames.ts';

/** UTF-16 units of a whole document. */
const maxDocumentLength = 20_000_000;
/** What is sent at once: a few thousandths of a second of work for whoever takes it. */
const batchLength = 16_384;
const batchBlocks = 64;
/** One block; longer ones are cut at a space. */
const maxBlockLength = 8192;
const longestHeading = 300;

export class Blocks {
  readonly #send: (blocks: readonly DocumentBlock[]) => Promise<void>;
  #waiting: DocumentBlock[] = [];
  #waitingLength = 0;
  #length = 0;

  constructor(send: (blocks: readonly DocumentBlock[]) => Promise<void>) {
    this.#send = send;
  }

  /** Nothing but space is no block. Throws `knowledge.too-large`. */
  async add(block: DocumentBlock): Promise<void> {
    const text = tidy(block.text);
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    this.#length += text.length;
    if (this.#length > maxDocumentLength) throw new RequestFailure('knowledge.too-large');
    for (const piece of pieces(text, block.kind === 'heading' ? longestHeading : maxBlockLength)) {
      this.#waiting.push({ ...block, text: piece });
      this.#waitingLength += piece.length;
      if (this.#waitingLength >= batchLength || this.#waiting.length >= batchBlocks) await this.flush();
    }
  }

  /** Sends the rest; throws `knowledge.empty` where there never was any. */
  async finish(): Promise<void> {
    await this.flush();
    if (this.#length === 0) throw new RequestFailure('knowledge.empty');
  }

  private async flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#waitingLength = 0;
    if (batch.length > 0) await this.#send(batch);
  }
}

/** Without what cannot be seen or stored. */
const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff\u00ad]/g, '')
    .replace(/[ \t\u00a0\u202f]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();

function* pieces(text: string, longest: number): Generator<string> {
  let rest = text;
  while (rest.length > longest) {
    const space = rest.lastIndexOf(' ', longest);
    const cut = space > longest / 2 ? space : longest;
    yield rest.slice(0, cut).toWellFormed();
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== '') yield rest.toWellFormed();
}
