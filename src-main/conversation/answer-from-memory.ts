/** What the memory alone can say to a turn that no model answers: what it knows of it, or that it will be remembered. */
import { fold } from '../domain/fold.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import { civilOf } from '../domain/local-time.ts';
import type { RecalledMemory, UsedMemory } from '../domain/memory.ts';
import type { Brain, SaidThen } from '../memory/brain.ts';
import type { Clock } from '../ports/clock.ts';
import { bullets, capital, longDate, nbsp, quoted } from '../skills/answers/phrasing.ts';
import type { Turn } from './run-turn.ts';

export interface AnswerFromMemoryPorts {
  readonly brain: Pick<Brain, 'answers' | 'consolidate' | 'judge' | 'recall' | 'saidThen'>;
  readonly clock: Clock;
  readonly zone: () => string;
}

export interface MemoryAnswer {
  readonly text: string;
  readonly intent: 'memory.remember' | 'memory.ask';
  readonly recalled: readonly UsedMemory[];
}

const sentencesAtMost = 3;
/** Scores are probabilities as learned from long dialogues; below this one memory is as good as any other. */
const nearEnough = 0.5;
/** Of the best: what is farther is there by chance. */
const nearBest = 0.8;

/** Nothing is claimed of questions that are not about the person: whatever is nearest would be told for the capital of Peru. */
const personal: Readonly<Record<Language, RegExp>> = {
  fr: /\b(?:je|j|me|m|moi|mon|ma|mes|on|nous|notre|nos)\b/,
  en: /\b(?:i|me|my|mine|myself|we|us|our|ours)\b/,
};

const willRemember: Bilingual = {
  fr: 'C’est noté, je m’en souviendrai.',
  en: 'Noted, I will remember that.',
};

/** Undefined where the memory has nothing to say to these words. Stores nothing: the turn is perceived as any other. */
export async function answerFromMemory(
  { userMessage, language }: Turn,
  { brain, clock, zone }: AnswerFromMemoryPorts,
): Promise<MemoryAnswer | undefined> {
  const verdict = await brain.judge({ question: userMessage, provenance: 'user' });
  if (verdict.store) return { text: willRemember[language], intent: 'memory.remember', recalled: [] };
  if (verdict.why !== 'question') return undefined;
  const { text } = userMessage;
  // Facts answer best. Without a model they are made by rules, in milliseconds: nobody has to wait for the night.
  await brain.consolidate(new AbortController().signal);
  // Also what was said in this conversation a moment ago: there is no prompt that would hold it.
  const asked = { text, language, nowMs: clock.nowMs(), zone: zone() };
  const then = await brain.saidThen(asked);
  if (then !== undefined) return toldThen(then, language);
  const facts = await brain.answers(asked);
  if (facts.length > 0) return told(facts, ({ text: fact }) => fact, language);
  if (!personal[language].test(fold(text))) return undefined;
  const { memories } = await brain.recall(asked);
  const least = Math.max(nearEnough, nearBest * (memories[0]?.score ?? 0));
  const near = memories.filter(({ score }) => score >= least).slice(0, sentencesAtMost);
  return near.length === 0 ? undefined : told(near, memory => said(memory, zone(), language), language);
}

function told(
  memories: readonly RecalledMemory[],
  tell: (memory: RecalledMemory) => string,
  language: Language,
): MemoryAnswer {
  const recalled = memories.map(({ id, kind, score, parts }) => ({ id, kind, score, parts }));
  const sentences = memories.map(tell);
  const [only = ''] = sentences;
  const intro =
    language === 'fr' ? `Voici ce que je sais de vous là-dessus${nbsp}:` : 'This is what I know about that:';
  const text = sentences.length === 1 ? asSentence(only) : `${intro}\n\n${bullets(sentences)}`;
  return { text, intent: 'memory.ask', recalled };
}

function toldThen({ time, memories }: SaidThen, language: Language): MemoryAnswer {
  const recalled = memories.map(({ id, kind, score, parts }) => ({ id, kind, score, parts }));
  const sentences = bullets(memories.map(({ text }) => quoted(text, language)));
  const nothing =
    language === 'fr' ? 'vous ne m’avez rien dit que j’aie retenu.' : 'you told me nothing that I kept.';
  const intro = language === 'fr' ? `vous m’avez dit${nbsp}:` : 'you told me:';
  const text = memories.length === 0 ? nothing : `${intro}\n\n${sentences}`;
  return { text: `${capital(time)}, ${text}`, intent: 'memory.ask', recalled };
}

function said({ text, atMs }: RecalledMemory, zone: string, language: Language): string {
  const day = longDate(civilOf(atMs, zone), language);
  return language === 'fr'
    ? `Vous m’avez dit le ${day}${nbsp}: ${quoted(text, 'fr')}.`
    : `You told me on ${day}: ${quoted(text, 'en')}.`;
}

/** A fact comes without its capital and its full stop. */
const asSentence = (text: string): string => `${capital(text)}${/[.!?]$/.test(text) ? '' : '.'}`;
