/** The fuses of a packaged binary are those of electron-builder.yml, or nothing goes on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFuses, readFuses, wantedFuses } from '../../scripts/package/fuses.mjs';
import { makeStandInDist } from '../../scripts/package/stand-in-dist.mjs';
import { repository } from '../jarvis-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'jarvis-fuses-'));
const binary = join(folder, 'electron');
const wanted = wantedFuses(repository);
const flip = (changes: Readonly<Record<string, boolean>>) =>
  flipFuses(binary, {
    version: FuseVersion.V1,
    ...Object.fromEntries(
      Object.entries(changes).map(([name, value]) => [FuseV1Options[name as never], value]),
    ),
  });
beforeAll(() => makeStandInDist(folder, { root: repository, node: process.execPath, version: '45.4.1' }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the fuses', () => {
  it('that are wanted close every way into the program but its own', () => {
    expect(wanted).toMatchObject({
      RunAsNode: false,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      EnableCookieEncryption: true,
      GrantFileProtocolExtraPrivileges: false,
    });
  });

  it('of a binary as it is delivered are not those, and the first that differ are named', async () => {
    await expect(checkFuses(binary, wanted)).rejects.toMatchObject({
      code: 'fuses-differ',
      message: expect.stringContaining('RunAsNode'),
    });
  });

  it('are read back once they are flipped', async () => {
    await flip(wanted);
    expect(await checkFuses(binary, wanted)).toEqual(await readFuses(binary));
  });

  it.each(Object.keys(wantedFuses(repository)))('%s flipped back is seen', async name => {
    await flip({ [name]: !wanted[name] });
    await expect(checkFuses(binary, wanted)).rejects.toMatchObject({
      code: 'fuses-differ',
      message: expect.stringContaining(name),
    });
    await flip({ [name]: wanted[name] ?? false });
  });
});
