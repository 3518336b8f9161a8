/** What macOS must be told, or the microphone gives silence and says nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../jarvis-program.ts';

const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
const rights = (name: string): string[] =>
  [...read(`resources/package/mac/${name}`).matchAll(/<key>([\w.-]+)<\/key>\s*<true\/>/g)].map(
    ([, key]) => key ?? '',
  );

describe('on macOS', () => {
  it.each(['entitlements.plist', 'entitlements-inherit.plist'])(
    '%s gives the microphone and little else',
    name => {
      expect(rights(name)).toEqual([
        'com.apple.security.cs.allow-jit',
        'com.apple.security.device.audio-input',
      ]);
    },
  );

  it('the person is told why the microphone is asked for, in both languages', () => {
    expect(read('resources/package/mac/fr.lproj/InfoPlist.strings')).toMatch(
      /^"NSMicrophoneUsageDescription" = ".*micro.*";$/m,
    );
    expect(read('resources/package/mac/en.lproj/InfoPlist.strings')).toMatch(
      /^"NSMicrophoneUsageDescription" = ".*microphone.*";$/m,
    );
    expect(read('electron-builder.yml')).toMatch(/NSMicrophoneUsageDescription: .*microphone/);
  });
});
