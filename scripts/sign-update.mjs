/**
 * `node scripts/sign-update.mjs FOLDER --sequence N …`: writes the signed manifests of a folder of packages; `--new-key ID`
 * makes a key. What it does stands in sign-update.ts, which needs a Node that runs TypeScript.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureNode } from './node-runtime.mjs';
import { root } from './root.mjs';

const node = await ensureNode(18);
const program = join(root, 'scripts/sign-update.ts');
const args = ['--experimental-strip-types', '--no-warnings', program, ...process.argv.slice(2)];
process.exitCode = spawnSync(node, args, { stdio: 'inherit' }).status ?? 1;
