/** The exports of memories on their way: each is made as it is asked for, piece by piece. */
import type { CommandInput, CommandOutput, Sent } from '../../src-preload/contract.ts';
import { JarvisError } from '../domain/errors.ts';
import { civilOf, isoDate } from '../domain/local-time.ts';
import type { Brain } from '../memory/brain.ts';
import type { Clock } from '../ports/clock.ts';
import { formatLines } from './memory-transfer/format-lines.ts';
import { formatMarkdown, type MarkdownOptions } from './memory-transfer/format-markdown.ts';

export type MemoryFileFormat = CommandInput<'memory.export'>['format'];

/** UTF-16 units; some milliseconds' work at each end. */
const pieceLength = 256 * 1024;
const nextPieceWithinMs = 60_000;
const maxAtOnce = 4;

const kinds = {
  jsonl: { extension: 'jsonl', mediaType: 'application/jsonl; charset=utf-8' },
  markdown: { extension: 'md', mediaType: 'text/markdown; charset=utf-8' },
} as const;

interface Export {
  readonly fileName: string;
  readonly mediaType: string;
  readonly pieces: AsyncGenerator<string>;
  stopWaiting: () => void;
}

export class MemoryExports {
  readonly #clock: Pick<Clock, 'nowMs' | 'after'>;
  readonly #open = new Map<string, Export>();

  constructor(clock: Pick<Clock, 'nowMs' | 'after'>) {
    this.#clock = clock;
  }

  /** The first piece of a new export, or the next one of an export that goes on. */
  async next(
    id: string,
    format: MemoryFileFormat,
    brain: Brain,
    options: MarkdownOptions,
  ): Promise<Sent<CommandOutput<'memory.export'>>> {
    const one = this.#open.get(id) ?? this.#begin(id, format, brain, options);
    one.stopWaiting();
    const { fileName, mediaType } = one;
    let text = '';
    try {
      while (text.length < pieceLength) {
        const piece = await one.pieces.next();
        if (piece.done) {
          this.#open.delete(id);
          return { fileName, mediaType, text, isLast: true };
        }
        text += piece.value;
      }
    } catch (error) {
      this.#open.delete(id);
      throw error;
    }
    one.stopWaiting = this.#clock.after(nextPieceWithinMs, () => this.cancel(id));
    return { fileName, mediaType, text, isLast: false };
  }

  /** One that has ended already is left as it is. */
  cancel(id: string): void {
    const one = this.#open.get(id);
    this.#open.delete(id);
    one?.stopWaiting();
    // Reading has stopped; what it held open is let go, and nobody waits for it.
    one?.pieces.return(undefined).catch(() => undefined);
  }

  #begin(id: string, format: MemoryFileFormat, brain: Brain, options: MarkdownOptions): Export {
    if (this.#open.size >= maxAtOnce) throw new JarvisError('input.rate', { limit: maxAtOnce });
    const { extension, mediaType } = kinds[format];
    const records = brain.exportMemories();
    const one: Export = {
      fileName: `jarvis-memory-${isoDate(civilOf(this.#clock.nowMs(), options.zone))}.${extension}`,
      mediaType,
      pieces: format === 'jsonl' ? formatLines(records) : formatMarkdown(records, options),
      stopWaiting: () => undefined,
    };
    this.#open.set(id, one);
    return one;
  }
}
