/** Versions and releases are ordered as people expect them to be. */
import { describe, expect, it } from 'vitest';
import { compareReleases, compareVersions, isVersion } from './update-version.ts';

describe('versions', () => {
  it('come in the order that Semantic Versioning gives as its example', () => {
    const ordered = ['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2'];
    const all = [...ordered, '1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '1.2.0', '1.10.0', '2.0.0'];
    for (const [at, version] of all.entries()) {
      for (const later of all.slice(at + 1)) {
        expect(compareVersions(version, later), `${version} ${later}`).toBeLessThan(0);
        expect(compareVersions(later, version), `${later} ${version}`).toBeGreaterThan(0);
      }
      expect(compareVersions(version, version)).toBe(0);
    }
  });
  it('say nothing of how they were built', () => expect(compareVersions('1.0.0+a', '1.0.0+b')).toBe(0));
  it('that are none are refused', () => {
    for (const text of ['1.0', 'v1.0.0', '1.0.0.0', '', '1.0.0-']) expect(isVersion(text), text).toBe(false);
    expect(() => compareVersions('1.0', '1.0.0')).toThrow(RangeError);
  });
});

it('releases of systems are compared by their leading numbers', () => {
  expect(compareReleases('6.1.0-18-amd64', '6.1')).toBe(0);
  expect(compareReleases('10.0.22631', '10.0.19041')).toBeGreaterThan(0);
  expect(compareReleases('22.6.0', '23')).toBeLessThan(0);
});
