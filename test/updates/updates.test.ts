/** Updates against a server on this machine: what is offered, what is refused and why, and what is left on the disk. */
import { sign } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../../src-main/adapters/files/make-folder.ts';
import { createAppImageInstaller } from '../../src-main/adapters/updates/appimage-installer.ts';
import { canonicalJson } from '../../src-main/adapters/updates/canonical-json.ts';
import { manifestName, writeManifest } from '../../src-main/adapters/updates/manifest-format.ts';
import { openUpdateRecord } from '../../src-main/adapters/updates/update-record-file.ts';
import { JarvisError } from '../../src-main/domain/errors.ts';
import { type Transfer, transferChannel } from '../../src-main/domain/outbound.ts';
import { defaultUpdateSettings, type UpdateSettings } from '../../src-main/domain/update.ts';
import { isDrawn, type Surroundings } from '../../src-main/domain/update-decision.ts';
import { systemClock } from '../../src-main/host/system-clock.ts';
import { Updates, type UpdatesOptions } from '../../src-main/host/updates.ts';
import { orderedBy } from '../../src-main/ports/orderer.ts';
import { ManualClock } from '../fixtures/manual-clock.ts';
import {
  fileOf,
  issuedMs,
  manifestOf,
  newKey,
  openReleaseFolder,
  publicPart,
  type ReleaseFolder,
  signedText,
} from './release-folder.ts';

const alone: Surroundings = {
  ...{ isTalking: false, isMicrophoneOpen: false, isMetered: false, isOnPower: true },
  ...{ idleMs: 3_600_000, hour: 3 },
};
const newProgram = (version: string): string => `#!/bin/sh\necho "jarvis ${version}"\n`;
const oldProgram = newProgram('1.0.0');
const dayMs = 86_400_000;

let folder: string;
let release: ReleaseFolder;
const program = (): string => join(folder, 'bin', 'Jarvis.AppImage');
const results: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-updates-'));
  release = await openReleaseFolder(Buffer.from(`${newProgram('2.0.0')}# ${'x'.repeat(400_000)}\n`));
  makeFolder(join(folder, 'bin'));
  writeFileSync(program(), oldProgram, { mode: 0o755 });
});

afterEach(async () => {
  await release.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Wish extends Partial<Pick<UpdatesOptions, 'clock' | 'version'>> {
  readonly settings?: Partial<UpdateSettings>;
  readonly around?: Partial<Surroundings>;
  /** Answered before what goes on is told. */
  readonly asked?: () => Promise<void>;
  readonly freeBytes?: () => Promise<number>;
  readonly keys?: UpdatesOptions['trust']['keys'];
}

/** Each call is a start of the program on the same folder. */
function start(wish: Wish = {}): Updates {
  const clock = wish.clock ?? new ManualClock();
  const root = join(folder, 'data');
  return new Updates({
    folder: { root, updates: join(root, 'updates') },
    record: openUpdateRecord(join(root, 'updates', 'state.json')),
    clock,
    source: {
      ...{ address: release.server.url, clock, env: {}, backoffMs: 0, stallMs: 20 * dayMs },
      ...(wish.freeBytes && { freeBytes: wish.freeBytes }),
    },
    trust: { keys: wish.keys ?? [publicPart(release.key)], revoked: [] },
    version: wish.version ?? '1.0.0',
    ...{ platform: 'linux', arch: 'x64', systemRelease: '6.1.0-18-amd64' },
    installer: createAppImageInstaller(program()),
    settings: () => ({ ...defaultUpdateSettings, mode: 'automatic', ...wish.settings }),
    surroundings: async () => {
      await wish.asked?.();
      return { ...alone, ...wish.around };
    },
    changed: () => undefined,
    installed: () => undefined,
    onError: error => {
      throw error;
    },
  });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof JarvisError ? error.code : String(error);
  }
}

/** One line of the table that is printed at the end. */
function row(what: string, outcome: string, expected: string): void {
  results.push(`  ${what.padEnd(46)} ${outcome}`);
  expect(outcome, what).toBe(expected);
}

const isOld = (): boolean => readFileSync(program(), 'utf8') === oldProgram;

describe('a version on the server', () => {
  it('that is newer is offered with its notes, brought, and put in the place of the old one', async () => {
    release.announce();
    const updates = start();
    const { step, offer } = await updates.check();
    expect(offer).toMatchObject({ version: '2.0.0', notes: { fr: 'Plus rapide.', en: 'Faster.' } });
    row('newer', step, 'available');
    expect((await updates.download()).step).toBe('ready');
    expect(isOld()).toBe(true);
    expect(await updates.install('quit', false)).toBe(true);
    expect(readFileSync(program())).toEqual(release.content);
    expect(readFileSync(join(folder, 'bin', '.Jarvis.AppImage.previous'), 'utf8')).toBe(oldProgram);
    row('newer, installed', updates.picture().step, 'installed');
    // The new one comes to be ready.
    const next = start({ version: '2.0.0' });
    next.confirm();
    row('newer, first start ready', next.picture().step, 'confirmed');
    expect(readdirSync(join(folder, 'bin'))).toEqual(['Jarvis.AppImage']);
  });

  it.each([
    ['same', { version: '1.0.0' }, 'same'],
    ['older', { version: '0.9.9', sequence: 11 }, 'older'],
    ['staged at 0 %', { stagedPercent: 0 }, 'staged'],
    ['for a newer system', { minimumSystem: '7.0' }, 'system-too-old'],
    ['that needs a step between', { minimumVersion: '1.5.0' }, 'too-old-to-step'],
  ] as const)('%s is not offered', async (what, part, why) => {
    release.announce(part);
    const { step, nothing } = await start().check();
    row(what, `${step}, ${nothing}`, `idle, ${why}`);
  });

  it('at 50 % is offered to about half of the installations, to each the same way every time', async () => {
    const of = (version: string, lot: number) =>
      isDrawn(lot, manifestOf(fileOf(release.content), { version, stagedPercent: 50 }));
    const lots = Array.from({ length: 1000 }, (_, index) => index / 1000);
    const drawn = lots.filter(lot => of('2.0.0', lot));
    expect(drawn).toHaveLength(500);
    expect(lots.filter(lot => of('2.0.0', lot))).toEqual(drawn);
    // Others come first the next time.
    expect(lots.filter(lot => of('2.0.1', lot))).not.toEqual(drawn);
    row('staged at 50 %', `${drawn.length} of 1000`, '500 of 1000');
  });

  it('that the person skips is not shown again by itself, only when they ask', async () => {
    release.announce();
    const updates = start();
    await updates.check();
    await updates.skip('2.0.0');
    row('skipped, by itself', String((await updates.check(false)).nothing), 'skipped');
    expect((await updates.check(true)).step).toBe('available');
  });
});

describe('a manifest is refused', () => {
  /** What was offered before stays away, and nothing of the package was asked for. */
  async function refused(what: string, code: string, wish: Wish = {}): Promise<void> {
    const updates = start(wish);
    row(what, await codeOf(updates.check()), code);
    expect(updates.picture().step).toBe('idle');
    expect(release.server.requests.filter(({ path }) => path.endsWith('.AppImage'))).toEqual([]);
    expect(isOld()).toBe(true);
  }

  it('with a signature of someone else under our name', async () => {
    release.announce({}, { ...newKey('test-2026') });
    await refused('wrong signature', 'update.bad-signature');
  });
  it('that was changed after it was signed', async () => {
    const text = signedText(manifestOf(fileOf(release.content)), release.key);
    release.serveText(text.replace('"2.0.0"', '"2.0.1"'));
    await refused('changed after signing', 'update.bad-signature');
  });
  it('of a key that is not known', async () => {
    release.announce({}, newKey('stranger'));
    await refused('unknown key', 'update.unknown-key');
  });
  it('that has expired', async () => {
    release.announce({ issuedMs: issuedMs - 100 * dayMs, expiresMs: issuedMs - dayMs });
    await refused('expired', 'update.expired');
  });
  it('that is of the future', async () => {
    release.announce({ issuedMs: issuedMs + 30 * dayMs });
    await refused('of the future', 'update.from-the-future');
  });
  it.each([
    ['another channel', { channel: 'beta' }],
    ['another system', { platform: 'win32' }],
    ['another processor', { arch: 'arm64' }],
  ] as const)('for %s', async (what, part) => {
    release.announce(part);
    await refused(what, 'update.other-target');
  });
  it('that makes no sense', async () => {
    release.serveText('{"manifest": {}');
    await refused('malformed', 'update.malformed');
  });
  it.each([
    ['holds a fraction', '{"sequence": 1.5}'],
    ['is nested without an end', `{"notes": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('that %s', async (what, manifest) => {
    const signature = Buffer.alloc(64).toString('base64');
    const signatures = JSON.stringify([{ key: release.key.id, signature }]);
    release.serveText(`{"manifest": ${manifest}, "signatures": ${signatures}}`);
    await refused(what, 'update.malformed');
  });
  it('that signs a name leading out of the folder', async () => {
    const evil = { ...manifestOf(fileOf(release.content)) };
    const written = writeManifest(evil) as { files: readonly object[] };
    const manifest = { ...written, files: [{ ...written.files[0], name: '../../etc/evil' }] };
    const bytes = Buffer.from(`jarvis update manifest 1\n${canonicalJson(manifest as never)}`);
    const signature = sign(null, bytes, release.key.privateKey).toString('base64');
    release.serveText(JSON.stringify({ manifest, signatures: [{ key: release.key.id, signature }] }));
    await refused('name with a path', 'update.malformed');
  });
  it('that is absent', async () => {
    await refused('no manifest there', 'update.unreachable');
  });
  it('that is longer than any of ours', async () => {
    release.serveText(' '.repeat(300_000));
    await refused('far too long', 'update.malformed');
  });
  it('where there is no key to believe', async () => {
    release.announce();
    await refused('no key in the program', 'update.not-configured', { keys: [] });
  });
});

describe('what was seen before', () => {
  it('is not believed again once a later one came: a replay', async () => {
    release.announce({ sequence: 12, version: '2.0.1' });
    await start().check();
    release.announce({ sequence: 11 });
    const updates = start();
    row('replayed manifest, after a restart', await codeOf(updates.check()), 'update.replayed');
    expect(updates.picture().offer?.version).toBe('2.0.1');
  });

  it('keeps its age when the clock is set back', async () => {
    const late = new ManualClock();
    await late.advance(80 * dayMs);
    release.announce({ sequence: 12, issuedMs: issuedMs + 80 * dayMs, expiresMs: issuedMs + 170 * dayMs });
    await start({ clock: late }).check();
    // Expired by what was seen, though the clock says that it is young.
    release.announce({ sequence: 13, expiresMs: issuedMs + 70 * dayMs });
    row('clock set back', await codeOf(start().check()), 'update.expired');
  });

  it('may bring a new key, and take an old one away', async () => {
    const next = newKey('next-2027');
    release.announce({ sequence: 20, keys: [publicPart(next)] });
    await start().check();
    release.announce({ sequence: 21, revoked: [release.key.id] }, next);
    row('new key brought by the old one', await codeOf(start().check()), 'done');
    release.announce({ sequence: 22 });
    row('old key after it was withdrawn', await codeOf(start().check()), 'update.revoked-key');
    release.announce({ sequence: 22 }, next);
    expect(await codeOf(start().check())).toBe('done');
  });

  it('a stranger cannot bring a key, and nobody can take the last one away', async () => {
    const stranger = newKey('stranger');
    release.announce({ keys: [publicPart(stranger)] }, stranger);
    expect(await codeOf(start().check())).toBe('update.unknown-key');
    release.announce({ revoked: [release.key.id] });
    row('withdraws the last key', await codeOf(start().check()), 'update.malformed');
  });
});

describe('the package', () => {
  async function offered(wish: Wish = {}): Promise<Updates> {
    release.announce();
    const updates = start(wish);
    await updates.check();
    return updates;
  }

  it('that was swapped on the server is not kept', async () => {
    const updates = await offered();
    release.servePackage(Buffer.alloc(release.content.length, 1));
    row('swapped file', await codeOf(updates.download()), 'update.file-differs');
    expect(updates.picture().step).toBe('available');
    const kept = readdirSync(join(folder, 'data', 'updates', 'files'));
    expect(kept.filter(name => !name.endsWith('.json'))).toEqual([]);
  });

  it('that is cut short on the server is not taken for whole', async () => {
    const updates = await offered();
    release.servePackage(release.content.subarray(0, 100_000));
    row('truncated file', await codeOf(updates.download()), 'update.file-differs');
  });

  it('that is cut in the middle goes on where it was', async () => {
    const updates = await offered({ clock: { ...systemClock, nowMs: () => issuedMs } });
    release.servePackage(release.content, { cutAfterBytes: 100_000, cuts: 3 });
    row('cut in the middle, resumed', await codeOf(updates.download()), 'done');
    const ranges = release.server.requests.flatMap(({ range }) => range ?? []);
    expect(ranges[0]).toBe('bytes=100000-');
    expect(updates.picture().step).toBe('ready');
    expect(await updates.install('quit', false)).toBe(true);
    expect(readFileSync(program())).toEqual(release.content);
  });

  it('is not begun where there is no room', async () => {
    const updates = await offered({ freeBytes: async () => 1000 });
    row('no room for it', await codeOf(updates.download()), 'update.no-space');
    expect(updates.picture().step).toBe('available');
  });

  it('that was changed on our own disk is not installed', async () => {
    const updates = await offered();
    await updates.download();
    const path = join(folder, 'data', 'updates', 'files', fileOf(release.content).name);
    writeFileSync(path, Buffer.alloc(release.content.length, 2));
    row('changed on this disk', await codeOf(updates.install('asked', false)), 'update.file-differs');
    expect(isOld()).toBe(true);
    expect(updates.picture().step).toBe('available');
    expect(await codeOf(updates.download())).toBe('done');
  });

  it('is written where it belongs, also where somebody laid a link to another file', async () => {
    const updates = await offered();
    await updates.download();
    const other = join(folder, 'other');
    writeFileSync(other, 'of somebody');
    symlinkSync(other, join(folder, 'bin', '.Jarvis.AppImage.new'));
    row('a link where it is put together', String(await updates.install('asked', false)), 'true');
    expect(readFileSync(other, 'utf8')).toBe('of somebody');
    expect(lstatSync(program()).isFile()).toBe(true);
    expect(readFileSync(program())).toEqual(release.content);
  });

  it('that does not start here leaves the old program, and is not offered again by itself', async () => {
    const broken = Buffer.from('#!/bin/sh\nexit 1\n');
    await release.close();
    release = await openReleaseFolder(broken);
    const updates = await offered();
    await updates.download();
    row('does not start here', await codeOf(updates.install('asked', false)), 'update.does-not-start');
    expect(isOld()).toBe(true);
    expect((await updates.check(false)).nothing).toBe('skipped');
  });

  it('is not installed into a folder that nobody may write to', async () => {
    const updates = await offered();
    await updates.download();
    chmodSync(join(folder, 'bin'), 0o500);
    try {
      const code = await codeOf(updates.install('asked', false));
      // Root may write anywhere.
      if (process.getuid?.() === 0) console.warn('As root every folder can be written to: not shown here.');
      else row('folder of the program not writable', code, 'store.read-only');
    } finally {
      chmodSync(join(folder, 'bin'), 0o700);
    }
  });
});

describe('what was chosen otherwise meanwhile', () => {
  const packagesAsked = () => release.server.requests.filter(({ path }) => path.endsWith('.AppImage'));

  it('a package of the channel that was left is not brought to its end, nor offered', async () => {
    const settings = { channel: 'stable' as 'stable' | 'beta' };
    const updates = start({ settings });
    release.announce();
    await updates.check();
    release.servePackage(release.content, { bytesPerSecond: 200_000 });
    const bringing = codeOf(updates.download());
    await expect.poll(() => updates.picture().doneBytes, { timeout: 20_000 }).toBeGreaterThan(0);
    settings.channel = 'beta';
    updates.withdraw();
    expect(await bringing).not.toBe('done');
    await expect.poll(() => updates.picture().step, { timeout: 20_000 }).toBe('idle');
    row('other channel while it is brought', updates.picture().step, 'idle');
    await updates.close();
  });

  it('an answer of the channel that was left is not taken for one of the other', async () => {
    const settings = { channel: 'stable' as 'stable' | 'beta' };
    const text = Buffer.from(signedText(manifestOf(fileOf(release.content)), release.key));
    release.server.serve(`/${manifestName('stable', 'linux', 'x64')}`, text, { bytesPerSecond: 2000 });
    const updates = start({ settings });
    const looking = codeOf(updates.check());
    await expect.poll(() => release.server.requests.length, { timeout: 20_000 }).toBe(1);
    settings.channel = 'beta';
    // Of that one there is none.
    expect(await looking).toBe('update.unreachable');
    expect(updates.picture().step).toBe('idle');
  });

  it('the program that ends begins nothing more, whatever it was asking then', async () => {
    const clock = new ManualClock();
    const { promise, resolve } = Promise.withResolvers<void>();
    const isAsked = Promise.withResolvers<void>();
    release.announce();
    const updates = start({
      clock,
      asked: () => {
        isAsked.resolve();
        return promise;
      },
    });
    updates.start();
    await clock.advance(3 * 60_000);
    await isAsked.promise;
    await updates.close();
    resolve();
    await new Promise(done => setImmediate(done));
    expect(updates.picture().step).toBe('available');
    expect(packagesAsked()).toEqual([]);
  });
});

describe('the moment', () => {
  async function ready(wish: Wish): Promise<Updates> {
    release.announce();
    const updates = start(wish);
    await updates.check();
    await updates.download();
    return updates;
  }

  it.each([
    ['in a conversation, asked', { isTalking: true }, 'asked'],
    ['in a conversation, on quitting', { isTalking: true }, 'quit'],
    ['at night, microphone open', { isMicrophoneOpen: true }, 'night'],
    ['at night, somebody is there', { idleMs: 60_000 }, 'night'],
    ['at night, on battery', { isOnPower: false }, 'night'],
    ['by day', { hour: 14 }, 'night'],
  ] as const)('%s: nothing is installed', async (what, around, moment) => {
    const updates = await ready({ around });
    const outcome = await updates.install(moment, false).then(String, error => error.code);
    row(what, outcome, moment === 'asked' ? 'update.busy' : 'false');
    expect(isOld()).toBe(true);
  });

  it('switched off: not a byte leaves by itself, and what the person orders goes', async () => {
    const clock = new ManualClock();
    release.announce();
    const updates = start({ clock, settings: { mode: 'off' } });
    updates.start();
    await clock.advance(3 * dayMs);
    row('switched off, three days', `${release.server.requests.length} requests`, '0 requests');
    expect((await updates.check()).step).toBe('available');
    await updates.close();
  });

  it('a network that is paid for by the byte: looked for, not downloaded', async () => {
    const clock = new ManualClock();
    release.announce();
    const updates = start({ clock, around: { isMetered: true } });
    updates.start();
    await clock.advance(3 * 60_000);
    await expect.poll(() => updates.picture().step, { timeout: 20_000 }).toBe('available');
    await clock.advance(dayMs);
    row('metered network', updates.picture().step, 'available');
    await updates.close();
    expect(release.server.requests.filter(({ path }) => path.endsWith('.AppImage'))).toEqual([]);
  });

  it('by itself, at night: looked for, brought, installed, one after the other', async () => {
    const clock = new ManualClock();
    release.announce();
    const updates = start({ clock });
    updates.start();
    await clock.advance(3 * 60_000);
    await expect.poll(() => updates.picture().step, { timeout: 20_000 }).toBe('installed');
    row('by itself at night', updates.picture().step, 'installed');
    expect(existsSync(program()) && !isOld()).toBe(true);
    await updates.close();
  });
});

it('every byte is in the ledger as looking for an update, by whose order', async () => {
  const told: Transfer[] = [];
  const hear = (message: unknown): void => void told.push(message as Transfer);
  subscribe(transferChannel, hear);
  release.announce();
  const updates = start();
  await orderedBy('you', () => updates.check());
  await orderedBy('you', () => updates.download());
  unsubscribe(transferChannel, hear);
  expect(new Set(told.map(({ purpose, orderedBy: by }) => `${purpose} ${by}`))).toEqual(
    new Set(['update you']),
  );
  const bytesIn = told.reduce((sum, one) => sum + one.bytesIn, 0);
  expect(bytesIn).toBeGreaterThan(release.content.length);
  console.info(`\nUpdates against a server on this machine:\n${results.join('\n')}`);
});
