/** The programs of the system that tests use: brought on Debian as root, otherwise what is missing is said. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './program.mjs';
import { step } from './progress.mjs';

/** `without`: what cannot be tested then. */
const programs = [
  { program: 'chromium', package: 'chromium', without: 'the end-to-end tests' },
  { program: 'espeak-ng', package: 'espeak-ng', without: 'nothing but comparisons with the system voice' },
  {
    program: 'pulseaudio',
    package: 'pulseaudio',
    without: 'the conversations by voice in real sound',
  },
  { program: 'pactl', package: 'pulseaudio-utils', without: 'the conversations by voice in real sound' },
  { program: 'tcpdump', package: 'tcpdump', without: 'the packet capture of a conversation by voice' },
  {
    program: 'strace',
    package: 'strace',
    without: 'the list of files that a conversation by voice writes',
  },
  { program: 'Xvfb', package: 'xvfb', without: 'the keys that are pressed in other programs' },
  { program: 'xdotool', package: 'xdotool', without: 'the keys that are pressed in other programs' },
  { program: 'promtool', package: 'prometheus', without: 'the check of the metrics by promtool' },
];

/** For packages that are made and tried here. */
const packagingPrograms = [
  { program: 'mksquashfs', package: 'squashfs-tools', without: 'the AppImage' },
  { program: 'desktop-file-validate', package: 'desktop-file-utils', without: 'the check of the menu entry' },
  { program: 'appstreamcli', package: 'appstream', without: 'the check of the data for software centres' },
  { program: 'dpkg-deb', package: 'dpkg', without: 'the deb' },
  { program: 'strip', package: 'binutils', without: 'any package' },
  { program: 'Xvfb', package: 'xvfb', without: 'the trial of the packages' },
  { program: 'chromium', package: 'chromium', without: 'the trial of the packages' },
];

/** The first file of this name on the path, or undefined. */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  return folders.map(folder => join(folder, name)).find(isExecutable);
}

export const ensureSystemPrograms = () => ensurePrograms(programs);

/** Only Linux makes its packages from such programs. */
export const ensurePackagingPrograms = async () =>
  process.platform === 'linux' ? ensurePrograms(packagingPrograms) : undefined;

/** Installs what is missing where it may, and says what is skipped for want of the rest. */
async function ensurePrograms(programs) {
  const missing = programs.filter(({ program }) => findProgram(program) === undefined);
  if (missing.length === 0) return;
  const mayInstall = process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
  if (mayInstall) {
    const names = missing.map(entry => entry.package);
    await step(`apt-get install ${names.join(' ')}`, () => aptInstall(names));
  }
  for (const { program, without } of missing) {
    if (findProgram(program) !== undefined) continue;
    process.stdout.write(`SKIPPED: "${program}" is missing, so ${without} will not run.\n`);
  }
}

async function aptInstall(names) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', ...names];
  const limitMs = 300_000;
  const first = await run('apt-get', install, { env, limitMs });
  if (first.status === 0) return;
  // A fresh image has no package lists yet.
  await run('apt-get', ['update'], { env, limitMs });
  const { status, output } = await run('apt-get', install, { env, limitMs });
  if (status !== 0) process.stdout.write(`${output.trim().split('\n').slice(-3).join('\n')}\n`);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR'].includes(error.code)) return false;
    throw error;
  }
}
