/** The software bill of materials: every package that is part of the program, from the lock file alone. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackageError } from '../package/package-error.mjs';
import { run } from '../program.mjs';

/** CycloneDX as JSON text. Throws `sbom-failed`. */
export async function softwareBill(root) {
  const own = process.env.npm_execpath;
  const isScript = own !== undefined && /npm-cli\.[cm]?js$/.test(own);
  const [command, first] = isScript ? [process.execPath, [own]] : ['npm', []];
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--loglevel=error'];
  const shell = !isScript && process.platform === 'win32';
  const { status, output } = await run(command, [...first, ...args], { cwd: root, shell });
  if (status !== 0) throw new PackageError('sbom-failed', { detail: output.trim().slice(-500) });
  const bill = JSON.parse(output.slice(output.indexOf('{')));
  if (bill.bomFormat !== 'CycloneDX' || bill.components.length === 0)
    throw new PackageError('sbom-failed', { detail: bill.bomFormat });
  return `${JSON.stringify(named(withoutMakers(bill), root), null, 2)}\n`;
}

/** What makes and tests the program is no part of it. npm's own choice also leaves out what both use. */
function withoutMakers(bill) {
  const isMaker = ({ properties = [] }) =>
    properties.some(({ name }) => name === 'cdx:npm:package:development');
  const parts = bill.components.filter(component => !isMaker(component));
  const kept = new Set([bill.metadata.component, ...parts].map(part => part['bom-ref']));
  const dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(one => ({ ...one, dependsOn: one.dependsOn.filter(ref => kept.has(ref)) }));
  return { ...bill, components: parts, dependencies };
}

/** Without an installed tree npm calls the program by the folder that it lies in. */
function named(bill, root) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { 'bom-ref': folderName } = bill.metadata.component;
  const reference = `${name}@${version}`;
  const component = {
    ...bill.metadata.component,
    'bom-ref': reference,
    name,
    version,
    purl: `pkg:npm/${reference}`,
  };
  const dependencies = bill.dependencies.map(one =>
    one.ref === folderName ? { ...one, ref: reference } : one,
  );
  return { ...bill, metadata: { ...bill.metadata, component }, dependencies };
}
