/**
 * Makes files of the Piper project readable for sherpa-onnx: the model gets its metadata, and the phonemes of its
 * configuration become tokens.txt. (Layout as in sherpa-onnx, scripts/piper; ONNX: ModelProto.metadata_props, field 14.)
 */
import { appendFile, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import { JarvisError } from '../../domain/errors.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';

const configuration = z.looseObject({
  audio: z.looseObject({ sample_rate: z.int() }),
  espeak: z.looseObject({ voice: z.string() }),
  language: z.looseObject({ name_english: z.string() }),
  num_speakers: z.int(),
  phoneme_id_map: z.record(z.string(), z.array(z.int())),
});
type Configuration = z.output<typeof configuration>;

/**
 * `model`: the .onnx file, its metadata not yet added; absent: it has them. `config`: its .onnx.json. Writes tokens.txt
 * into `folder`. Throws `model.download-damaged` for a configuration that is none.
 */
export async function preparePiper(folder: string, config: string, model: string | undefined): Promise<void> {
  const settings = await readConfiguration(config);
  writeFileAtomically(join(folder, 'tokens.txt'), tokenTable(settings));
  if (model !== undefined) await appendFile(model, metadataBytes(settings));
}

async function readConfiguration(path: string): Promise<Configuration> {
  try {
    return configuration.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new JarvisError('model.download-damaged', { file: basename(path) }, error);
  }
}

/** A symbol, which may be a space, and its number on each line. */
const tokenTable = ({ phoneme_id_map: numbers }: Configuration): string =>
  Object.entries(numbers)
    .map(([symbol, [number = 0]]) => `${symbol} ${number}\n`)
    .join('');

function metadataBytes(settings: Configuration): Uint8Array {
  const entries: Readonly<Record<string, string>> = {
    model_type: 'vits',
    comment: 'piper',
    language: settings.language.name_english,
    voice: settings.espeak.voice,
    has_espeak: '1',
    n_speakers: String(settings.num_speakers),
    sample_rate: String(settings.audio.sample_rate),
  };
  // Protobuf joins a repeated field wherever its entries stand: they may follow the model's own bytes.
  return Buffer.concat(
    Object.entries(entries).map(([key, value]) =>
      field(14, Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from(value))])),
    ),
  );
}

/** A field of protobuf with a length before its bytes. */
const field = (number: number, bytes: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from([(number << 3) | 2, ...varint(bytes.length)]), bytes]);

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)];
}
