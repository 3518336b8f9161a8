/** Which of two versions is newer, by the rules of Semantic Versioning 2.0.0. */

const form = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

export const isVersion = (text: string): boolean => form.test(text);

/** Below 0: `a` is older; 0: the same. Throws RangeError for what is no version. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (const at of [0, 1, 2]) {
    const difference = (left.numbers[at] ?? 0) - (right.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePrereleases(left.prerelease, right.prerelease);
}

/** Of an operating system, such as `6.1.0-18-amd64` or `10.0.22631`: the leading numbers alone count. */
export function compareReleases(a: string, b: string): number {
  const [left, right] = [leadingNumbers(a), leadingNumbers(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const leadingNumbers = (release: string): readonly number[] =>
  (/^\d+(?:\.\d+)*/.exec(release)?.[0] ?? '').split('.').filter(Boolean).map(Number);

function partsOf(version: string): { numbers: readonly number[]; prerelease: readonly string[] } {
  const found = form.exec(version);
  if (found === null) throw new RangeError(`${version} is no version`);
  return { numbers: found.slice(1, 4).map(Number), prerelease: found[4]?.split('.') ?? [] };
}

/** A version comes after its own pre-releases; numbers come before words. */
function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return (b.length > 0 ? 1 : 0) - (a.length > 0 ? 1 : 0);
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = compareIdentifiers(a[at] ?? '', b[at] ?? '');
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareIdentifiers(a: string, b: string): number {
  const [isNumber, isOtherNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber && isOtherNumber) return Number(a) - Number(b);
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
