/** "What did I tell you yesterday?": asked for nothing but a time, the memory tells what was said then. */
import { fold } from '../domain/fold.ts';
import type { Language } from '../domain/language.ts';
import type { RecalledMemory } from '../domain/memory.ts';
import type { RecallRequest, SaidThen } from './brain.ts';
import { isExcluded } from './brain-exclusions.ts';
import type { BrainPorts } from './brain-ports.ts';
import { timeOf } from './prefrontal-working-memory/when/time-of.ts';

/** The whole question, folded, without the words that name the time. */
const asksWhatWasSaid: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:jarvis |dis moi |rappelle moi |peux tu me (?:dire|rappeler) )*(?:(?:qu est ce que|est ce que|ce que|que|quoi|de quoi|qu) )*(?:(?:je (?:t|te|vous) (?:l )?|on (?:s est |se )?|nous |j )(?:ai |a |avons |avions |avais )?|(?:t |te |vous )?(?:ai je |avons nous |a t on ))(?:bien |deja )?(?:dit|dits|raconte|confie|parle|appris|explique)(?: de quoi| quoi| a toi)?$/,
  en: /^(?:jarvis |remind me |tell me |can you tell me )*(?:what |everything )?(?:did (?:i|we) |have (?:i|we) |i |we )?(?:have )?(?:tell|told|say|said|mention|mentioned|talk|talked|talking|discuss|discussed)(?: to)?(?: you| with you)?(?: about)?$/,
};
const mostTold = 12;

/** Undefined where something else is asked; no memories where nothing was kept of that time. */
export async function saidThen(
  { text, language, nowMs, zone }: RecallRequest,
  { episodic, preferences, isPrivate }: BrainPorts,
): Promise<SaidThen | undefined> {
  const time = timeOf(text, { language, nowMs, zone });
  if (time === undefined || time.openStart || time.vague || isPrivate()) return undefined;
  const rest = fold(text.replace(time.text, ' '))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (!asksWhatWasSaid[language].test(rest)) return undefined;
  const found = await episodic.read(await episodic.findByTime(time, mostTold));
  const memories = found
    .filter(({ speaker, text: said }) => speaker === 'user' && !isExcluded(said, preferences()))
    .sort((a, b) => a.atMs - b.atMs)
    .map(asRecalled);
  return { time: time.text, memories };
}

const asRecalled = ({
  id,
  text,
  speaker,
  atMs,
}: {
  readonly id: string;
  readonly text: string;
  readonly speaker: string;
  readonly atMs: number;
}): RecalledMemory => ({
  ...{ id, kind: 'episode', text, speaker, atMs, score: 1 },
  parts: { words: 0, meaning: 0, time: 1, association: 0, affect: 0 },
});
