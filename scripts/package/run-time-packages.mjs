/** The npm packages that the built program loads at run time, with all that they load in turn. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { isShipped, unusedDependencies } from './file-rules.mjs';
import { PackageError } from './package-error.mjs';
import { fits } from './platform.mjs';

/** Of `candidates`, those whose name stands in quotes in one of the texts. */
export const namedPackages = (candidates, texts) =>
  candidates.filter(name => {
    const quoted = new RegExp(`["'\`]${name.replace(/[/.]/g, '\\$&')}(?:/[^"'\`\\n]*)?["'\`]`);
    return texts.some(text => quoted.test(text));
  });

/**
 * `{name, version, folder, place}` of each, `place` being where it stands below the program's folder. `roots`: names
 * that the program itself loads. Throws `missing-package`.
 */
export function packageTree(roots, repository, platform) {
  const root = resolve(repository);
  const found = new Map();
  const waiting = roots.map(name => ({ name, from: root, by: 'Jarvis', isOptional: false }));
  while (waiting.length > 0) {
    const { name, from, by, isOptional } = waiting.shift();
    if (!isShipped(name, platform)) continue;
    const folder = findPackage(name, from, root);
    if (folder === undefined) {
      if (isOptional) continue;
      throw new PackageError('missing-package', { name, detail: by });
    }
    if (found.has(folder)) continue;
    const facts = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (!fits(facts, platform)) continue;
    const place = relative(root, folder).replaceAll('\\', '/');
    found.set(folder, { name: facts.name, version: facts.version, folder, place });
    waiting.push(...askedFor(facts, folder));
  }
  return [...found.values()].sort((a, b) => (a.place < b.place ? -1 : 1));
}

function askedFor({ name: by, dependencies = {}, optionalDependencies = {} }, from) {
  const unused = new Set(unusedDependencies[by] ?? []);
  return [...new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies)])]
    .filter(name => !unused.has(name))
    .map(name => ({ name, from, by, isOptional: name in optionalDependencies }));
}

/** As Node looks for it: beside, then above, up to the root. */
function findPackage(name, from, root) {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (at === root || at === dirname(at)) return undefined;
  }
}
