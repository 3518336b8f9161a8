/** Keeps the last complaints of llama.cpp, which says why something failed in its log and nowhere else. */
import { InsufficientMemoryError, type LlamaLogLevel, NoBinaryFoundError } from 'node-llama-cpp';
import { RequestFailure } from '../frames.ts';

const keptLines = 20;
const memoryWords = /failed to allocate|out of memory|unable to allocate|cannot allocate|bad_alloc/i;

export class EngineLog {
  private lines: string[] = [];

  readonly record = (_level: LlamaLogLevel, message: string): void => {
    this.lines = [...this.lines, message].slice(-keptLines);
  };

  clear(): void {
    this.lines = [];
  }

  /** Why `model` could not be loaded, as an error of Jarvis. */
  explain(error: unknown, model: string): unknown {
    if (error instanceof RequestFailure || (error instanceof Error && error.name === 'AbortError'))
      return error;
    if (error instanceof NoBinaryFoundError)
      return new RequestFailure('model.refused', { detail: `${process.platform}-${process.arch}` }, error);
    const said = [error instanceof Error ? error.message : String(error), ...this.lines].join('\n');
    const architecture = /unknown model architecture: '([\w.-]+)'/.exec(said)?.[1];
    if (architecture) return new RequestFailure('model.refused', { detail: architecture }, error);
    if (error instanceof InsufficientMemoryError || memoryWords.test(said))
      return new RequestFailure('model.out-of-memory', { model }, error);
    return new RequestFailure('model.weights-missing', { model }, error);
  }
}
