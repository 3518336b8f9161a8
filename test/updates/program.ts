/** The program of which the test of power cuts makes versions: the real update, the real database, no window. */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Migration } from '../../src-main/adapters/store/migration.ts';
import { migrations } from '../../src-main/adapters/store/migrations.ts';
import { openStore } from '../../src-main/adapters/store/open-store.ts';
import { createAppImageInstaller } from '../../src-main/adapters/updates/appimage-installer.ts';
import { openUpdateRecord } from '../../src-main/adapters/updates/update-record-file.ts';
import { defaultUpdateSettings } from '../../src-main/domain/update.ts';
import { systemClock } from '../../src-main/host/system-clock.ts';
import { beginStart } from '../../src-main/host/update-start.ts';
import { Updates } from '../../src-main/host/updates.ts';
import { countMoments, moment } from './kill-at.ts';
import { profileId } from './power-cut-stage.ts';

/** Each version's schema has one step more than the one before. */
const added =
  (version: string): Migration =>
  database => {
    database.exec(`CREATE TABLE "added_by_${version}" (value INTEGER)`);
    const insert = database.prepare(`INSERT INTO "added_by_${version}" VALUES (?)`);
    for (let value = 0; value < 20; value += 1) {
      insert.run(value);
      moment();
    }
  };

export async function run(version: string): Promise<void> {
  const root = process.env.JARVIS_DATA_DIR ?? '';
  const folder = { root, updates: join(root, 'updates') };
  const record = openUpdateRecord(join(folder.updates, 'state.json'));
  const installer = createAppImageInstaller(process.argv[1] ?? '');
  if (beginStart({ folder, record, installer, version }) === 'start-previous')
    return say(`went back\nmoments ${countMoments()}`);
  const profile = join(root, 'profiles', profileId);
  const store = openStore({
    path: join(profile, 'jarvis.db'),
    key: Buffer.from(process.env.TEST_KEY ?? '', 'hex'),
    backupsDir: join(profile, 'backups'),
    clock: systemClock,
    migrations: version === '1.0.0' ? migrations : [...migrations, added(version)],
  });
  moment();
  // This one never comes to be ready.
  if (version === '3.0.0') process.exit(1);
  const hash = createHash('sha256');
  for await (const { messages } of store.memory.exportConversations('all'))
    for (const { text } of messages) hash.update(`${text}\n`);
  const updates = new Updates({
    ...{ folder, record, installer, version, clock: systemClock },
    source: {
      address: process.env.TEST_ADDRESS ?? '',
      clock: systemClock,
      env: {},
      freeBytes: async () => 1e12,
    },
    trust: { keys: JSON.parse(process.env.TEST_TRUST ?? '[]'), revoked: [] },
    ...{ platform: 'linux', arch: 'x64', systemRelease: '6.1' },
    settings: () => ({ ...defaultUpdateSettings, mode: 'automatic' }),
    surroundings: async () => ({
      ...{ isTalking: false, isMicrophoneOpen: false, isMetered: false, isOnPower: true, idleMs: 0, hour: 3 },
    }),
    changed: () => undefined,
    installed: () => undefined,
    onError: error => say(`failed ${String(error)}`),
  });
  updates.confirm();
  say(`ready ${version} ${hash.digest('hex')}`);
  if (process.argv.includes('--update')) {
    if ((await updates.check()).step === 'available') await updates.download();
    if (await updates.install('quit', false)) say('installed');
  }
  store.close();
  say(`moments ${countMoments()}`);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
