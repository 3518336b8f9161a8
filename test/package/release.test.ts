/** Each step of a release, run here as the workflow runs it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNotes } from '../../scripts/release/notes.mjs';
import { repository } from '../jarvis-program.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-release-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
const release = (...args: string[]) =>
  spawnSync(process.execPath, [join(repository, 'scripts/release.mjs'), ...args], {
    encoding: 'utf8',
    cwd: repository,
    env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
  });

describe('a release', () => {
  it('begins where the tag says what package.json says', () => {
    expect(release('check-tag', `v${version}`)).toMatchObject({
      status: 0,
      stdout: `version=${version}\nchannel=stable\n`,
    });
    expect(release('check-tag', 'v0.0.0')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^tag-differs:/),
    });
  });

  it('has notes in both languages, for the update and for its page', () => {
    expect(release('notes', version, folder).status).toBe(0);
    const notes = JSON.parse(readFileSync(join(folder, 'release-notes.json'), 'utf8'));
    expect(notes).toEqual({ fr: expect.stringContaining('- '), en: expect.stringContaining('- ') });
    expect(readFileSync(join(folder, 'RELEASE-NOTES.md'), 'utf8')).toMatch(/^## Français[\s\S]*## English/);
  });

  it('stops where the notes are missing, or in one language only', () => {
    const notes = join(folder, 'resources/release-notes');
    mkdirSync(notes, { recursive: true });
    expect(() => readNotes(folder, '9.9.9')).toThrow(expect.objectContaining({ code: 'notes-missing' }));
    writeFileSync(join(notes, '9.9.9.md'), '## English\n\n- New\n');
    expect(() => readNotes(folder, '9.9.9')).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/fr$/) }),
    );
  });

  it('has checksums that sha256sum accepts, and that a changed byte breaks', () => {
    writeFileSync(join(folder, 'jarvis_1_amd64.deb'), 'one');
    writeFileSync(join(folder, 'Jarvis 1.AppImage'), 'two');
    expect(release('checksums', folder).status).toBe(0);
    const check = () => spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder }).status;
    expect(check()).toBe(0);
    writeFileSync(join(folder, 'Jarvis 1.AppImage'), 'twO');
    expect(check()).not.toBe(0);
  });

  it('has a bill of materials of what is in the program, and not of what makes it', () => {
    expect(release('sbom', folder).stderr).toBe('');
    const bill = JSON.parse(readFileSync(join(folder, 'jarvis.cdx.json'), 'utf8'));
    const names = bill.components.map((one: { name: string; group?: string }) =>
      one.group === undefined ? one.name : `${one.group}/${one.name}`,
    );
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { name: 'jarvis', version } },
    });
    expect(names).toEqual(expect.arrayContaining(['onnxruntime-node', 'react', 'zod']));
    expect(names).not.toContain('vitest');
    for (const part of bill.components) expect(part.purl).toMatch(/^pkg:npm\//);
  }, 60_000);

  it('gathers what the systems made, and mixes up no list of two processors', () => {
    for (const [part, name] of [
      ['win-x64', 'latest.yml'],
      ['win-arm64', 'latest.yml'],
      ['linux-arm64', 'latest-linux-arm64.yml'],
      ['linux-x64', 'jarvis_1_amd64.deb'],
    ] as const) {
      mkdirSync(join(folder, 'parts', part), { recursive: true });
      writeFileSync(join(folder, 'parts', part, name), part);
    }
    expect(release('gather', join(folder, 'parts'), join(folder, 'all')).status).toBe(0);
    expect(readdirSync(join(folder, 'all')).sort()).toEqual([
      'jarvis_1_amd64.deb',
      'latest-arm64.yml',
      'latest-linux-arm64.yml',
      'latest.yml',
    ]);
    expect(readFileSync(join(folder, 'all/latest.yml'), 'utf8')).toBe('win-x64');
    expect(release('gather', join(folder, 'parts'), join(folder, 'all'))).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^artifact-twice:/),
    });
  });

  it('knows its steps', () => {
    expect(release('chekcsums', folder).status).toBe(2);
    expect(release('checksums').status).toBe(2);
  });
});
