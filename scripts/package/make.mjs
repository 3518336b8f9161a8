/** Makes, shows and tries packages, or looks into those that are to be published; what each option means stands in ../package.mjs. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackagingPrograms } from '../debian-packages.mjs';
import { endWithSignals } from '../program.mjs';
import { step } from '../progress.mjs';
import { root } from '../root.mjs';
import { runBuilder } from './builder.mjs';
import { packageContents } from './contents.mjs';
import { withDisplay } from './display.mjs';
import { checkFuses, wantedFuses } from './fuses.mjs';
import { checkNotices, writeLicences } from './licences.mjs';
import { makeLinuxTools } from './linux-tools.mjs';
import { orExplain } from './package-error.mjs';
import { thisPlatform } from './platform.mjs';
import { checkPublishable, packagesIn, writeSeen } from './publishable.mjs';
import { checkSize, sizesByPart, sizeTable } from './sizes.mjs';
import { programFacts, stageFiles } from './stage.mjs';
import { makeStandInDist } from './stand-in-dist.mjs';
import { tryAppImage, tryDeb } from './trial.mjs';

const work = join(root, '.runtime/package');
const say = line => process.stdout.write(`${line}\n`);

const notMade =
  'SKIPPED here: rpm (Linux, with "npm run package -- --electron" and rpmbuild), NSIS (the same on Windows), dmg and zip (on macOS).';

const { values: options } = parseArgs({
  options: {
    electron: { type: 'boolean' },
    publish: { type: 'string' },
    version: { type: 'string' },
    'no-trial': { type: 'boolean' },
  },
});

endWithSignals();
await orExplain(() => (options.publish === undefined ? makePackages() : publish(options.publish)));

function publish(folder) {
  const names = checkPublishable(folder);
  const { os, arch } = thisPlatform();
  writeSeen(folder, names, `${os}-${arch}`);
  for (const name of names) say(`may be published: ${name}`);
}

async function makePackages() {
  const platform = thisPlatform();
  const isTrial = options.electron !== true;
  await ensurePackagingPrograms();
  say(
    isTrial
      ? 'AROUND THE STAND-IN, WHICH IS NOT ELECTRON: these packages are never published.'
      : 'Around Electron.',
  );
  const { files, packages } = packageContents(root, platform);
  checkNotices(packages, readFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8'));
  const parts = sizesByPart(await step('staging', () => stage(files, platform)));
  say(sizeTable(parts));
  checkSize(parts);
  const output = join(root, 'out');
  rmSync(output, { recursive: true, force: true });
  await step('electron-builder', () =>
    runBuilder({
      root,
      node: process.execPath,
      platform,
      output,
      ...(isTrial ? aroundStandIn(platform) : aroundElectron()),
    }),
  );
  await showFuses(output, platform);
  for (const name of packagesIn(output))
    say(`made: out/${name}, ${(statSync(join(output, name)).size / 1e6).toFixed(1)} MB`);
  if (platform.os === 'linux' && options['no-trial'] !== true) await tryAll(output);
  if (isTrial) say(notMade);
}

function stage(files, { os }) {
  const { version } = options;
  const homepage = process.env.JARVIS_HOMEPAGE || 'https://jarvis.invalid/';
  writeLicences(root, join(work, 'licences'));
  const facts = programFacts(root, { ...(version && { version }), homepage });
  return stageFiles(files, join(work, 'app'), facts, os);
}

function aroundStandIn({ arch }) {
  const node = process.execPath;
  const dist = join(work, 'electron');
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
  makeStandInDist(dist, { root, node, version });
  return {
    targets: ['deb', 'AppImage'],
    options: { electronDist: dist },
    env: makeLinuxTools(join(work, 'tools'), { root, node, arch }),
  };
}

/** Electron is brought by electron-builder, its sum checked; what signs is found in the environment of a release. */
function aroundElectron() {
  const { APPLE_API_KEY_TEXT: appleKey, JARVIS_MUST_SIGN: mustSign } = process.env;
  return {
    targets: [],
    options: {
      ...(mustSign === 'true' && { forceCodeSigning: true }),
      // Without a key of Apple's nothing can be notarised; a release without it stops at the signature.
      ...(!appleKey && { 'mac.notarize': false }),
    },
    env: appleKey ? { APPLE_API_KEY: keyFile(appleKey) } : {},
  };
}

/** The tool that notarises wants a file. */
function keyFile(text) {
  const path = join(mkdtempSync(join(tmpdir(), 'jarvis-key-')), 'key.p8');
  writeFileSync(path, text, { mode: 0o600 });
  process.once('exit', () => rmSync(dirname(path), { recursive: true, force: true }));
  return path;
}

async function showFuses(output, { os, arch }) {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  const binary = {
    linux: join(output, `linux${suffix}-unpacked/jarvis`),
    win32: join(output, `win${suffix}-unpacked/Jarvis.exe`),
    darwin: join(output, `mac${suffix}/Jarvis.app`),
  }[os];
  const fuses = await checkFuses(binary, wantedFuses(root));
  say(
    `fuses read back: ${Object.entries(fuses)
      .map(([name, on]) => `${name} ${on ? 'on' : 'off'}`)
      .join(', ')}`,
  );
}

async function tryAll(output) {
  const scratch = mkdtempSync(join(tmpdir(), 'jarvis-trial-'));
  const names = packagesIn(output);
  const trials = [
    [names.find(name => name.endsWith('.deb')), tryDeb],
    [names.find(name => name.endsWith('.AppImage')), tryAppImage],
  ];
  try {
    await withDisplay(async display => {
      for (const [name, trial] of trials) {
        if (name === undefined) continue;
        const around = { scratch, display, node: process.execPath };
        const seen = await step(`trial of ${name}`, () => trial(join(output, name), around));
        for (const line of seen) say(`  ${line}`);
      }
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
