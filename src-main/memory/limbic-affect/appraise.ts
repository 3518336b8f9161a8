/** Valence, arousal, dominance and a named emotion of an utterance, by lexicon and rules. */
import type { Language } from '../../domain/language.ts';
import { type Affect, type Emotion, neutralAffect } from '../../domain/memory.ts';
import { settle } from './context.ts';
import { type Evidence, weighMatches } from './evidence.ts';
import { isIronic, readIronically } from './irony.ts';
import { lexiconOf } from './lexicon/lexicon.ts';
import { findMatches } from './lexicon/match.ts';
import { modifiersOf } from './reading/modifiers.ts';
import { readUtterance, type Utterance } from './reading/tokens.ts';

/** The summed weight under which an emotion is not named. */
const leastWeight = 0.42;

/**
 * Appraises an utterance as it was typed or spoken. Of a long text the beginning and the end are read.
 * Valence −1 to 1, arousal and dominance 0 to 1.
 */
export function appraise(text: string, language: Language): Affect {
  const utterance = readUtterance(text, language);
  const { skippable } = modifiersOf[language];
  const matches = findMatches(utterance.tokens, lexiconOf(language), word => skippable.has(word));
  const weighed = weighMatches(utterance, matches, language);
  const evidence = isIronic(utterance, weighed, language) ? readIronically(weighed) : weighed;
  return affectOf(settle(evidence, utterance, language), utterance);
}

function affectOf(evidence: readonly Evidence[], utterance: Utterance): Affect {
  const felt = evidence.filter(({ weight }) => weight > 0);
  const weights = new Map<Emotion, number>();
  for (const { feeling, weight } of felt) {
    if (isNamed(feeling)) weights.set(feeling, (weights.get(feeling) ?? 0) + weight);
  }
  let emotion: Emotion = 'neutral';
  let most = leastWeight;
  for (const [named, weight] of weights) if (weight > most) [emotion, most] = [named, weight];
  const excitement = Math.min(utterance.exclamations, 3) * 0.06;
  if (emotion === 'neutral') return faint(felt, excitement);
  return {
    valence: bounded(agreedValence(felt, emotion), -1, 1),
    arousal: bounded(mean(felt, item => item.arousal) + excitement, 0, 1),
    dominance: bounded(
      mean(felt, item => item.dominance),
      0,
      1,
    ),
    emotion,
  };
}

const isNamed = (feeling: Evidence['feeling']): feeling is Exclude<Emotion, 'neutral'> =>
  !['neutral', 'pleasant', 'unpleasant', 'trouble'].includes(feeling);

/** Too little to name: what there is leans the valence by a tenth at most. */
function faint(felt: readonly Evidence[], excitement: number): Affect {
  const sum = felt.reduce((total, { valence, weight }) => total + valence * weight, 0);
  return {
    ...neutralAffect,
    valence: bounded(sum * 0.1, -0.1, 0.1),
    arousal: bounded(neutralAffect.arousal + excitement, 0, 1),
  };
}

/** What speaks against the named emotion weighs half: "we laughed until our stomachs hurt". */
function agreedValence(felt: readonly Evidence[], emotion: Emotion): number {
  const own = mean(
    felt.filter(item => item.feeling === emotion),
    item => item.valence,
  );
  const share = ({ feeling, valence }: Evidence) =>
    feeling === emotion || emotion === 'surprise' || Math.sign(valence) === Math.sign(own) ? 1 : 0.5;
  // Surprise itself has no sign: whatever stands beside it decides.
  const counted = felt.map(item => ({
    ...item,
    weight: item.weight * share(item) * (emotion === 'surprise' && item.feeling === emotion ? 0.35 : 1),
  }));
  return mean(counted, item => item.valence);
}

function mean(items: readonly Evidence[], of: (item: Evidence) => number): number {
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 0 : items.reduce((sum, item) => sum + of(item) * item.weight, 0) / total;
}

const bounded = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);
