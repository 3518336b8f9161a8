/** Builds what changed: `node scripts/build.mjs [--force] [main|native|renderer]`. Needs Node 22.14 and node_modules. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundles, changedBundles, inputsHash, removeStamp, writeStamp } from './bundles.mjs';
import { step } from './progress.mjs';
import { root } from './root.mjs';

/** Loaded from node_modules at run time: they carry native parts or worker files, or are large and rarely needed. */
export const external = [
  'electron',
  '@napi-rs/keyring',
  'sherpa-onnx-node',
  'node-llama-cpp',
  'onnxruntime-node',
  'sqlite-vec',
  '@huggingface/tokenizers',
  'espeak-ng',
  '@martel/audio-file-decoder',
  '@wasm-audio-decoders/flac',
  '@wasm-audio-decoders/ogg-vorbis',
  'codec-parser',
  'mammoth',
  'unpdf',
  'mpg123-decoder',
  'opus-decoder',
  'pino',
  'uiohook-napi',
];

/**
 * What no start needs, and would take 20 ms of each: TLS for the WebSocket library's client to other machines, threads,
 * other programs, compression, and the functions over vectors.
 */
const lateParts =
  /\b(\w+) = (?:__)?require\("((?:node:)?(?:https|tls|zlib|child_process|worker_threads)|sqlite-vec)"\);/g;
const lateBuiltins = {
  name: 'late-builtins',
  renderChunk: code => ({
    code: code.replace(lateParts, takeWhenUsed),
    // Lines stay where they are.
    map: null,
  }),
};

function takeWhenUsed(_statement, name, part) {
  const taken = part === 'sqlite-vec' ? `require("${part}")` : `process.getBuiltinModule("${part}")`;
  return `${name} = new Proxy({}, { get: (_, key) => ${taken}[key] });`;
}

/** Half of the core by size, and nothing of it is needed before the first word is spoken, or a skill is asked. */
const lateFunctions = [
  'conversation/turn-taking/create-turn-taking.ts',
  'conversation/speakable-text/speakable.ts',
  'skills/understand.ts',
];

/** Functions imported from these modules load them when they are first called. */
const lateModules = {
  name: 'late-modules',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/src-main/')
      ? {
          code: code.replace(/^import (\{[^}]*\}) from '(\.[^']*)';$/gm, (statement, names, from) =>
            lateFunctions.some(late => join(id, '..', from).endsWith(`src-main/${late}`))
              ? lateImport(names, from)
              : statement,
          ),
          map: null,
        }
      : undefined,
};

function lateImport(names, from) {
  const types = (names.match(/\btype \w+/g) ?? []).map(type => type.slice('type '.length));
  const functions = names.replaceAll(/\btype \w+/g, '').match(/\w+/g) ?? [];
  const late = functions.map(name => `const ${name} = (...all) => require('${from}').${name}(...all);`);
  // An import of nothing, or of types alone but for this word, would still run the module at the start.
  const ofTypes = types.length > 0 ? [`import type { ${types.join(', ')} } from '${from}';`] : [];
  return [...ofTypes, ...late].join(' ');
}

const database = 'better-sqlite3-multiple-ciphers';

/**
 * The database's native part is taken by its name. Its own search, which reads a whole diagnostic report, is the way out
 * where that name does not load: a Linux with another C library.
 */
const databaseBinding = {
  name: 'database-binding',
  enforce: 'pre',
  resolveId: (id, from) => (id === './binding' && from?.includes(`/${database}/`) ? '\0binding' : undefined),
  load: id =>
    id === '\0binding'
      ? `const { dirname, join } = require('node:path');
         let binding;
         function load() {
           const folder = dirname(require.resolve('${database}/package.json'));
           try {
             return require(join(folder, 'prebuilds', process.platform + '-' + process.arch + '.node'));
           } catch {
             return require(join(folder, 'lib', 'binding.js')).getBinding();
           }
         }
         exports.getBinding = () => (binding ??= load());`
      : undefined,
};

/** The log's rotation calls five functions of a library of two hundred files, each of which would be loaded. */
const usedDates = {
  name: 'used-dates',
  enforce: 'pre',
  resolveId: id => (id === 'date-fns' ? '\0used-dates' : undefined),
  load: id =>
    id === '\0used-dates'
      ? ['addDays', 'addHours', 'format', 'isValid', 'parse']
          .map(name => `export { ${name} } from 'date-fns/${name}';`)
          .join('\n')
      : undefined,
};

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Node programs of `entries` (name → source) into `dist/<folder>`. Those of the core are CommonJS: Node's loader of
 * modules takes 10 ms more, and reads every property of each built-in that is imported, which loads more of Node than
 * is used.
 */
async function buildPrograms(folder, entries, format) {
  const { build } = await import('vite');
  const outDir = join(root, 'dist', folder);
  const startedMs = Date.now();
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [usedDates, databaseBinding, lateBuiltins, ...(format === 'cjs' ? [lateModules] : [])],
    ssr: { noExternal: true, external, target: 'node' },
    build: {
      ssr: true,
      outDir,
      // A program that runs may still load its chunks from here.
      emptyOutDir: false,
      target: 'node22',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: entries,
        // What is loaded late may be so by two ways.
        checks: { ineffectiveDynamicImport: false },
        // All lie in one folder: code that finds files beside itself does not mind which chunk it is in.
        output:
          format === 'cjs'
            ? {
                format,
                dynamicImportInCjs: false,
                entryFileNames: '[name].cjs',
                chunkFileNames: '[name]-[hash].cjs',
              }
            : { format, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  removeOldChunks(outDir, startedMs - dayMs);
}

function removeOldChunks(folder, beforeMs) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).mtimeMs < beforeMs) rmSync(path);
  }
}

/** Every program of `native/`: name → its main file. */
const nativePrograms = () =>
  Object.fromEntries(
    readdirSync(join(root, 'native'))
      .map(name => [name, join(root, 'native', name, 'main.ts')])
      .filter(([, path]) => existsSync(path)),
  );

const builders = {
  // One after the other: what two programs share would else lie in a dozen files, and each of them costs the start a
  // millisecond.
  main: async () => {
    for (const program of ['web', 'cli', 'read-export-worker', 'electron'])
      await buildPrograms('main', { [program]: join(root, `src-main/host/${program}.ts`) }, 'cjs');
  },
  // A sandboxed preload is CommonJS, in one file.
  preload: () => buildPrograms('preload', { preload: join(root, 'src-preload/preload.ts') }, 'cjs'),
  native: () => buildPrograms('native', nativePrograms(), 'es'),
  renderer: async () => {
    const { build } = await import('vite');
    // The file says where its own root is, seen from the working folder.
    process.chdir(root);
    const startedMs = Date.now();
    await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
    removeOldChunks(join(root, 'dist', 'renderer', 'assets'), startedMs - dayMs);
  },
};

/** Builds these bundles, or those that changed; throws what the bundler threw. */
export async function buildBundles(names = changedBundles(root)) {
  for (const name of names) {
    const hash = inputsHash(root, name);
    removeStamp(root, name);
    await step(`dist/${name}`, builders[name]);
    writeStamp(root, name, hash);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const named = args.filter(arg => arg in bundles);
  const all = args.includes('--force') ? Object.keys(bundles) : undefined;
  try {
    await buildBundles(named.length > 0 ? named : all);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
