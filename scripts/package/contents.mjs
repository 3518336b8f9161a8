/** The list of what is inside a package: where each file comes from, and where it goes. The allow list, executed. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { external } from '../build.mjs';
import { isNeeded } from './file-rules.mjs';
import { reachableFiles } from './reachable.mjs';
import { namedPackages, packageTree } from './run-time-packages.mjs';

/** Programs of the core that the desktop program starts from. The web host and the command line are none of them. */
const coreEntries = ['electron.cjs', 'read-export-worker.cjs'];
/** Loaded by a path that the build puts together. */
const byPath = ['better-sqlite3-multiple-ciphers'];
/** Beside the code: models that come with the program, and pictures of the tray. Words of the window are in its bundle. */
const folders = ['models', 'resources/tray'];

/** `[{from, to, bytes}]` and `[{name, version, place}]` for a platform. */
export function packageContents(root, platform) {
  const built = builtFiles(root);
  const texts = built
    .filter(path => /^dist\/(?:main|native)\/.*js$/.test(path))
    .map(path => readFileSync(join(root, path), 'utf8'));
  const candidates = [...external.filter(name => name !== 'electron'), ...byPath];
  const packages = packageTree(namedPackages(candidates, texts), root, platform);
  const files = [
    ...built.map(path => file(root, path)),
    ...folders.flatMap(folder => filesBelow(root, folder)).map(path => file(root, path)),
    ...packages.flatMap(one =>
      filesOf(one.folder)
        .filter(path => isNeeded(one.name, path, platform))
        .map(path => ({ ...file(one.folder, path), to: `${one.place}/${path}` })),
    ),
  ];
  return { files, packages };
}

function builtFiles(root) {
  const dist = name => join(root, 'dist', name);
  const native = readdirSync(join(root, 'native'))
    .map(name => `${name}.js`)
    .filter(name => readdirSync(dist('native')).includes(name));
  return [
    ...reachableFiles(dist('main'), coreEntries).map(path => `dist/main/${path}`),
    ...reachableFiles(dist('preload'), ['preload.cjs']).map(path => `dist/preload/${path}`),
    ...reachableFiles(dist('native'), native).map(path => `dist/native/${path}`),
    ...reachableFiles(dist('renderer'), ['index.html']).map(path => `dist/renderer/${path}`),
  ];
}

const file = (folder, path) => ({
  from: join(folder, path),
  to: path,
  bytes: statSync(join(folder, path)).size,
});

const filesBelow = (root, folder) =>
  listFiles(join(root, folder))
    .filter(path => !path.endsWith('.md'))
    .map(path => `${folder}/${path}`);

/** Those of packages inside it are theirs. */
const filesOf = folder => listFiles(folder).filter(path => !path.startsWith('node_modules/'));

const listFiles = folder =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
