/** Reads documents of many formats as blocks of text, with whatever a hostile file does kept away from the core. */
import type { DocumentBlock } from '../domain/knowledge.ts';

/** A file on this machine, or the bytes of one with its name. */
export type DocumentSource =
  | { readonly path: string }
  | { readonly name: string; readonly bytes: Uint8Array };

export interface ReadDocument {
  readonly sha256: Uint8Array;
  readonly title?: string;
  readonly pages?: number;
}

export interface DocumentReader {
  /**
   * Gives the blocks in order; while `onBlocks` is at work nothing more is read. `known`: the digest of what was read
   * before; where the file still has it nothing is read, and the result has no title or pages. Throws JarvisError
   * `knowledge.*` or `input.file-unreadable`, or what aborted the signal.
   */
  read(
    source: DocumentSource,
    options: {
      readonly onBlocks: (blocks: readonly DocumentBlock[]) => void | Promise<void>;
      readonly known?: Uint8Array;
      readonly signal: AbortSignal;
    },
  ): Promise<ReadDocument>;
  close(): Promise<void>;
}
