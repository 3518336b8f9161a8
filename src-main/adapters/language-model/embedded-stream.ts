/** One answer of the language process as the events of the port. */
import { JarvisError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { GenerateEvent } from '../../ports/language-model.ts';
import type { NativeProcess } from '../process/native-process.ts';
import { StallWatch } from './stall-watch.ts';

export interface StreamSettings {
  readonly process: NativeProcess;
  readonly clock: Clock;
  readonly params: unknown;
  readonly signal: AbortSignal;
  readonly backend: string;
  /** So long without a sign of work the process is taken for hung, and ended. */
  readonly stallMs: number;
}

/** Once `signal` is aborted nothing more is yielded; whichever way the loop is left, the engine stops. */
export async function* streamOf(settings: StreamSettings): AsyncGenerator<GenerateEvent, void> {
  const { process, clock, params, signal, backend, stallMs } = settings;
  const waiting: GenerateEvent[] = [];
  let wake = (): void => {};
  const left = new AbortController();
  const watch = new StallWatch(clock, limitMs => {
    left.abort(new JarvisError('model.stalled', { backend, seconds: Math.round(limitMs / 1000) }));
    // It hears nothing any more, and would keep every later question waiting.
    void process.stop();
  });
  watch.expect(stallMs);
  const asked = process.request('generate', params, {
    signal: AbortSignal.any([signal, left.signal]),
    onEvent: note => {
      watch.expect(stallMs);
      const event = readNote(note, backend);
      if (event) waiting.push(event);
      wake();
    },
  });
  let ended = false;
  const outcome = asked.then(reply => readOutcome(reply.result, backend));
  const settled = outcome.then(
    () => {},
    () => {},
  );
  void settled.then(() => {
    ended = true;
    wake();
  });
  try {
    while (!ended || waiting.length > 0) {
      signal.throwIfAborted();
      const event = waiting.shift();
      if (event) yield event;
      else
        await new Promise<void>(resolve => {
          wake = resolve;
        });
    }
    yield await outcome;
  } finally {
    watch.stop();
    left.abort();
    await settled;
  }
}

function readNote(note: unknown, backend: string): GenerateEvent | undefined {
  const { kind, text } = (note ?? {}) as { kind?: unknown; text?: unknown };
  if (kind === 'progress') return undefined;
  if ((kind !== 'text' && kind !== 'thinking') || typeof text !== 'string')
    throw new JarvisError('model.bad-answer', { backend, detail: String(kind) });
  return { kind, text };
}

function readOutcome(result: unknown, backend: string): GenerateEvent {
  const { reason, promptTokens, answerTokens } = (result ?? {}) as Readonly<Record<string, unknown>>;
  if (
    (reason !== 'stop' && reason !== 'length') ||
    typeof promptTokens !== 'number' ||
    typeof answerTokens !== 'number'
  )
    throw new JarvisError('model.bad-answer', { backend, detail: String(reason) });
  return { kind: 'finished', reason, promptTokens, answerTokens };
}
