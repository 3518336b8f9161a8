/** The built-in skills of a profile: loaded by the first turn, or in small steps while nobody asks anything yet. */
import type { AnswerPorts } from '../conversation/answer-turn.ts';
import type { Turn } from '../conversation/run-turn.ts';
import type { Language } from '../domain/language.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { OrganizerStore } from '../ports/organizer-store.ts';
import type { MannerOfSpeaking } from '../skills/answers/skill.ts';
import type { AskedKnowledge } from '../skills/asked-knowledge.ts';
import type { AskedMemory } from '../skills/asked-memory.ts';
import type { AskedWindow } from '../skills/asked-window.ts';
import type { SkillAnswer, SkillRunner } from '../skills/skill-runner.ts';
import type { understand } from '../skills/understand.ts';

export interface SkillsOptions {
  readonly memory: MemoryStore;
  readonly organizer: OrganizerStore;
  readonly clock: Clock;
  readonly zone: () => string;
  readonly manner: MannerOfSpeaking;
  readonly askedMemory: AskedMemory;
  readonly askedKnowledge: AskedKnowledge;
  readonly askedWindow: AskedWindow;
  /** A skill changed timers, notes, lists or facts; its answer waits until whoever shows them knows. */
  readonly onChanged: () => Promise<void>;
  /** Warming up failed; the next turn tells the same to its user. */
  readonly onError: (error: unknown) => void;
}

export interface Skills {
  readonly find: AnswerPorts['findSkill'];
  /** Somebody is writing: the grammars are gone through once, so that their words do not meet cold ones. */
  soon(language: Language): void;
  close(): void;
}

interface Loaded {
  readonly understand: typeof understand;
  /** The first sentence makes the grammars ready, which takes a tenth of a second. */
  readonly isCompiled: () => boolean;
  readonly runner: SkillRunner;
  readonly rehearsal: readonly string[];
  readonly forNobody: Readonly<Record<Language, string>>;
}

/** A window that has just been opened is served first. */
const warmUpAfterMs = 400;
/** Between two steps whoever asks something has their turn. */
const stepPauseMs = 15;

export function openSkills(options: SkillsOptions): Skills {
  const { memory, clock, zone } = options;
  const lastAnswer = { text: undefined as string | undefined };
  let loaded: Loaded | undefined;
  let loading: Promise<Loaded> | undefined;
  const load = (): Promise<Loaded> => {
    loading ??= loadSkills(options, () => lastAnswer.text).then(all => {
      loaded = all;
      return all;
    });
    return loading;
  };
  const find = (turn: Turn, { understand, runner }: Loaded) => {
    const { text, id, origin } = turn.userMessage;
    const context = { language: turn.language, nowMs: clock.nowMs(), zone: zone() };
    const understood = understand(text, context);
    if (understood.intent === 'none') return undefined;
    const { intent } = understood;
    const answer = async () => {
      if (intent === 'repeat') lastAnswer.text = await answerBefore(turn, memory);
      const { conversationId, turnId } = turn;
      const said = await runner.answer(understood, {
        ...{ language: understood.language, text, messageId: id },
        askedAt: { conversationId, turnId },
        ...(origin !== undefined && { origin }),
      });
      if (said?.organizerChanged) await options.onChanged();
      return said;
    };
    // "What is my sister's name?" is the skill's only if it was told: that is looked up, and has no effect.
    return understood.details?.implicit
      ? answer().then(said => said && { intent, answer: () => withEffect(said) })
      : { intent, answer: async () => withEffect(await answer()) };
  };
  const stopWarmUp = warmUp(load, options);
  const findLater = async (turn: Turn) => {
    // The words are brought to disk before the grammars are made ready.
    for (let round = 0; round < 2; round += 1) await new Promise(resolve => setImmediate(resolve));
    return find(turn, await load());
  };
  return {
    find: turn => (loaded?.isCompiled() ? find(turn, loaded) : findLater(turn)),
    soon: language => {
      if (!loaded?.isCompiled()) return;
      loaded.understand(loaded.forNobody[language], { language, nowMs: clock.nowMs(), zone: zone() });
    },
    close: stopWarmUp,
  };
}

/** What an answer does beyond its words, once these are meant. */
async function withEffect<S extends SkillAnswer | undefined>(said: S): Promise<S> {
  await said?.effect?.();
  return said;
}

async function loadSkills(options: SkillsOptions, lastAnswer: () => string | undefined): Promise<Loaded> {
  const [{ understand }, { createSkillRunner }, { forNobody, rehearsal }] = await Promise.all([
    import('../skills/understand.ts'),
    import('../skills/skill-runner.ts'),
    import('../skills/rehearsal.ts'),
  ]);
  let isCompiled = false;
  return {
    understand: (...given) => {
      const understood = understand(...given);
      isCompiled = true;
      return understood;
    },
    isCompiled: () => isCompiled,
    runner: createSkillRunner({ ...options, lastAnswer }),
    rehearsal,
    forNobody,
  };
}

/** Understands a few sentences to no effect: the first of each kind costs a tenth of a second, the next a millisecond. */
function warmUp(load: () => Promise<Loaded>, { clock, zone, onError }: SkillsOptions): () => void {
  let cancel = (): void => undefined;
  let closed = false;
  const step = async (number: number): Promise<void> => {
    const { understand, rehearsal } = await load();
    const sentence = rehearsal[number];
    if (sentence === undefined || closed) return;
    understand(sentence, { nowMs: clock.nowMs(), zone: zone() });
    cancel = clock.after(stepPauseMs, () => step(number + 1).catch(onError));
  };
  cancel = clock.after(warmUpAfterMs, () => step(0).catch(onError));
  return () => {
    closed = true;
    cancel();
  };
}

/** The newest answer of this conversation before the turn. */
async function answerBefore(turn: Turn, memory: MemoryStore): Promise<string | undefined> {
  const branch = await memory.openBranch(turn.conversationId, { limit: 20 });
  return branch.findLast(
    message => message.role === 'assistant' && message.id !== turn.answerId && message.text !== '',
  )?.text;
}
