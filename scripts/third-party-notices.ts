/** Writes THIRD-PARTY-NOTICES.md from the lock file: `node scripts/third-party-notices.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

const read = (path: string) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

/** What is GPL-3 in the program, and where it stays. */
const gpl = `## GPL-3.0 parts

Jarvis itself is Apache-2.0. Two parts that it runs are GPL-3.0-or-later, both inside \`native/speech-process\`, a program of its
own that speaks with the core over framed messages on a pipe:

- **espeak-ng** as WebAssembly, npm package \`espeak-ng\`: the voice of last resort.
- **espeak-ng**, compiled into the native library of npm package \`sherpa-onnx-node\` (its platform packages
  \`sherpa-onnx-<system>\`), which turns words into phonemes for Piper-format voices. The rest of sherpa-onnx is Apache-2.0.

Whoever passes Jarvis on together with these packages passes on GPL-3.0 programs beside an Apache-2.0 one, and owes their source:
\`https://github.com/espeak-ng/espeak-ng\`. Without both packages Jarvis runs and answers in writing.
`;

/** What is LGPL in the program, where it stays, and how it is exchanged. */
const lgpl = `## LGPL parts

Audio files are decoded in \`native/audio-file-process\`, a program of its own, with these packages, unchanged and loaded from
\`node_modules\`, where whoever wants to may exchange them:

- **FFmpeg** as WebAssembly (LGPL-2.1-or-later), npm package \`@martel/audio-file-decoder\`: AAC.
- **codec-parser** (LGPL-3.0-or-later): takes Ogg and FLAC files apart.
- **mpg123** as WebAssembly (LGPL-2.1), inside npm package \`mpg123-decoder\`, which is itself MIT: MP3.
`;

/** What is EPL in the dependencies, and that the window has nothing of it. */
const epl = `## EPL part

**elkjs** (EPL-2.0) comes with the library that draws diagrams. The window is built without it: diagrams have one layout.
`;

/** Where a package leaves the choice, this is ours. */
const chosen: Readonly<Record<string, string>> = {
  '(MIT OR GPL-3.0-or-later)': 'MIT',
  '(MPL-2.0 OR Apache-2.0)': 'Apache-2.0',
  'EPL-2.0 OR GPL-3.0-or-later': 'EPL-2.0',
};

/** The whole of THIRD-PARTY-NOTICES.md: packages that are part of the running program, by licence. */
export function thirdPartyNotices(): string {
  const packages: Record<string, LockedPackage> = read('package-lock.json').packages;
  const byLicence = new Map<string, Set<string>>();
  for (const [path, { version, license, dev }] of Object.entries(packages)) {
    if (path === '' || dev === true) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = chosen[license ?? ''] ?? license ?? 'see the package';
    byLicence.set(licence, (byLicence.get(licence) ?? new Set()).add(`${name} ${version}`));
  }
  const sections = [...byLicence].sort(([a], [b]) => a.localeCompare(b)).map(section);
  return ['# Third-party notices', '', gpl, lgpl, epl, ...sections].join('\n');
}

const section = ([licence, names]: [string, Set<string>]): string =>
  [`## ${licence}`, '', [...names].sort().join(', '), ''].join('\n');

if (import.meta.main) {
  writeFileSync(new URL('../THIRD-PARTY-NOTICES.md', import.meta.url), thirdPartyNotices());
}
