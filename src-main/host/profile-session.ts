/** Opens one profile: its store, its turns, its memory, its skills and its alarm clock; and closes them again. */

import { openStore, type Store } from '../adapters/store/open-store.ts';
import type { ProfileServices, Publish } from '../api/services.ts';
import { readOrganizer } from '../api/told-organizer.ts';
import type { ModelCandidate } from '../conversation/answer-turn.ts';
import type { Profile, ProfilePreferences } from '../domain/settings.ts';
import type { Brain } from '../memory/brain.ts';
import type { Log } from '../observability/log.ts';
import type { Observer } from '../observability/observer.ts';
import type { Clock } from '../ports/clock.ts';
import { PrivateMode } from './private-mode.ts';
import { openProfileMemory } from './profile-memory.ts';
import { countItems, openStage, type StageOptions } from './profile-stage.ts';

export interface ProfileSessionOptions {
  readonly profile: Profile;
  readonly path: string;
  readonly backupsDir: string;
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly publish: Publish;
  readonly observer: Observer;
  readonly log: Log;
  readonly candidates: () => readonly ModelCandidate[];
  readonly firstLook: () => Promise<void>;
  /** The events told so far hold private words, and private mode is over. */
  readonly forgetEvents: () => void;
  /** Where models of the catalogue that make meanings lie. */
  readonly embeddingModels?: string;
  /** It crashed again and again: no engine of our own. */
  readonly isSafe?: boolean;
}

export interface ProfileSession extends ProfileServices {
  readonly brain: Brain;
  /** To be called once the profile is in use: rings what is due, and tells the windows what happens. */
  start(): Promise<void>;
  /** Tells the windows nothing more: they are another profile's from now on. */
  silence(): void;
  /** Follows a change of name or language. */
  rename(profile: Profile): void;
  /** Stops what runs and closes the database. */
  close(): Promise<void>;
}

/** Throws JarvisError `store.*` when the database cannot be opened; nothing is changed then. */
export async function openProfileSession(options: ProfileSessionOptions): Promise<ProfileSession> {
  const store = openStore(options);
  try {
    return await openOnStore(store, options);
  } catch (error) {
    store.close();
    throw error;
  }
}

async function openOnStore(store: Store, options: ProfileSessionOptions): Promise<ProfileSession> {
  const { clock, observer } = options;
  let isHeard = false;
  const publish: Publish = (name, data) => {
    if (isHeard) options.publish(name, data);
  };
  const { organizer } = store;
  let { profile } = options;
  let preferences: ProfilePreferences = await store.memory.getPreferences();
  const recovered = await store.memory.recover(clock.nowMs());
  options.log.write('info', 'profile.opened', { profileId: profile.id, count: recovered.unanswered });
  const setPreferences = async (next: ProfilePreferences): Promise<void> => {
    if (next.memory.recall && !preferences.memory.recall) await store.perception.passOver();
    await store.memory.setPreferences(next);
    preferences = next;
    remembering.preferencesChanged();
  };
  const shared = {
    ...options,
    publish,
    zone: () => preferences.zone ?? clock.zone(),
    profile: () => profile,
    preferences: () => preferences,
    setPreferences,
  };
  const remembering = openProfileMemory({
    ...shared,
    store,
    conversations: () => mode.current().memory,
    tellOrganizer: () => mode.current().toldOrganizer.tell(),
    onForgotten: () => {
      options.forgetEvents();
      for (const { alarm, turns } of mode.stages()) {
        alarm.reschedule();
        turns.promptsChanged();
      }
    },
    isBusy: () => mode.stages().some(({ turns }) => turns.list().length > 0),
    privacy: {
      isPrivate: () => mode.isPrivate(),
      setPrivate: on => mode.set(on),
      leaveAfterTurn: () => mode.leaveAfterTurn(),
    },
  });
  const ownOptions: StageOptions = {
    ...shared,
    memory: remembering.memory,
    organizer,
    timers: organizer,
    recall: remembering.recall,
    askedMemory: remembering.asked,
    askedKnowledge: remembering.askedKnowledge,
    fromMemory: remembering.answer,
    watch: remembering.watch,
    soon: () => remembering.soon(),
  };
  const own = openStage(ownOptions);
  const mode = new PrivateMode(own, ownOptions, on => {
    remembering.privateChanged(on);
    if (!on) options.forgetEvents();
    publish('memory.privateChanged', { on });
  });
  return {
    get profile() {
      return profile;
    },
    get memory() {
      return mode.current().memory;
    },
    get organizer() {
      return mode.current().organizer;
    },
    get toldOrganizer() {
      return mode.current().toldOrganizer;
    },
    get turns() {
      return mode.current().turns;
    },
    brain: remembering.brain,
    knowledge: remembering.knowledge,
    embedders: remembering.embedders,
    preferences: () => preferences,
    setPreferences,
    works: () => remembering.works(),
    stopConsolidating: () => remembering.stopConsolidating(),
    timersChanged: () => {
      for (const { alarm } of mode.stages()) alarm.reschedule();
    },
    start: async () => {
      isHeard = true;
      await own.alarm.start();
      countItems(await readOrganizer(organizer), observer);
      remembering.start();
    },
    silence: () => {
      isHeard = false;
    },
    rename: next => {
      profile = next;
      for (const { turns } of mode.stages()) turns.promptsChanged();
    },
    close: async () => {
      await mode.close();
      await own.close();
      await remembering.close();
      store.close();
    },
  };
}
