/** The stand-in's main: what the binary of Electron does before it runs an app, as far as Jarvis uses it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openAsar } from './asar.ts';
import { startChromium } from './chromium.ts';
import { createElectron } from './electron-module.ts';
import { ProtocolLine } from './protocol-line.ts';

/** In a package, the app lies beside the binary and is not named by whoever starts it. */
const resources = join(import.meta.dirname, '..', 'resources');
const archive = join(resources, 'app.asar');
const isPackaged = existsSync(archive);

const given = process.argv.slice(2);
const at = given.findIndex(arg => !arg.startsWith('-'));
const named = resolve(given[at] ?? '.');
const appPath = isPackaged ? openAsar(archive) : named.endsWith('.asar') ? openAsar(named) : named;
const isInspected = given.some(arg => arg.startsWith('--inspect'));

const packageFile = statSync(appPath).isDirectory() ? join(appPath, 'package.json') : undefined;
const meta = packageFile && existsSync(packageFile) ? JSON.parse(readFileSync(packageFile, 'utf8')) : {};
const main = packageFile === undefined ? appPath : join(dirname(packageFile), meta.main ?? 'index.js');

Object.defineProperty(process.versions, 'electron', { value: '45.4.1-stand-in', enumerable: true });
Object.assign(process, {
  type: 'browser',
  resourcesPath: resources,
  ...(!isPackaged && { defaultApp: true }),
});
const { electron, begin } = createElectron({
  appPath,
  isPackaged,
  name: meta.productName ?? meta.name ?? 'app',
  version: meta.version ?? '0',
});
Object.assign(globalThis, { standInElectron: electron });

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: 'electron:main', format: 'commonjs', shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === 'electron:main'
      ? { format: 'commonjs', source: 'module.exports = globalThis.standInElectron;', shortCircuit: true }
      : next(url, context),
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => electron.app.quit());
// Chromium's switches stay among an app's arguments, as they do in Electron.
process.argv.splice(1, process.argv.length, ...given);
const attached = isInspected ? whoeverDrives() : Promise.resolve();
createRequire(pathToFileURL(main))(main);
setImmediate(() => void ready());

/** Resolves once whoever drives the app is there. */
function whoeverDrives(): Promise<void> {
  const driven = new Promise<void>(go => Object.assign(globalThis, { __playwright_run: () => go() }));
  inspector.open(0, '127.0.0.1');
  return driven;
}

/** By now the app has said where its pages keep their things. */
async function ready(): Promise<void> {
  if (electron.app.isEnding) return;
  const switches = [...electron.app.commandLine.given, ...given];
  const chromium = await startChromium(electron.app.getPath('userData'), switches);
  electron.app.endsWith(chromium.stop);
  const line = await ProtocolLine.open(chromium.address);
  await line.send('Target.setDiscoverTargets', { discover: true });
  if (isInspected) process.stderr.write(`\nDevTools listening on ${chromium.address}\n`);
  await attached;
  begin(line);
}
