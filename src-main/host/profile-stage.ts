/** Turns, skills and the alarm clock over one store: the profile's own, or in private mode one that lives in memory alone. */
import type { Publish } from '../api/services.ts';
import { type ToldOrganizer, tellOrganizer } from '../api/told-organizer.ts';
import { type AnswerPorts, type ModelCandidate, planAnswer } from '../conversation/answer-turn.ts';
import type { RecallPorts } from '../conversation/recalled.ts';
import type { TurnsObserver } from '../conversation/turn-ports.ts';
import { Turns } from '../conversation/turns.ts';
import { detectLanguage } from '../domain/detect-language.ts';
import { asJarvisError } from '../domain/errors.ts';
import type { Organizer } from '../domain/organizer-changes.ts';
import type { Profile, ProfilePreferences } from '../domain/settings.ts';
import type { Log } from '../observability/log.ts';
import type { Observer } from '../observability/observer.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { OrganizerStore } from '../ports/organizer-store.ts';
import { type AlarmClock, createAlarmClock } from '../skills/alarm-clock.ts';
import type { AskedKnowledge } from '../skills/asked-knowledge.ts';
import type { AskedMemory } from '../skills/asked-memory.ts';
import { publishTurns } from './publish-turns.ts';
import { openSkills } from './skills.ts';

export interface StageOptions extends RecallPorts {
  readonly memory: MemoryStore;
  readonly organizer: OrganizerStore;
  /** Whose timers ring here. */
  readonly timers: OrganizerStore;
  readonly clock: Clock;
  readonly zone: () => string;
  readonly publish: Publish;
  readonly observer: Observer;
  readonly log: Log;
  readonly candidates: () => readonly ModelCandidate[];
  readonly firstLook: () => Promise<void>;
  readonly profile: () => Profile;
  readonly preferences: () => ProfilePreferences;
  readonly setPreferences: (preferences: ProfilePreferences) => Promise<void>;
  readonly askedMemory: AskedMemory;
  readonly askedKnowledge: AskedKnowledge;
  readonly fromMemory?: AnswerPorts['fromMemory'];
  /** Hears of turns after the windows. */
  readonly watch?: Partial<Pick<TurnsObserver, 'accepted' | 'ended' | 'cut'>>;
  /** Somebody begins to write. */
  readonly soon?: () => void;
  /** Timers, notes or lists changed. */
  readonly organizerChanged?: () => void;
}

export interface Stage {
  readonly memory: MemoryStore;
  readonly organizer: OrganizerStore;
  readonly toldOrganizer: ToldOrganizer;
  readonly turns: Turns;
  readonly alarm: AlarmClock;
  close(): Promise<void>;
}

export function openStage(options: StageOptions): Stage {
  const { memory, organizer, clock, zone, publish, observer, preferences } = options;
  const toldOrganizer = tellOrganizer(organizer, publish);
  const countError = (error: unknown): void => observer.countError('store', asJarvisError(error).code);
  const organizerChanged = async (): Promise<void> => {
    alarm.reschedule();
    options.organizerChanged?.();
    countItems(await toldOrganizer.tell(), observer);
  };
  let announcing: NodeJS.Immediate | undefined;
  const alarm = createAlarmClock({
    organizer: options.timers,
    clock,
    onRang: timer => {
      publish('timer.rang', timer);
      // Once for all that ring at the same time.
      announcing ??= setImmediate(() => {
        announcing = undefined;
        organizerChanged().catch(countError);
      });
    },
    onError: countError,
  });
  const skills = openSkills({
    memory,
    organizer,
    clock,
    zone,
    askedMemory: options.askedMemory,
    askedKnowledge: options.askedKnowledge,
    askedWindow: { order: (order, askedAt) => publish('window.command', { ...askedAt, order }) },
    onChanged: organizerChanged,
    manner: {
      current: () => ({ volume: preferences().voice.volume, rate: preferences().speechRate }),
      change: async ({ volume, rate }) => {
        const voice = { ...preferences().voice, volume };
        await options.setPreferences({ ...preferences(), speechRate: rate, voice });
        publish('preferences.changed', preferences());
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
    images: id => memory.readImages(id),
    profile: options.profile,
    usage: observer.countTokens,
    ...(options.fromMemory && { fromMemory: options.fromMemory }),
  };
  const turns = new Turns({
    store: memory,
    clock,
    zone,
    detectLanguage,
    profileLanguage: () => options.profile().language,
    observer: watched(
      publishTurns({ ...options, language: () => options.profile().language }),
      options.watch ?? {},
    ),
    plan: turn => planAnswer(turn, answerPorts),
    warm: () => {
      void options.candidates()[0]?.backend.warm?.();
      skills.soon(options.profile().language);
      options.soon?.();
    },
    ...(options.recall && { recall: options.recall }),
  });
  return {
    memory,
    organizer,
    toldOrganizer,
    turns,
    alarm,
    close: async () => {
      await turns.close();
      skills.close();
      alarm.stop();
      clearImmediate(announcing);
    },
  };
}

const watched = (told: TurnsObserver, watch: NonNullable<StageOptions['watch']>): TurnsObserver => ({
  ...told,
  accepted: (...what) => {
    told.accepted(...what);
    watch.accepted?.(...what);
  },
  ended: (...what) => {
    told.ended(...what);
    watch.ended?.(...what);
  },
  cut: (...what) => {
    told.cut(...what);
    watch.cut?.(...what);
  },
});

/** The sizes of what the skills keep, for `jarvis_memory_items`. */
export function countItems(kept: Organizer, observer: Observer): void {
  observer.setMemoryItems('timers', kept.timers.length);
  observer.setMemoryItems('notes', kept.notes.length);
  observer.setMemoryItems(
    'list_items',
    kept.lists.reduce((sum, { items }) => sum + items.length, 0),
  );
}
