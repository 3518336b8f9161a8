/** `npm run electron`: brings the Electron binary, which `npm start` then opens its window in. */
import { downloadElectron } from './electron.mjs';
import { prepare } from './setup.mjs';

await prepare();
process.exitCode = (await downloadElectron()) ? 0 : 1;
