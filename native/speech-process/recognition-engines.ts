/** The recognition engines, one row each: which files a folder must hold, and what sherpa-onnx is told of them. */
import type sherpa from 'sherpa-onnx-node';

/** Paths by the role of the file. */
export type EngineFiles = Readonly<Record<string, string>>;

interface EngineFile {
  readonly pattern: RegExp;
  /** As an error names it. */
  readonly called: string;
}

export interface RecognitionEngine {
  /** As `engine` in the catalogue. */
  readonly engine: string;
  readonly files: Readonly<Record<string, EngineFile>>;
  /** Metadata that the engine reads from a file: without it the file is another model's, and the engine may never return. */
  readonly metadata: Readonly<Record<string, string>>;
  /** It can be told the language; else it hears what is said. */
  readonly takesLanguage: boolean;
  /** It can be told names that may occur. */
  readonly takesHints: boolean;
  /** It writes "twenty-two", without capitals and marks. */
  readonly writesBareWords: boolean;
  /** Words come while sound comes in; else when all of it is there. */
  readonly isStreaming: boolean;
  model(files: EngineFiles, language: string): Partial<sherpa.RecognizerModelConfig>;
}

const file = (pattern: RegExp, called: string): EngineFile => ({ pattern, called });
const encoder = file(/encoder.*\.onnx$/, '*encoder*.onnx');
const decoder = file(/decoder.*\.onnx$/, '*decoder*.onnx');
const joiner = file(/joiner.*\.onnx$/, '*joiner*.onnx');
const tokens = file(/tokens\.txt$/, '*tokens.txt');

const transducer = (files: EngineFiles) => ({
  transducer: { encoder: files.encoder ?? '', decoder: files.decoder ?? '', joiner: files.joiner ?? '' },
});

/** Asked in this order: a folder is the first whose files and metadata it holds. */
export const recognitionEngines: readonly RecognitionEngine[] = [
  {
    engine: 'zipformer',
    files: { encoder, decoder, joiner, tokens },
    metadata: { encoder: 'decode_chunk_len' },
    ...{ takesLanguage: false, takesHints: false, writesBareWords: true, isStreaming: true },
    model: transducer,
  },
  {
    engine: 'parakeet',
    files: { encoder, decoder, joiner, tokens },
    metadata: { encoder: 'EncDec' },
    ...{ takesLanguage: false, takesHints: true, writesBareWords: false, isStreaming: false },
    model: files => ({ ...transducer(files), modelType: 'nemo_transducer' }),
  },
  {
    engine: 'moonshine',
    files: {
      preprocessor: file(/preprocess.*\.onnx$/, 'preprocess.onnx'),
      encoder: file(/(?<!un|c)encode.*\.onnx$/, 'encode*.onnx'),
      uncachedDecoder: file(/uncached_decode.*\.onnx$/, 'uncached_decode*.onnx'),
      cachedDecoder: file(/(?<!un)cached_decode.*\.onnx$/, 'cached_decode*.onnx'),
      tokens,
    },
    metadata: {},
    ...{ takesLanguage: false, takesHints: false, writesBareWords: false, isStreaming: false },
    model: ({ preprocessor = '', encoder: encode = '', uncachedDecoder = '', cachedDecoder = '' }) => ({
      moonshine: { preprocessor, encoder: encode, uncachedDecoder, cachedDecoder },
    }),
  },
  {
    engine: 'whisper',
    files: { encoder, decoder, tokens },
    metadata: { encoder: 'n_mels' },
    ...{ takesLanguage: true, takesHints: false, writesBareWords: false, isStreaming: false },
    model: (files, language) => ({
      whisper: {
        encoder: files.encoder ?? '',
        decoder: files.decoder ?? '',
        language,
        task: 'transcribe',
        tailPaddings: -1,
      },
    }),
  },
];
