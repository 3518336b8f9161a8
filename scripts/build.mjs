/** Builds what changed: `node scripts/build.mjs [--force] [main|native|renderer]`. Needs Node 22.14 and node_modules. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundles, changedBundles, inputsHash, removeStamp, writeStamp } from './bundles.mjs';
import { step } from './progress.mjs';
import { root } from './root.mjs';

/** Loaded from node_modules at run time: they carry native parts or worker files, or are large and rarely needed. */
const external = [
  'better-sqlite3-multiple-ciphers',
  '@napi-rs/keyring',
  'sherpa-onnx-node',
  'node-llama-cpp',
  'onnxruntime-node',
  'espeak-ng',
  '@martel/audio-file-decoder',
  'pino',
];

/**
 * Takes what Node has built in by a call in place of an import. An import reads every property of a built-in, and reading
 * some of them loads more: `WebSocket` of node:http alone a whole HTTP client, a third of the program's start.
 */
const lightBuiltins = {
  name: 'light-builtins',
  renderChunk: code => ({
    code: code
      .replace(/^import (?:(\w+)(?:, )?)?(\{[^}]*\})? from ("node:[^"]+");$/gm, takeBuiltin)
      .replace(/\b(\w+) = __require\("(https|tls)"\);/g, takeWhenUsed),
    // Lines stay where they are.
    map: null,
  }),
};

/** What only the WebSocket library's client to another machine needs, and would take 10 ms of every start. */
function takeWhenUsed(_statement, name, builtin) {
  const take = `(_, key) => process.getBuiltinModule("${builtin}")[key]`;
  return `${name} = new Proxy({}, { get: ${take} });`;
}

function takeBuiltin(_statement, whole, names, specifier) {
  const builtin = `process.getBuiltinModule(${specifier})`;
  const takes = [whole, names?.replaceAll(' as ', ': ')].filter(Boolean);
  return takes.map(take => `const ${take} = ${builtin};`).join(' ');
}

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

/** Node programs of `entries` (name → source) into `dist/<folder>`. */
async function buildPrograms(folder, entries) {
  const { build } = await import('vite');
  const outDir = join(root, 'dist', folder);
  const startedMs = Date.now();
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [usedDates, lightBuiltins],
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
        // All lie in one folder: code that finds files beside itself does not mind which chunk it is in.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
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
    for (const program of ['web', 'cli', 'read-export-worker'])
      await buildPrograms('main', { [program]: join(root, `src-main/host/${program}.ts`) });
  },
  native: () => buildPrograms('native', nativePrograms()),
  renderer: async () => {
    const { build } = await import('vite');
    // The file says where its own root is, seen from the working folder.
    process.chdir(root);
    await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
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
