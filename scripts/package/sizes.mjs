/** What a package weighs, part by part: everything that is not Electron itself. */
import { PackageError } from './package-error.mjs';

/** Without models: the goal of the shell. */
export const limitMb = 150;
const megabyte = 1_000_000;

/** A name for the part that a file belongs to. */
function partOf(path) {
  const at = path.lastIndexOf('node_modules/');
  if (at < 0) return /^(?:dist\/[^/]+|[^/]+)/.exec(path)?.[0] ?? path;
  return path.slice(0, path.indexOf('node_modules/')) + topPackage(path);
}

/** Packages inside a package count as its own. */
const topPackage = path => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;

/** `[{part, bytes, files}]`, the largest first. */
export function sizesByPart(files) {
  const parts = new Map();
  for (const { to, bytes } of files) {
    const part = partOf(to);
    const known = parts.get(part) ?? { part, bytes: 0, files: 0 };
    parts.set(part, { part, bytes: known.bytes + bytes, files: known.files + 1 });
  }
  return [...parts.values()].sort((a, b) => b.bytes - a.bytes);
}

const mb = bytes => (bytes / megabyte).toFixed(1);
const sum = parts => parts.reduce((total, { bytes }) => total + bytes, 0);

/** Total without models, in bytes. Throws `package-too-large`. */
export function checkSize(parts) {
  const bytes = sum(parts.filter(({ part }) => part !== 'models'));
  if (bytes > limitMb * megabyte)
    throw new PackageError('package-too-large', { found: mb(bytes), limit: limitMb });
  return bytes;
}

/** A table of what is inside; what is below 100 kB is one line. */
export function sizeTable(parts) {
  const isLarge = ({ bytes }) => bytes >= megabyte / 10;
  const small = parts.filter(part => !isLarge(part));
  const rows = [
    ...parts.filter(isLarge),
    {
      part: `${small.length} smaller parts`,
      bytes: sum(small),
      files: small.reduce((all, { files }) => all + files, 0),
    },
  ];
  const lines = rows.map(
    ({ part, bytes, files }) => `${mb(bytes).padStart(8)} MB ${String(files).padStart(6)} files  ${part}`,
  );
  const models = sum(parts.filter(({ part }) => part === 'models'));
  return [
    ...lines,
    `${mb(sum(parts)).padStart(8)} MB in all, of which models ${mb(models)} MB`,
    `${mb(sum(parts) - models).padStart(8)} MB beyond Electron and the models (limit ${limitMb} MB)`,
  ].join('\n');
}
