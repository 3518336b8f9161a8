/** The language process: llama.cpp apart from the core, so that a model that kills its engine costs one answer only. */
import { type ProgramRequest, type RequestContext, runProgram } from '../frames.ts';
import { LlamaEngine, type Work } from './llama-engine.ts';
import { readGenerate, readLoad } from './requests.ts';

const engine = new LlamaEngine();
const workOf = ({ signal, emit }: RequestContext): Work => ({ signal, note: note => void emit(note) });

await runProgram({
  load: async (request: ProgramRequest, context) => ({
    result: await engine.load(readLoad(request), workOf(context)),
  }),
  generate: async (request, context) => ({
    result: await engine.generate(readGenerate(request), workOf(context)),
  }),
  unload: async () => {
    await engine.unload();
    return {};
  },
  status: async () => ({ result: { generating: engine.generating } }),
});
