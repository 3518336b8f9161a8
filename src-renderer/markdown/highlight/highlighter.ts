/** Asks the worker for the tokens of code, remembers them, and replaces a worker that does not answer. */
import type { GrammarName } from './languages.ts';
import type { HighlightAnswer, HighlightRequest, Line } from './tokens.ts';

export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage'>;

const patienceMs = 10_000;
const remembered = 60;

export interface Highlighter {
  /** What is known without asking. */
  known(grammar: GrammarName, text: string): readonly Line[] | undefined;
  /** Undefined when it cannot be read. */
  read(grammar: GrammarName, text: string): Promise<readonly Line[] | undefined>;
}

export function createHighlighter(options: {
  readonly makeWorker: () => WorkerLike;
  readonly after: (delayMs: number, action: () => void) => () => void;
}): Highlighter {
  const kept = new Map<string, readonly Line[]>();
  const waiting = new Map<number, (lines: readonly Line[] | undefined) => void>();
  let worker: WorkerLike | undefined;
  let lastId = 0;

  const keyOf = (grammar: GrammarName, text: string): string => `${grammar} ${text}`;

  function started(): WorkerLike {
    const fresh = options.makeWorker();
    fresh.onmessage = ({ data }: MessageEvent<HighlightAnswer>) => {
      waiting.get(data.id)?.(data.lines);
    };
    return fresh;
  }

  /** A grammar that runs away on one text takes the worker with it; the others of its time are asked again when drawn. */
  function giveUp(): void {
    worker?.terminate();
    worker = undefined;
    for (const settle of [...waiting.values()]) settle(undefined);
  }

  function keep(key: string, lines: readonly Line[]): void {
    kept.set(key, lines);
    const [oldest] = kept.keys();
    if (kept.size > remembered && oldest !== undefined) kept.delete(oldest);
  }

  return {
    known: (grammar, text) => kept.get(keyOf(grammar, text)),
    read: (grammar, text) =>
      new Promise(resolve => {
        const id = ++lastId;
        const cancel = options.after(patienceMs, giveUp);
        waiting.set(id, lines => {
          cancel();
          waiting.delete(id);
          if (lines !== undefined) keep(keyOf(grammar, text), lines);
          resolve(lines);
        });
        worker ??= started();
        worker.postMessage({ id, grammar, text } satisfies HighlightRequest);
      }),
  };
}

/** The window's one, with its worker started at the first code. */
export const highlighter: Highlighter = createHighlighter({
  makeWorker: () =>
    new Worker(new URL('./highlight-worker.ts', import.meta.url), { type: 'module', name: 'highlight' }),
  after: (delayMs, action) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
});
