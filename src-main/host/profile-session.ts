/** Opens one profile: its store, its turns, its skills and its alarm clock; and closes them again. */

import { openStore, type Store } from '../adapters/store/open-store.ts';
import { readOrganizer } from '../api/organizer-handlers.ts';
import type { ProfileServices, Publish } from '../api/services.ts';
import { type AnswerPorts, type ModelCandidate, planAnswer } from '../conversation/answer-turn.ts';
import { Turns } from '../conversation/turns.ts';
import { detectLanguage } from '../domain/detect-language.ts';
import { asJarvisError } from '../domain/errors.ts';
import type { Profile, ProfilePreferences } from '../domain/settings.ts';
import type { Log } from '../observability/log.ts';
import type { Observer } from '../observability/observer.ts';
import type { Clock } from '../ports/clock.ts';
import { createAlarmClock } from '../skills/alarm-clock.ts';
import { publishTurns } from './publish-turns.ts';
import { openSkills } from './skills.ts';

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
}

export interface ProfileSession extends ProfileServices {
  /** To be called once the profile is in use: rings what is due, and tells the windows what happens. */
  start(): Promise<void>;
  /** Tells the windows nothing more: they are another profile's from now on. */
  silence(): void;
  /** Follows a change of name or language. */
  rename(profile: Profile): void;
  /** Stops what runs and closes the database. */
  close(): Promise<void>;
}

/** A deleted conversation can be brought back for this long. */
const undoMs = 24 * 3600 * 1000;

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
  const { memory, organizer } = store;
  let { profile } = options;
  let preferences: ProfilePreferences = await memory.getPreferences();
  const recovered = await memory.recover(clock.nowMs());
  options.log.write('info', 'profile.opened', { profileId: profile.id, count: recovered.unanswered });
  const zone = () => preferences.zone ?? clock.zone();
  const countStoreError = (error: unknown): void => observer.countError('store', asJarvisError(error).code);
  const organizerChanged = async (): Promise<void> => {
    alarm.reschedule();
    const kept = await readOrganizer(organizer);
    countItems(kept, observer);
    publish('organizer.changed', kept);
  };
  let announcing: NodeJS.Immediate | undefined;
  const alarm = createAlarmClock({
    organizer,
    clock,
    onRang: timer => {
      publish('timer.rang', timer);
      // Once for all that ring at the same time.
      announcing ??= setImmediate(() => {
        announcing = undefined;
        organizerChanged().catch(countStoreError);
      });
    },
    onError: countStoreError,
  });
  const setPreferences = async (next: ProfilePreferences): Promise<void> => {
    await memory.setPreferences(next);
    preferences = next;
  };
  const skills = openSkills({
    memory,
    organizer,
    clock,
    zone,
    onChanged: organizerChanged,
    manner: {
      current: () => ({ volume: preferences.voice.volume, rate: preferences.speechRate }),
      change: async ({ volume, rate }) => {
        const voice = { ...preferences.voice, volume };
        await setPreferences({ ...preferences, speechRate: rate, voice });
        publish('preferences.changed', preferences);
      },
    },
    onError: error => {
      const { stage, code } = asJarvisError(error);
      observer.countError(stage, code);
    },
  });
  const answerPorts: AnswerPorts = {
    findSkill: skills.find,
    candidates: options.candidates,
    firstLook: options.firstLook,
    store: memory,
    profile: () => profile,
    usage: observer.countTokens,
  };
  const turns = new Turns({
    store: memory,
    clock,
    zone,
    detectLanguage,
    profileLanguage: () => profile.language,
    observer: publishTurns({ ...options, publish, memory, language: () => profile.language }),
    plan: turn => planAnswer(turn, answerPorts),
    warm: () => void options.candidates()[0]?.backend.warm?.(),
  });
  // May take a while, and nobody waits for it.
  memory.purgeDeleted(clock.nowMs() - undoMs).catch(countStoreError);
  return {
    get profile() {
      return profile;
    },
    memory,
    organizer,
    turns,
    preferences: () => preferences,
    setPreferences,
    timersChanged: () => alarm.reschedule(),
    start: async () => {
      isHeard = true;
      await alarm.start();
      countItems(await readOrganizer(organizer), observer);
    },
    silence: () => {
      isHeard = false;
    },
    rename: next => {
      profile = next;
      turns.promptsChanged();
    },
    close: async () => {
      await turns.close();
      skills.close();
      alarm.stop();
      clearImmediate(announcing);
      await store.close();
    },
  };
}

/** The sizes of what the skills keep, for `jarvis_memory_items`. */
function countItems(kept: Awaited<ReturnType<typeof readOrganizer>>, observer: Observer): void {
  observer.setMemoryItems('timers', kept.timers.length);
  observer.setMemoryItems('notes', kept.notes.length);
  observer.setMemoryItems('facts', kept.facts.length);
  observer.setMemoryItems(
    'list_items',
    kept.lists.reduce((sum, { items }) => sum + items.length, 0),
  );
}
