/** Which files of a shipped package are needed when it runs; all else stays behind. */

/** Sources, types, maps, tests and papers; a licence is never left behind. */
const neverNeeded = [
  /\.(?:map|ts|mts|cts|tsx|flow|md|markdown|c|cc|cpp|h|hpp|gyp|gypi|o|a|obj|lib|exp|pdb|tgz|html|yml|yaml|tsbuildinfo)$/i,
  /^(?:tests?|spec|examples?|docs?|benchmarks?|bench|coverage|demo|\.[^/]+)\//i,
  /(?:^|\/)__tests__\//,
  /(?:^|\/)(?:\.[^/]+|tsconfig[^/]*\.json|eslint\.config\.[cm]?js|jest\.config\.[cm]?js|Makefile|Gruntfile\.js|\.npmignore|CHANGELOG[^/]*)$/i,
  /\.(?:test|spec)\.[cm]?js$/i,
];

const licence = /(?:^|\/)(?:LICEN[CS]E|COPYING|NOTICE|AUTHORS|COPYRIGHT)[^/]*$/i;

/** What is known of single packages: only these files are kept (beside licences and package.json). `{os}`, `{arch}`: of the platform. */
const keptFiles = {
  'better-sqlite3-multiple-ciphers': ['lib/', 'prebuilds/{os}-{arch}.node'],
  'uiohook-napi': ['dist/', 'prebuilds/{os}-{arch}/'],
  'onnxruntime-node': ['dist/', 'bin/napi-v6/{os}/{arch}/'],
  // Its sources and the tools that compile them are 34 MB, and a packaged program compiles nothing.
  'node-llama-cpp': [
    'dist/',
    'bins/',
    'llama/binariesGithubRelease.json',
    'llama/llama.cpp.info.json',
    'llama/grammars/',
  ],
};

/** What packages name as dependencies, and only their own installation or command line uses. */
export const unusedDependencies = {
  'onnxruntime-node': ['adm-zip', 'global-agent'],
};

/** Files of single packages that stay behind although their neighbours go along. */
const droppedFiles = {
  'node-llama-cpp': [/^bins\/.*(?:cuda|vulkan)/],
  // The same library under its full number; nothing loads it by that. DirectX is loaded when it is asked for, which we do not.
  'onnxruntime-node': [/libonnxruntime\.\d+\.\d+\.\d+\.dylib$/, /(?:DirectML|dxcompiler|dxil)\.dll$/],
};
/** Rare processors take the next older variant, at little cost: servers of two lines, and what was hardly sold. */
const rareProcessors = /ggml-cpu-(?:cannonlake|cooperlake|piledriver|sapphirerapids)\.\w+$/;

/** The engine of speech is called by its C interface. */
const otherInterface = /sherpa-onnx-cxx-api\.\w+$/;

/** Of the packages that hold the language model's engine, the one for this system without a graphics card's tools. */
const engine = /^@node-llama-cpp\/(.*)$/;
const engineSystems = { linux: 'linux', darwin: 'mac', win32: 'win' };

/** Whether a package is shipped at all. Half a gigabyte is for one kind of graphics card alone. */
export function isShipped(name, { os, arch }) {
  const [, system] = engine.exec(name) ?? [];
  if (system === undefined) return true;
  return system.startsWith(`${engineSystems[os]}-${arch}`) && !/-(?:cuda|cuda-ext|vulkan)$/.test(system);
}

/** Whether this file of a package goes along. `path`: inside the package, with `/`. */
export function isNeeded(name, path, { os, arch }) {
  if (path === 'package.json' || licence.test(path)) return true;
  const dropped = [...neverNeeded, ...(droppedFiles[name] ?? []), rareProcessors, otherInterface];
  if (dropped.some(pattern => pattern.test(path))) return false;
  const kept = keptFiles[name]?.map(one => one.replace('{os}', os).replace('{arch}', arch));
  return kept === undefined || kept.some(one => path === one || (one.endsWith('/') && path.startsWith(one)));
}
