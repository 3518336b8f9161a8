/** Tries the packages of Linux as they will be used: installed, started, spoken with, removed. */
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findProgram } from '../debian-packages.mjs';
import { run } from '../program.mjs';
import { PackageError } from './package-error.mjs';
import { talk } from './talk.mjs';

const packageName = 'jarvis';

/** What an installed package must have put where, below its root. */
const installed = [
  'opt/Jarvis/jarvis',
  'opt/Jarvis/resources/app.asar',
  'opt/Jarvis/resources/licences/THIRD-PARTY-NOTICES.md',
  'opt/Jarvis/resources/licences/THIRD-PARTY-LICENSES.txt',
  'usr/share/applications/jarvis.desktop',
  'usr/share/metainfo/org.jarvis_assistant.Jarvis.metainfo.xml',
  'usr/share/mime/packages/jarvis.xml',
  'usr/share/icons/hicolor/256x256/apps/jarvis.png',
  'usr/share/doc/jarvis/copyright',
];

/** Lines that say what was seen. Throws `trial-failed`. */
export async function tryDeb(path, around) {
  const name = basename(path);
  const root = join(around.scratch, 'root');
  const home = join(around.scratch, 'home-deb');
  const seen = [];
  const check = (isTrue, detail) => {
    if (!isTrue) throw new PackageError('trial-failed', { name, detail });
  };
  await dpkg(root, ['--install', path], name);
  for (const file of installed) check(existsSync(join(root, file)), `/${file}`);
  check(readdirSync(join(root, 'usr/bin')).includes(packageName), '/usr/bin/jarvis');
  seen.push(`installed: ${installed.length} places seen, /usr/bin/jarvis leads to the program`);
  seen.push(...(await checkDesktopData(root)));
  seen.push(...(await talk(join(root, 'opt/Jarvis/jarvis'), { ...around, name, home })));
  const data = readdirSync(join(home, 'jarvis'));
  await dpkg(root, ['--purge', packageName], name);
  for (const file of [...installed, 'usr/bin/jarvis', 'opt/Jarvis'])
    check(!existsSync(join(root, file)), `/${file} is left`);
  check(readdirSync(join(root, 'usr/bin')).length === 0, '/usr/bin/jarvis is left');
  check(data.includes('profiles') && readdirSync(join(home, 'jarvis')).length === data.length, home);
  seen.push(`removed: nothing left of the package, ${data.length} entries of the person's data kept`);
  return seen;
}

export async function tryAppImage(path, around) {
  chmodSync(path, 0o755);
  const name = basename(path);
  const home = join(around.scratch, 'home-appimage');
  return talk(path, { ...around, name, home });
}

/** In a root of its own; the scripts of the package are told of it. */
async function dpkg(root, args, name) {
  const admin = join(root, 'var/lib/dpkg');
  for (const folder of ['info', 'updates', 'triggers']) mkdirSync(join(admin, folder), { recursive: true });
  for (const file of ['status', 'available'])
    if (!existsSync(join(admin, file))) writeFileSync(join(admin, file), '');
  const inRoot = [
    `--root=${root}`,
    `--log=${join(root, 'dpkg.log')}`,
    '--force-script-chrootless',
    // The root holds nothing that it could depend on.
    '--force-depends',
    '--force-not-root',
  ];
  const asRoot = process.getuid?.() === 0 ? ['dpkg'] : ['fakeroot', 'dpkg'];
  const [program, ...before] = asRoot;
  const { status, output } = await run(program, [...before, ...inRoot, ...args], { limitMs: 300_000 });
  if (status !== 0) throw new PackageError('trial-failed', { name, detail: output.trim() });
}

/** The data for menus and software centres, by the tools of those who read it. Throws `data-not-valid`. */
export async function checkDesktopData(root) {
  const files = [
    ['desktop-file-validate', [], 'usr/share/applications/jarvis.desktop'],
    ['appstreamcli', ['validate', '--no-net'], 'usr/share/metainfo/org.jarvis_assistant.Jarvis.metainfo.xml'],
  ];
  const seen = [];
  for (const [program, args, path] of files) {
    if (findProgram(program) === undefined) {
      seen.push(`SKIPPED: "${program}" is missing`);
      continue;
    }
    const { status, output } = await run(program, [...args, join(root, path)]);
    if (status !== 0 || /\berror:/.test(output))
      throw new PackageError('data-not-valid', { name: basename(path), detail: output.trim() });
    seen.push(`${program}: accepted`);
  }
  return seen;
}
