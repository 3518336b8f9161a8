/** The release's script: what it signs the program believes, and what it must not sign it refuses. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyManifest } from '../../src-main/adapters/updates/verify-manifest.ts';

const run = promisify(execFile);
/** Each order is a program of its own. */
const limitMs = 180_000;
const script = new URL('../../scripts/sign-update.ts', import.meta.url).pathname;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-sign-'));
  writeFileSync(join(folder, 'updates.json'), '{ "address": "", "keys": [], "revoked": [] }\n');
  writeFileSync(join(folder, 'notes.md'), '## Français\n\nPlus rapide.\n\n## English\n\nFaster.\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keysFile = () => ['--keys', join(folder, 'updates.json')];
const sign = (args: readonly string[], key = '') =>
  run(process.execPath, ['--no-warnings', script, ...args, ...keysFile()], {
    env: { ...process.env, JARVIS_UPDATE_KEY: key },
  });
const newKey = async (id: string) => (await sign(['--new-key', id])).stdout.trim();

/** A package as Debian's tools make it, with these files inside. */
async function makeDeb(inside: readonly string[]): Promise<string> {
  const [tree, out] = [join(folder, 'tree'), join(folder, 'out')];
  for (const part of [join(tree, 'DEBIAN'), join(tree, 'opt/Jarvis/resources'), out])
    mkdirSync(part, { recursive: true });
  writeFileSync(
    join(tree, 'DEBIAN/control'),
    'Package: jarvis\nVersion: 2.0.0\nArchitecture: amd64\nMaintainer: J <j@localhost.invalid>\nDescription: x\n',
  );
  for (const name of inside) writeFileSync(join(tree, 'opt/Jarvis/resources', name), name);
  await run('dpkg-deb', ['--root-owner-group', '--build', tree, join(out, 'jarvis_2.0.0_amd64.deb')]);
  return out;
}

const notes = () => ['--notes', join(folder, 'notes.md')];
const target = { channel: 'stable', platform: 'linux', arch: 'x64' } as const;
const nothingSeen = { sequences: {}, latestIssuedMs: 0, learnedKeys: [], revokedKeys: [] };

it(
  'a manifest for each system that there is a package for, which the program believes',
  async () => {
    const key = await newKey('release-2026');
    const out = await makeDeb(['app.asar']);
    const { stdout } = await sign(
      [out, '--version', '2.0.0', '--sequence', '7', '--staged', '25', ...notes()],
      key,
    );
    expect(stdout.trim()).toBe('update-stable-linux-x64.json');
    const text = readFileSync(join(out, stdout.trim()), 'utf8');
    const trust = JSON.parse(readFileSync(join(folder, 'updates.json'), 'utf8'));
    const { manifest } = verifyManifest(text, target, trust, nothingSeen, Date.now());
    expect(manifest).toMatchObject({ version: '2.0.0', sequence: 7, stagedPercent: 25 });
    expect(manifest.notes).toEqual({ fr: 'Plus rapide.', en: 'Faster.' });
    expect(manifest.files).toMatchObject([{ name: 'jarvis_2.0.0_amd64.deb', kind: 'deb' }]);
  },
  limitMs,
);

it(
  'makes no key that no manifest could name',
  async () => {
    const before = readFileSync(join(folder, 'updates.json'), 'utf8');
    await expect(newKey('Release 2026')).rejects.toThrow('--new-key Release 2026');
    expect(readFileSync(join(folder, 'updates.json'), 'utf8')).toBe(before);
  },
  limitMs,
);

it(
  'refuses a package around the stand-in for Electron, notes in one language, and a key that no program knows',
  async () => {
    const key = await newKey('release-2026');
    const wish = ['--version', '2.0.0', ...notes()];
    const out = await makeDeb(['app.asar']);
    writeFileSync(join(folder, 'updates.json'), '{ "address": "", "keys": [], "revoked": [] }\n');
    await expect(sign([out, ...wish], key)).rejects.toThrow('no program would believe it');
    await newKey('release-2027');
    await expect(sign([out, ...wish], key)).rejects.toThrow('no program would believe it');
    const known = await newKey('release-2028');
    writeFileSync(join(folder, 'half.md'), '## English\n\nFaster.\n');
    await expect(sign([out, '--notes', join(folder, 'half.md')], known)).rejects.toThrow('Français');
    await expect(sign([out, ...wish])).rejects.toThrow('JARVIS_UPDATE_KEY');
    const twin = join(out, 'jarvis_1.9.0_amd64.deb');
    cpSync(join(out, 'jarvis_2.0.0_amd64.deb'), twin);
    await expect(sign([out, ...wish], known)).rejects.toThrow('jarvis_1.9.0_amd64.deb');
    rmSync(twin);
    await makeDeb(['app.asar', 'THIS-IS-NOT-ELECTRON.txt']);
    await expect(sign([out, ...wish], known)).rejects.toThrow('NOT Electron');
    expect(readdirSync(out).filter(name => name.endsWith('.json'))).toEqual([]);
  },
  limitMs,
);
