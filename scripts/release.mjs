/**
 * The steps of a release, each of which can be run by hand: `npm run release -- STEP ARGUMENTS`.
 *
 *   check-tag TAG           the tag says what package.json says, and the notes are there in both languages
 *   gather PARTS FOLDER     brings what each system made into one folder
 *   notes VERSION FOLDER    writes release-notes.json and RELEASE-NOTES.md
 *   sbom FOLDER             writes what the program is made of, as CycloneDX
 *   checksums FOLDER        writes SHA256SUMS over everything in the folder
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { orExplain } from './package/package-error.mjs';
import { writeChecksums } from './release/checksums.mjs';
import { gatherParts } from './release/gather.mjs';
import { readNotes, versionOfTag, writeNotes } from './release/notes.mjs';
import { softwareBill } from './release/software-bill.mjs';
import { root } from './root.mjs';

const steps = {
  'check-tag': tag => {
    const { version, channel } = versionOfTag(tag, root);
    readNotes(root, version);
    process.stdout.write(`version=${version}\nchannel=${channel}\n`);
  },
  gather: (parts, folder) => gatherParts(parts, folder),
  notes: (version, folder) => writeNotes(readNotes(root, version), folder),
  sbom: async folder => writeFileSync(join(folder, 'jarvis.cdx.json'), await softwareBill(root)),
  checksums: folder => process.stdout.write(writeChecksums(folder)),
};

const [name, ...args] = process.argv.slice(2);
const step = Object.hasOwn(steps, name ?? '') ? steps[name] : undefined;
if (step === undefined || args.length !== step.length) {
  process.stderr.write(
    `release: ${Object.entries(steps)
      .map(([one, { length }]) => `${one} (${length})`)
      .join(', ')}\n`,
  );
  process.exitCode = 2;
} else await orExplain(() => step(...args));
