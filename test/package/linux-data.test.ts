/** What a Linux package tells the desktop and the package manager. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProgram } from '../../scripts/debian-packages.mjs';
import { controlText, readFpmArguments } from '../../scripts/package/trial-deb.mjs';
import { repository } from '../jarvis-program.ts';

const linux = join(repository, 'resources/package/linux');
const version = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).version;

/** As electron-builder fills it in. */
const script = (name: string): string =>
  readFileSync(join(linux, name), 'utf8')
    .replaceAll(/\$\{sanitizedProductName\}/g, 'Jarvis')
    .replaceAll(/\$\{executable\}/g, 'jarvis');

describe('the data for software centres', () => {
  const metainfo = join(linux, 'org.jarvis_assistant.Jarvis.metainfo.xml');
  it.skipIf(findProgram('appstreamcli') === undefined)('is accepted by appstreamcli', () => {
    const { status, stdout } = spawnSync('appstreamcli', ['validate', '--no-net', metainfo], {
      encoding: 'utf8',
    });
    expect(stdout).not.toMatch(/^E:|error:/m);
    expect(status).toBe(0);
  });

  it('names this version', () => {
    expect(readFileSync(metainfo, 'utf8')).toContain(`<release version="${version}"`);
  });
});

describe.skipIf(process.platform !== 'linux')('the scripts of the package', () => {
  it("link the program, set the sandbox's rights, and leave nothing but the person's data", () => {
    const root = mkdtempSync(join(tmpdir(), 'jarvis-scripts-'));
    try {
      mkdirSync(join(root, 'opt/Jarvis'), { recursive: true });
      mkdirSync(join(root, 'home/me/.local/share/jarvis'), { recursive: true });
      writeFileSync(join(root, 'opt/Jarvis/chrome-sandbox'), '');
      const env = { ...process.env, DPKG_ROOT: root };
      execFileSync('sh', ['-c', script('after-install.sh'), 'postinst', 'configure'], { env });
      expect(readlinkSync(join(root, 'usr/bin/jarvis'))).toBe('/opt/Jarvis/jarvis');
      execFileSync('sh', ['-c', script('after-remove.sh'), 'postrm', 'upgrade'], { env });
      expect(readlinkSync(join(root, 'usr/bin/jarvis'))).toBe('/opt/Jarvis/jarvis');
      execFileSync('sh', ['-c', script('after-remove.sh'), 'postrm', 'remove'], { env });
      expect(existsSync(join(root, 'usr/bin/jarvis'))).toBe(false);
      expect(existsSync(join(root, 'home/me/.local/share/jarvis'))).toBe(true);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});

describe('a deb for a trial', () => {
  const asked = readFpmArguments([
    ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'xdg-utils', '--deb-recommends', 'a | b'],
    ...['--architecture', 'amd64', '--name', 'jarvis', '--version', '0.1.0', '--maintainer', 'J <j@x>'],
    ...['--description', 'Voice assistant\n It stays\non your computer', '--package', '/out/jarvis.deb'],
    ...['--url', 'https://jarvis.invalid/', '/app/=/opt/Jarvis', 'LICENSE=/usr/share/doc/jarvis/copyright'],
  ]);

  it('says what electron-builder asked for', () => {
    expect(controlText(asked)).toBe(
      [
        'Package: jarvis',
        'Version: 0.1.0',
        'Architecture: amd64',
        'Maintainer: J <j@x>',
        'Depends: libnss3, xdg-utils',
        'Recommends: a | b',
        'Section: default',
        'Priority: optional',
        'Homepage: https://jarvis.invalid/',
        'Description: Voice assistant',
        ' It stays',
        ' on your computer',
        '',
      ].join('\n'),
    );
    expect(asked.files).toEqual([
      ['/app/', '/opt/Jarvis'],
      ['LICENSE', '/usr/share/doc/jarvis/copyright'],
    ]);
  });
});
