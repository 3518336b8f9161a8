/** Finds the Electron binary, or brings it once where there is a desktop to show it on; the web host takes its place. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './program.mjs';
import { step } from './progress.mjs';
import { root } from './root.mjs';
import { isFrench } from './setup-error.mjs';

const dayMs = 24 * 60 * 60 * 1000;
const folder = join(root, 'node_modules', 'electron');
/** Written when the download failed: it is not tried again at every start. */
const absentPath = join(root, '.runtime', 'electron-absent');
/** Options that only the web host has. */
const webOptions = ['--web', '--no-open', '--port', '--metrics-port', '--help', '-h'];

const texts = {
  display: [
    'Fenêtre dans le navigateur : pas de bureau ici.',
    'Window in the browser: there is no desktop here.',
  ],
  absent: [
    'Fenêtre dans le navigateur : Electron n’a pas pu être téléchargé (nouvel essai demain, ou « npm run electron »).',
    'Window in the browser: Electron could not be downloaded (tried again tomorrow, or by "npm run electron").',
  ],
  found: ['Fenêtre dans Electron.', 'Window in Electron.'],
  download: ['Electron (téléchargement, 120 Mo)', 'Electron (download, 120 MB)'],
};
const say = name => texts[name][isFrench() ? 0 : 1];

/** `{ path }` of the binary, or nothing where the browser takes its place; `why` is a line for the person. `args`: those of the program. */
export async function findElectron(args, env = process.env) {
  if (args.some(arg => webOptions.some(option => arg === option || arg.startsWith(`${option}=`)))) return {};
  const named = env.ELECTRON_PATH || installedPath();
  if (!hasDesktop(env)) return { why: say('display') };
  if (named !== undefined) return { path: named, why: say('found') };
  if (triedToday()) return { why: say('absent') };
  return (await downloadElectron()) ? { path: installedPath(), why: say('found') } : { why: say('absent') };
}

const hasDesktop = env => process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/** Electron's own package writes the name of its binary last. */
function installedPath() {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

function triedToday() {
  return existsSync(absentPath) && Date.now() - statSync(absentPath).mtimeMs < dayMs;
}

/** Its sum is checked against the package's own list. @returns whether it is there now. */
export async function downloadElectron() {
  rmSync(absentPath, { force: true });
  const { status } = await step(say('download'), () =>
    run(process.execPath, [join(folder, 'install.js')], { cwd: root }),
  );
  if (status === 0 && installedPath() !== undefined) return true;
  mkdirSync(dirname(absentPath), { recursive: true });
  writeFileSync(absentPath, '');
  return false;
}
