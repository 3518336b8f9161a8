/** How the built web host is run: the one command line of `npm start`, the tests and the benches. */
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * V8 lets its space for new objects grow to 100 MB in a busy core and gives none of it back; 8 MiB a half take no
 * longer.
 */
const limits = ['--max-semi-space-size=8'];

export const webProgramPath = join(root, 'dist', 'main', 'web.cjs');

/** What Node is given before the program's own arguments. */
export const webProgram = [...limits, webProgramPath];
