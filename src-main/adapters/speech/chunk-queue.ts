/** Turns what a callback delivers into what a loop can wait for. */

export interface ChunkQueue<Chunk> {
  push(chunk: Chunk): void;
  end(): void;
  /** What was pushed before is still given. */
  fail(error: unknown): void;
  /** To be read once. */
  chunks(): AsyncGenerator<Chunk>;
}

export function createChunkQueue<Chunk>(): ChunkQueue<Chunk> {
  const waiting: Chunk[] = [];
  let ended = false;
  let failure: { error: unknown } | undefined;
  let wake = (): void => undefined;

  return {
    push(chunk) {
      waiting.push(chunk);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    fail(error) {
      failure = { error };
      wake();
    },
    async *chunks() {
      for (;;) {
        const chunk = waiting.shift();
        if (chunk !== undefined) yield chunk;
        else if (failure) throw failure.error;
        else if (ended) return;
        else
          await new Promise<void>(resolve => {
            wake = resolve;
          });
      }
    },
  };
}
