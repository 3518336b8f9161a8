/** The stand-in's main: what the binary of Electron does before it runs an app, as far as Jarvis uses it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startChromium } from './chromium.ts';
import { createElectron } from './electron-module.ts';
import { ProtocolLine } from './protocol-line.ts';

const given = process.argv.slice(2);
const at = given.findIndex(arg => !arg.startsWith('-'));
const appPath = resolve(given[at] ?? '.');
const appArguments = given.slice(at + 1);
const isInspected = given.some(arg => arg.startsWith('--inspect'));

const packageFile = statSync(appPath).isDirectory() ? join(appPath, 'package.json') : undefined;
const meta = packageFile && existsSync(packageFile) ? JSON.parse(readFileSync(packageFile, 'utf8')) : {};
const main = packageFile === undefined ? appPath : join(dirname(packageFile), meta.main ?? 'index.js');

const address = await startChromium();
const line = await ProtocolLine.open(address);
await line.send('Target.setDiscoverTargets', { discover: true });
Object.defineProperty(process.versions, 'electron', { value: '45.4.1-stand-in', enumerable: true });
Object.assign(process, { type: 'browser', defaultApp: true });
const { electron, begin } = createElectron({
  line,
  appPath,
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
process.argv.splice(1, process.argv.length, appPath, ...appArguments);
if (isInspected) {
  // Whoever drives the app attaches before it starts.
  const attached = new Promise<void>(go => Object.assign(globalThis, { __playwright_run: () => go() }));
  inspector.open(0, '127.0.0.1');
  process.stderr.write(`\nDevTools listening on ${address}\n`);
  await attached;
}
createRequire(pathToFileURL(main))(main);
setImmediate(begin);
