/** What holds the stand-in for Electron is never published, and what cannot be looked into neither. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProgram } from '../../scripts/debian-packages.mjs';
import { checkPublishable, writeSeen } from '../../scripts/package/publishable.mjs';
import { makeStandInDist, standInMark } from '../../scripts/package/stand-in-dist.mjs';
import { repository } from '../jarvis-program.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-publish-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refused = (code: string) => expect.objectContaining({ code });
const elf = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(60)]);

/** A deb with these files in the program's folder. */
function makeDeb(files: (folder: string) => void): void {
  const tree = join(folder, 'tree');
  mkdirSync(join(tree, 'DEBIAN'), { recursive: true });
  mkdirSync(join(tree, 'opt/Jarvis/resources'), { recursive: true });
  const control = 'Package: jarvis\nVersion: 1\nArchitecture: all\nMaintainer: x <x@x>\nDescription: x\n';
  writeFileSync(join(tree, 'DEBIAN/control'), control);
  writeFileSync(join(tree, 'opt/Jarvis/resources/app.asar'), 'x');
  files(join(tree, 'opt/Jarvis'));
  execFileSync('dpkg-deb', ['-Znone', '--build', tree, join(folder, 'jarvis_1_all.deb')], {
    stdio: 'ignore',
  });
  rmSync(tree, { recursive: true });
}

describe('before anything is published', () => {
  it('an empty folder is no release', () => {
    expect(() => checkPublishable(folder)).toThrow(refused('nothing-to-publish'));
  });

  it.skipIf(findProgram('dpkg-deb') === undefined)('a deb around the stand-in is refused', () => {
    makeDeb(program =>
      makeStandInDist(join(program, 'electron'), { root: repository, node: 'node', version: '1' }),
    );
    expect(() => checkPublishable(folder)).toThrow(refused('stand-in-not-published'));
  });

  it.skipIf(findProgram('dpkg-deb') === undefined)('a deb around a real binary is let through', () => {
    makeDeb(program => writeFileSync(join(program, 'jarvis'), elf));
    expect(checkPublishable(folder)).toEqual(['jarvis_1_all.deb']);
  });

  it('an AppImage that begins with the runtime for trials is refused', () => {
    writeFileSync(join(folder, 'Jarvis-1.AppImage'), '#!/bin/sh\n# A runtime for trials on one machine.\n');
    expect(() => checkPublishable(folder)).toThrow(refused('stand-in-not-published'));
  });

  it('an AppImage whose file system cannot be read is refused', () => {
    writeFileSync(join(folder, 'Jarvis-1.AppImage'), elf);
    expect(() => checkPublishable(folder)).toThrow(refused('artifact-not-seen'));
  });

  it('an installer without the folder that it was made of is refused', () => {
    writeFileSync(join(folder, 'Jarvis-1-win-x64.exe'), 'MZ');
    expect(() => checkPublishable(folder)).toThrow(refused('artifact-not-seen'));
  });

  it('an installer made of a folder with the stand-in is refused, whether by its mark or by its binary', () => {
    writeFileSync(join(folder, 'Jarvis-1-win-x64.exe'), 'MZ');
    const made = join(folder, 'win-unpacked');
    mkdirSync(join(made, 'resources'), { recursive: true });
    writeFileSync(join(made, 'resources/app.asar'), 'x');
    writeFileSync(join(made, 'Jarvis.exe'), 'MZ');
    expect(checkPublishable(folder)).toHaveLength(1);
    writeFileSync(join(made, standInMark), 'x');
    expect(() => checkPublishable(folder)).toThrow(refused('stand-in-not-published'));
    rmSync(join(made, standInMark));
    writeFileSync(join(made, 'Jarvis.exe'), '#!/bin/sh\n');
    expect(() => checkPublishable(folder)).toThrow(refused('stand-in-not-published'));
  });

  it('an installer that was seen where it was made is let through elsewhere, until a byte of it changes', () => {
    writeFileSync(join(folder, 'Jarvis-1-mac-arm64.dmg'), 'seen');
    writeSeen(folder, ['Jarvis-1-mac-arm64.dmg'], 'darwin-arm64');
    expect(checkPublishable(folder)).toHaveLength(1);
    writeFileSync(join(folder, 'Jarvis-1-mac-arm64.dmg'), 'other');
    expect(() => checkPublishable(folder)).toThrow(refused('artifact-not-seen'));
  });

  it('`npm run package -- --publish` says why, by its code, and fails', () => {
    writeFileSync(join(folder, 'Jarvis-1.AppImage'), '#!/bin/sh\n# A runtime for trials on one machine.\n');
    const make = join(repository, 'scripts/package/make.mjs');
    const { status, stderr } = spawnSync(process.execPath, [make, '--publish', folder], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
    });
    expect(stderr).toMatch(/^stand-in-not-published: Jarvis-1\.AppImage .* NOT Electron/);
    expect(status).toBe(1);
  });
});
