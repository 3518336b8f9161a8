/** The built files that the program reaches from its entries: old chunks of earlier builds lie beside them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names of files of `folder` (and one folder deep) that `entries` name, and that those name, and so on: what a built
 * file loads, it names. Source maps are none of them.
 */
export function reachableFiles(folder, entries) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.map'))
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  const byLastName = new Map(names.map(name => [name.slice(name.lastIndexOf('/') + 1), name]));
  const reached = new Set();
  const waiting = [...entries];
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (reached.has(name)) continue;
    reached.add(name);
    for (const found of namesIn(join(folder, name))) {
      const target = byLastName.get(found);
      if (target !== undefined && !reached.has(target)) waiting.push(target);
    }
  }
  return [...reached].sort();
}

const isText = path => /\.(?:[cm]?js|css|html|json|svg)$/.test(path);

function namesIn(path) {
  if (!isText(path)) return [];
  // A map's name at the end of a file is no file that it loads.
  return readFileSync(path, 'utf8').match(/[\w.@~-]+\.[\w]+/g) ?? [];
}
