/** What is inside a package: all that the program needs, on this system, and nothing else. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from '../../scripts/debian-packages.mjs';
import { packageContents } from '../../scripts/package/contents.mjs';
import { isNeeded, isShipped } from '../../scripts/package/file-rules.mjs';
import { checkNotices, licenceTexts, shippedParts } from '../../scripts/package/licences.mjs';
import { fits, thisPlatform } from '../../scripts/package/platform.mjs';
import { checkSize, limitMb, sizesByPart } from '../../scripts/package/sizes.mjs';
import { programFacts, stageFiles } from '../../scripts/package/stage.mjs';
import { repository } from '../jarvis-program.ts';

const platform = thisPlatform();
if (findProgram('strip') === undefined)
  console.warn('SKIPPED: "strip" (binutils) is missing; the weight of a package is not checked');
let paths: string[];
let contents: ReturnType<typeof packageContents>;
beforeAll(() => {
  contents = packageContents(repository, platform);
  paths = contents.files.map(({ to }) => to);
}, 120_000);

describe('a package', () => {
  it('holds the program, its window, its engines and its models', () => {
    for (const path of [
      'dist/main/electron.cjs',
      'dist/main/read-export-worker.cjs',
      'dist/preload/preload.cjs',
      'dist/native/speech-process.js',
      'dist/native/language-process.js',
      'dist/renderer/index.html',
      'models/vad/silero_vad.onnx',
      'models/embedding/jarvis-static-fr-en/table.bin',
      'resources/tray/idle-on-dark.png',
    ])
      expect(paths).toContain(path);
  });

  it('holds one binary of each engine, for this system and processor', () => {
    const binaries = paths.filter(path => path.endsWith('.node'));
    for (const part of [
      'better-sqlite3-multiple-ciphers',
      'onnxruntime-node',
      'sherpa-onnx',
      '@node-llama-cpp',
      'keyring',
    ])
      expect(
        binaries.filter(path => path.includes(part)),
        part,
      ).toHaveLength(1);
    const others = /(?:darwin|win32|linuxmusl|arm64|armv7l|x64|ia32)/g;
    for (const path of binaries)
      for (const [name] of path.matchAll(others)) expect([platform.os, platform.arch]).toContain(name);
  });

  it.each([
    ['source map', /\.map$/],
    ['types or sources of TypeScript', /\.[cm]?tsx?$/],
    ['test', /(?:\.test\.|\/__tests__\/|node_modules\/[^@][^/]*\/tests?\/)/],
    ['what only one kind of graphics card can use', /cuda|vulkan/],
    ['pictures of the window', /screenshots/],
    [
      'what the window has in its bundle',
      /node_modules\/(?:react|react-dom|three|mermaid|katex|shiki|radix-ui|zustand)\//,
    ],
    [
      'what makes the program',
      /node_modules\/(?:electron|electron-builder|vite|vitest|typescript|playwright-core)\//,
    ],
    ['sources of engines', /\.(?:c|cc|cpp|h|hpp|gyp)$/],
    ['the web host or the command line', /dist\/main\/(?:web|cli)\.cjs$/],
  ])('holds no %s', (_what, pattern) => {
    expect(paths.filter(path => pattern.test(path))).toEqual([]);
  });

  it.skipIf(platform.os !== 'linux' || findProgram('strip') === undefined)(
    `weighs at most ${limitMb} MB beyond Electron and the models, and leaves what it was made of as it was`,
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'jarvis-stage-'));
      try {
        const facts = programFacts(repository, { homepage: 'https://jarvis.invalid/' });
        const staged = stageFiles(contents.files, join(folder, 'app'), facts, platform.os);
        const parts = sizesByPart(staged);
        expect(checkSize(parts)).toBeGreaterThan(10_000_000);
        expect(() => checkSize([...parts, { part: 'dist/more', bytes: 100_000_000, files: 1 }])).toThrow(
          expect.objectContaining({ code: 'package-too-large' }),
        );
        expect(JSON.parse(readFileSync(join(folder, 'app/package.json'), 'utf8'))).toMatchObject({
          main: 'dist/main/electron.cjs',
          desktopName: 'jarvis.desktop',
        });
        for (const { from, bytes } of contents.files) expect(statSync(from).size).toBe(bytes);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );

  it('names every part in the notices, and says so where one is missing', () => {
    const notices = readFileSync(join(repository, 'THIRD-PARTY-NOTICES.md'), 'utf8');
    expect(() => checkNotices(contents.packages, notices)).not.toThrow();
    expect(() => checkNotices([{ name: 'unheard-of', version: '1.0.0' }], notices)).toThrow(
      expect.objectContaining({ code: 'unlisted-package' }),
    );
  });

  it('brings the licence text of every part, also of those inside the window', () => {
    const parts = shippedParts(repository);
    const text = licenceTexts(parts);
    for (const name of ['react', 'three', 'onnxruntime-node', 'codec-parser']) {
      const part = parts.find(one => one.name === name);
      expect(text).toContain(`${name} ${part?.version}`);
    }
    expect(text).toContain('Permission is hereby granted, free of charge');
    expect(text).toContain('GNU LESSER GENERAL PUBLIC LICENSE');
  });
});

describe('the rules for files', () => {
  it.each([
    ['x', 'LICENSE.md', true],
    ['x', 'README.md', false],
    ['x', 'lib/index.js', true],
    ['x', 'lib/index.d.ts', false],
    ['x', 'test/index.js', false],
    // A folder of this name inside the code is code.
    ['x', 'dist/doc/Document.js', true],
    ['onnxruntime-node', 'bin/napi-v6/linux/arm64/onnxruntime_binding.node', false],
    ['onnxruntime-node', 'bin/napi-v6/linux/x64/onnxruntime_binding.node', true],
    ['node-llama-cpp', 'llama/gitRelease.bundle', false],
    ['@node-llama-cpp/win-x64', 'bins/win-x64/llama-addon.lib', false],
    ['@node-llama-cpp/win-x64', 'bins/win-x64/ggml-cpu-haswell.dll', true],
    ['@node-llama-cpp/win-x64', 'bins/win-x64/ggml-cpu-cannonlake.dll', false],
    ['sherpa-onnx-linux-x64', 'libsherpa-onnx-c-api.so', true],
    ['sherpa-onnx-linux-x64', 'libsherpa-onnx-cxx-api.so', false],
  ])('%s %s: %s', (name, path, isIn) =>
    expect(isNeeded(name, path, { os: 'linux', arch: 'x64' })).toBe(isIn),
  );

  it.each([
    ['@node-llama-cpp/linux-x64', true],
    // It can be installed on a computer of another kind, to compile for this one.
    ['@node-llama-cpp/linux-arm64', false],
    ['@node-llama-cpp/linux-x64-cuda', false],
    ['@node-llama-cpp/linux-x64-vulkan', false],
    ['pino', true],
  ])('%s goes along with a package for Linux x64: %s', (name, isIn) =>
    expect(isShipped(name, { os: 'linux', arch: 'x64' })).toBe(isIn),
  );

  it.each([
    [{}, true],
    [{ os: ['linux'], cpu: ['x64'] }, true],
    [{ os: ['darwin'] }, false],
    [{ os: ['!win32'] }, true],
    [{ os: ['!linux'] }, false],
    [{ os: ['linux'], cpu: ['x64'], libc: ['musl'] }, false],
  ])('a package for %j', (facts, isFitting) =>
    expect(fits(facts as Parameters<typeof fits>[0], { os: 'linux', arch: 'x64' })).toBe(isFitting),
  );
});
