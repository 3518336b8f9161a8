/** The profile in use and the way to another one: each has its own store, key, turns and timers. */
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { loadOrCreateKey } from '../adapters/secret/open-secret-store.ts';
import type { MachineSettingsFile } from '../adapters/settings/machine-settings-file.ts';
import type { ProfileDirectory } from '../adapters/settings/profile-directory.ts';
import type { ProfileAdministration, Publish } from '../api/services.ts';
import type { ModelCandidate } from '../conversation/answer-turn.ts';
import { OneByOne } from '../conversation/one-by-one.ts';
import { JarvisError } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import type { Language } from '../domain/language.ts';
import type { Profile } from '../domain/settings.ts';
import type { Log } from '../observability/log.ts';
import type { Observer } from '../observability/observer.ts';
import type { Clock } from '../ports/clock.ts';
import type { SecretStore } from '../ports/secret-store.ts';
import { openProfileSession, type ProfileSession } from './profile-session.ts';

export interface ProfilesOptions {
  readonly directory: ProfileDirectory;
  readonly settings: MachineSettingsFile;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  readonly publish: Publish;
  readonly observer: Observer;
  readonly log: Log;
  readonly candidates: () => readonly ModelCandidate[];
  readonly firstLook: () => Promise<void>;
  /** The language of a first profile. */
  readonly language: Language;
  /** Another profile is in use: what is left of the one before must go. */
  readonly switched: () => void;
  /** Private mode is over: what was told of it must go. */
  readonly forgetEvents: () => void;
  /** Where models of the catalogue that make meanings lie. */
  readonly embeddingModels?: string;
  /** It crashed again and again: no engine of our own. */
  readonly isSafe?: boolean;
}

export interface Profiles extends ProfileAdministration {
  current(): ProfileSession;
  close(): Promise<void>;
}

/** Opens the profile used last, or a first one named after the machine's user. */
export async function openProfiles(options: ProfilesOptions): Promise<Profiles> {
  const { directory, settings } = options;
  const oneByOne = new OneByOne();
  let session = await openSession(firstProfile(options), options);
  await session.start();
  let isOver = false;
  /** Switches and the end wait for each other: no database is ever opened twice. */
  const inTurn = <T>(action: () => Promise<T>): Promise<T> => oneByOne.run('profile', action);
  return {
    current: () => session,
    list: () => directory.list(),
    add: async ({ name, language }) =>
      directory.add({ id: newId(), name, language, createdAtMs: options.clock.nowMs() }),
    change: async input => {
      const profile = directory.change(input);
      if (profile.id === session.profile.id) session.rename(profile);
      return profile;
    },
    use: id =>
      inTurn(async () => {
        if (isOver) throw new JarvisError('host.stopping');
        const profile = directory.list().find(one => one.id === id);
        if (profile === undefined) throw new JarvisError('input.not-found', { what: id });
        if (profile.id === session.profile.id) return profile;
        // The other one is opened first: when it cannot be, the user stays where they are.
        const next = await openSession(profile, options);
        try {
          settings.change(current => ({ ...current, activeProfileId: id }));
        } catch (error) {
          await next.close();
          throw error;
        }
        const before = session;
        // Its answers end before their windows turn to the other profile.
        await before.turns.close();
        before.silence();
        session = next;
        options.switched();
        options.publish('profile.changed', { profile, profiles: directory.list() });
        await Promise.all([next.start(), before.close()]);
        return profile;
      }),
    close: () => {
      isOver = true;
      return inTurn(() => session.close());
    },
  };
}

function firstProfile({ directory, settings, clock, language }: ProfilesOptions): Profile {
  const profiles = directory.list();
  const active = settings.current().activeProfileId;
  const known = profiles.find(profile => profile.id === active) ?? profiles[0];
  return known ?? directory.add({ id: newId(), name: userName(), language, createdAtMs: clock.nowMs() });
}

/** The system's name of the user; some systems have none for a process. */
function userName(): string {
  try {
    return userInfo().username || 'Jarvis';
  } catch {
    return 'Jarvis';
  }
}

async function openSession(profile: Profile, options: ProfilesOptions): Promise<ProfileSession> {
  const { databasePath: path, backupsDir, keyName } = options.directory.placeOf(profile.id);
  const key = await loadOrCreateKey(options.secrets, keyName, { dataExist: existsSync(path) });
  return openProfileSession({ ...options, profile, path, backupsDir, key });
}
