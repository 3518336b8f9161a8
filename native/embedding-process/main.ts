/** The embedding process: sentence models in ONNX apart from the core, which must not wait while they think. */
import { type ProgramRequest, RequestFailure, runProgram } from '../frames.ts';
import { loadSentenceModel, type SentenceModel } from './sentence-model.ts';

let loaded: { readonly folder: string; readonly model: Promise<SentenceModel> } | undefined;

/** One model at a time; another folder takes its place. */
function modelIn(folder: string): Promise<SentenceModel> {
  if (loaded?.folder !== folder) {
    const model = loadSentenceModel(folder);
    loaded = { folder, model };
    model.catch(() => {
      // Its files may be whole the next time.
      if (loaded?.model === model) loaded = undefined;
    });
  }
  return loaded.model;
}

function readFolder({ params }: ProgramRequest): string {
  const { folder } = (params ?? {}) as { folder?: unknown };
  if (typeof folder !== 'string') throw new RequestFailure('host.unexpected', { detail: 'folder' });
  return folder;
}

/** A JSON list: long texts would not fit into the head of a frame. */
function readTexts({ payload }: ProgramRequest): readonly string[] {
  const texts: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
  if (Array.isArray(texts) && texts.every(text => typeof text === 'string')) return texts;
  throw new RequestFailure('host.unexpected', { detail: 'texts' });
}

await runProgram({
  load: async request => {
    const { dimensions } = await modelIn(readFolder(request));
    return { result: { dimensions } };
  },
  embed: async (request, { signal }) => {
    const model = await modelIn(readFolder(request));
    const vectors = await model.embed(readTexts(request), signal);
    return { result: { dimensions: model.dimensions }, payload: new Uint8Array(vectors.buffer) };
  },
});
