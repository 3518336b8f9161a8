/** Loads every engine that a packaged program brings, as its programs do, and names those that stand: `load-engines.mjs FOLDER`. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder = ''] = process.argv.slice(2);
const inFolder = createRequire(join(folder, 'dist/native/speech-process.js'));

/** Each gives something that only a loaded engine can tell. */
const engines = {
  'onnxruntime-node': ({ listSupportedBackends }) => listSupportedBackends().length > 0,
  'sherpa-onnx-node': ({ version }) => typeof version === 'string',
  'node-llama-cpp': async ({ getLlama }) => {
    const llama = await getLlama({ gpu: false, build: 'never', logLevel: 'error' });
    const { cpuMathCores } = llama;
    await llama.dispose();
    return cpuMathCores > 0;
  },
  '@napi-rs/keyring': ({ Entry }) => typeof Entry === 'function',
  'espeak-ng': speak => typeof speak === 'function',
  'better-sqlite3-multiple-ciphers': Database => {
    const database = new Database(':memory:');
    database.loadExtension(inFolder('sqlite-vec').getLoadablePath());
    return database.prepare('select vec_version() as version').get().version.startsWith('v');
  },
};

for (const [name, works] of Object.entries(engines)) {
  const module = await import(pathToFileURL(inFolder.resolve(name)).href);
  if (!(await works(module.default ?? module))) throw new Error(name);
  process.stdout.write(`${name}\n`);
}
