/** One piece of sound to words, by whatever recogniser a folder holds, in sherpa-onnx; its traps are guarded here. */
import { availableParallelism } from 'node:os';
import type sherpa from 'sherpa-onnx-node';
import { RequestFailure } from '../frames.ts';
import { type HintEncoder, loadHintEncoder } from './hotwords.ts';
import { withLostApostrophes } from './lost-characters.ts';
import type { FoundRecognizer } from './model-folders.ts';
import { toFloat } from './pcm.ts';

/** Whisper writes at most 6 tokens for each second of sound; silence after it buys tokens for fast speech. */
const paddingSeconds = 1;
/** Between two steps of a streaming engine other requests have their turn. */
const stepsAtOnce = 8;

export interface DecodedPiece {
  readonly text: string;
  readonly lang?: string;
  /** Geometric mean of the tokens' probabilities, where the engine tells them. */
  readonly confidence?: number;
}

/** `piece` is never empty: the engines end the process over no samples. `language`: a known code, or '' to detect it. */
export type DecodePiece = (
  piece: { readonly samples: Int16Array; readonly sampleRateHz: number },
  told: { readonly language: string; readonly hints: readonly string[] },
) => Promise<DecodedPiece>;

/** Loads the model once. Throws `speech.engine-failed`. One piece at a time: a fixed language belongs to the engine. */
export async function loadDecoder(found: FoundRecognizer): Promise<DecodePiece> {
  // The library alone takes 60 MB: a process that only waits for the name does without.
  const { default: engine } = await import('sherpa-onnx-node');
  const decode = found.row.isStreaming ? streamingDecoder(engine, found) : await wholeDecoder(engine, found);
  return (piece, told) => orEngineFailure(found, async () => read(await decode(piece, told)));
}

type Decode = (...of: Parameters<DecodePiece>) => Promise<sherpa.Recognized>;

async function wholeDecoder(engine: typeof sherpa, found: FoundRecognizer): Promise<Decode> {
  const recognizer = await orEngineFailure(found, () =>
    engine.OfflineRecognizer.createAsync(configuration(found, '')),
  );
  const encodeHints: HintEncoder | undefined =
    found.row.takesHints && found.files.tokens ? await loadHintEncoder(found.files.tokens) : undefined;
  let fixedLanguage = '';
  return async (piece, { language, hints }) => {
    if (found.row.takesLanguage && language !== fixedLanguage) {
      recognizer.setConfig(configuration(found, language));
      fixedLanguage = language;
    }
    const hotwords = encodeHints?.(hints) ?? '';
    const stream = hotwords === '' ? recognizer.createStream() : recognizer.createStream(hotwords);
    accept(stream, piece);
    return recognizer.decodeAsync(stream);
  };
}

function streamingDecoder(engine: typeof sherpa, found: FoundRecognizer): Decode {
  const recognizer = new engine.OnlineRecognizer(configuration(found, ''));
  return async piece => {
    const stream = recognizer.createStream();
    accept(stream, piece);
    stream.inputFinished();
    for (let steps = 1; recognizer.isReady(stream); steps++) {
      recognizer.decode(stream);
      if (steps % stepsAtOnce === 0) await new Promise(resolve => setImmediate(resolve));
    }
    return recognizer.getResult(stream);
  };
}

function accept(
  stream: sherpa.RecognizerStream,
  { samples, sampleRateHz }: Parameters<DecodePiece>[0],
): void {
  stream.acceptWaveform({
    samples: toFloat(samples, Math.round(paddingSeconds * sampleRateHz)),
    sampleRate: sampleRateHz,
  });
}

/** What sherpa-onnx is told of a recogniser's folder. */
export function configuration({ row, files }: FoundRecognizer, language: string): sherpa.RecognizerConfig {
  return {
    featConfig: { sampleRate: 16_000, featureDim: 80 },
    modelConfig: {
      ...row.model(files, language),
      tokens: files.tokens ?? '',
      // Half of what the system calls cores are threads of the same core; the other half keeps the window smooth.
      numThreads: Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2))),
      provider: 'cpu',
      debug: 0,
    },
    // Hints are looked for along several paths.
    decodingMethod: row.takesHints ? 'modified_beam_search' : 'greedy_search',
    maxActivePaths: 4,
    hotwordsScore: 1.5,
  };
}

function read({ text, lang, tokens = [], ys_log_probs: logs = [] }: sherpa.Recognized): DecodedPiece {
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return {
    text: withLostApostrophes(text, tokens),
    ...(lang && { lang }),
    ...(logs.length > 0 && { confidence: Math.min(1, Math.exp(mean)) }),
  };
}

async function orEngineFailure<T>({ row }: FoundRecognizer, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new RequestFailure('speech.engine-failed', { detail: row.engine }, error);
  }
}
