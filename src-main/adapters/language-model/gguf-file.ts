/** Tells what a GGUF file holds and whether it is whole, before the engine, which trusts its files, sees it. */
import { constants, type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { JarvisError } from '../../domain/errors.ts';
import { type ByteSource, GgufReader, type GgufValue } from './gguf-reader.ts';
import { blockSizes, fileTypeNames } from './gguf-tensor-types.ts';

export interface GgufInfo {
  readonly fileBytes: number;
  /** The maker's own name for it; any text, shortened. */
  readonly name?: string;
  readonly architecture: string;
  /** `companion`: no language model by itself, such as the image half of one. */
  readonly purpose: 'chat' | 'embedding' | 'companion';
  readonly parameterCount: number;
  readonly contextTokens?: number;
  /** As llama.cpp calls it, e.g. `Q4_K_M`. */
  readonly quantisation?: string;
  readonly hasChatTemplate: boolean;
}

const magic = 0x46554747;
const maxMetadata = 100_000;
const maxTensors = 1_000_000;
const maxDimensions = 4;
const maxAlignment = 65_536;
const embeddingArchitectures = /bert|^t5encoder$|embedding/;
const companionArchitectures = /^(clip|mmproj|imatrix|adapter)$/;

/** A named pipe nobody writes to would be waited for without end; Windows has no such flag. */
const withoutWaiting = constants.O_NONBLOCK ?? 0;

/**
 * @param fileName what errors call it.
 * @throws JarvisError `model.not-gguf`, `model.gguf-truncated`, `model.gguf-split`, or `model.weights-missing` when the file cannot
 * be read.
 */
export async function inspectGgufFile(path: string, fileName = basename(path)): Promise<GgufInfo> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, constants.O_RDONLY | withoutWaiting);
    return await inspectGguf(await fileSource(file, fileName), fileName);
  } catch (error) {
    if (error instanceof JarvisError) throw error;
    throw new JarvisError('model.weights-missing', { model: fileName }, error);
  } finally {
    await file?.close();
  }
}

async function fileSource(file: FileHandle, fileName: string): Promise<ByteSource> {
  const stats = await file.stat();
  if (!stats.isFile()) throw new JarvisError('model.not-gguf', { file: fileName });
  return {
    size: stats.size,
    read: async (into, position) => (await file.read(into, 0, into.length, position)).bytesRead,
  };
}

/** The same for any bytes. @throws JarvisError `model.not-gguf`, `model.gguf-truncated` or `model.gguf-split`. */
export async function inspectGguf(source: ByteSource, fileName: string): Promise<GgufInfo> {
  const reader = new GgufReader(source, fileName);
  if (source.size < 8 || (await reader.u32()) !== magic) throw reader.malformed('no GGUF magic');
  const version = await reader.u32();
  // Version 1 and files for machines of the other byte order are ones that llama.cpp does not load either.
  if (version !== 2 && version !== 3) throw reader.malformed(`version ${version}`);
  const tensorCount = await reader.u64();
  const metadataCount = await reader.u64();
  if (tensorCount < 1 || tensorCount > maxTensors) throw reader.malformed(`${tensorCount} tensors`);
  if (metadataCount > maxMetadata) throw reader.malformed(`${metadataCount} metadata entries`);
  const metadata = new Map<string, GgufValue>();
  for (let index = 0; index < metadataCount; index += 1) {
    const key = await reader.string();
    metadata.set(key, await reader.value());
  }
  const tensors = await readTensors(reader, tensorCount);
  const alignment = positiveInteger(metadata.get('general.alignment')) ?? 32;
  if (alignment > maxAlignment) throw reader.malformed(`alignment ${alignment}`);
  const expected = alignUp(reader.position, alignment) + tensors.dataBytes;
  if (source.size < expected) throw reader.truncated(expected);
  const shards = positiveInteger(metadata.get('split.count')) ?? 1;
  if (shards > 1) throw new JarvisError('model.gguf-split', { file: fileName, count: shards });
  return describe(reader, metadata, source.size, tensors.elements);
}

async function readTensors(
  reader: GgufReader,
  count: number,
): Promise<{ dataBytes: number; elements: number }> {
  let dataBytes = 0;
  let elements = 0;
  for (let index = 0; index < count; index += 1) {
    await reader.string();
    const shape = await readShape(reader);
    const type = await reader.u32();
    const offset = await reader.u64();
    const block = blockSizes.get(type);
    // A type newer than this table cannot be measured; the engine has the last word on it.
    if (block && shape.first % block.elements !== 0) throw reader.malformed('a row of partial blocks');
    const bytes = block ? (shape.elements / block.elements) * block.bytes : 1;
    if (!Number.isSafeInteger(offset + bytes)) throw reader.malformed('a tensor beyond any file');
    dataBytes = Math.max(dataBytes, offset + bytes);
    elements += shape.elements;
  }
  return { dataBytes, elements };
}

async function readShape(reader: GgufReader): Promise<{ first: number; elements: number }> {
  const dimensions = await reader.u32();
  if (dimensions > maxDimensions) throw reader.malformed(`a tensor of ${dimensions} dimensions`);
  let first = 1;
  let elements = 1;
  for (let index = 0; index < dimensions; index += 1) {
    const size = await reader.u64();
    if (index === 0) first = size;
    elements *= size;
  }
  if (elements < 1 || !Number.isSafeInteger(elements))
    throw reader.malformed(`a tensor of ${elements} elements`);
  return { first, elements };
}

function describe(
  reader: GgufReader,
  metadata: ReadonlyMap<string, GgufValue>,
  fileBytes: number,
  parameterCount: number,
): GgufInfo {
  const architecture = metadata.get('general.architecture');
  if (typeof architecture !== 'string' || !/^[\w.-]{1,64}$/.test(architecture))
    throw reader.malformed('no architecture');
  const name = metadata.get('general.name');
  const contextTokens = positiveInteger(metadata.get(`${architecture}.context_length`));
  const quantisation = fileTypeNames.get(Number(metadata.get('general.file_type')));
  const template = metadata.get('tokenizer.chat_template');
  return {
    fileBytes,
    ...(typeof name === 'string' && name ? { name: name.replace(/\p{Cc}/gu, ' ').slice(0, 200) } : {}),
    architecture,
    purpose: purposeOf(architecture, metadata),
    parameterCount,
    ...(contextTokens === undefined ? {} : { contextTokens }),
    ...(quantisation === undefined ? {} : { quantisation }),
    hasChatTemplate: typeof template === 'string' && template.trim() !== '',
  };
}

function purposeOf(architecture: string, metadata: ReadonlyMap<string, GgufValue>): GgufInfo['purpose'] {
  const type = metadata.get('general.type');
  if (companionArchitectures.test(architecture) || (typeof type === 'string' && type !== 'model'))
    return 'companion';
  const pools = positiveInteger(metadata.get(`${architecture}.pooling_type`)) !== undefined;
  return pools || embeddingArchitectures.test(architecture) ? 'embedding' : 'chat';
}

const positiveInteger = (value: GgufValue): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;

const alignUp = (position: number, alignment: number): number => Math.ceil(position / alignment) * alignment;
