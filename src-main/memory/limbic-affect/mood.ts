/** The slow, bounded mood of a conversation, and the one sentence that asks the model for a tone. It never touches facts. */
import type { Language } from '../../domain/language.ts';
import type { Affect } from '../../domain/memory.ts';

export interface Mood {
  /** −0.8 to 0.8: a running mean of the valences heard. */
  readonly valence: number;
  /** 0 to 0.8, above rest. */
  readonly arousal: number;
  /** −0.8 to 0.8: below 0 the person feels helpless. */
  readonly dominance: number;
}

export const neutralMood: Mood = { valence: 0, arousal: 0, dominance: 0 };

/** No mood goes further, whatever is said and however often. */
const bound = 0.8;
/** An utterance moves the mood by this share of its distance. */
const pace = 0.35;
/** What is felt fades by half in this time. */
const halfLifeMs = 20 * 60_000;
const resting = { arousal: 0.2, dominance: 0.5 };

/** Mood after an utterance, `elapsedMs` after the one before. A clock that was set back counts as no time. */
export function nextMood(mood: Mood, affect: Affect, elapsedMs: number): Mood {
  const kept = fade(mood, elapsedMs);
  // A neutral sentence says nothing of the mood: only time heals it.
  if (affect.emotion === 'neutral') return kept;
  return {
    valence: towards(kept.valence, affect.valence, -bound),
    arousal: towards(kept.arousal, affect.arousal - resting.arousal, 0),
    dominance: towards(kept.dominance, (affect.dominance - resting.dominance) * 2, -bound),
  };
}

/** Mood once `elapsedMs` have passed in silence. */
export function fade(mood: Mood, elapsedMs: number): Mood {
  const factor = 0.5 ** (Math.max(0, finite(elapsedMs)) / halfLifeMs);
  return {
    valence: mood.valence * factor,
    arousal: mood.arousal * factor,
    dominance: mood.dominance * factor,
  };
}

const towards = (from: number, to: number, least: number): number =>
  Math.min(Math.max(finite(from) + pace * (finite(to) - finite(from)), least), bound);

const finite = (value: number): number => (Number.isNaN(value) ? 0 : Math.min(Math.max(value, -1e15), 1e15));

type Tone = 'upset' | 'afraid' | 'sad' | 'glad';

const tones: Record<Language, Record<Tone, string>> = {
  en: {
    upset: 'The person sounds upset: answer calmly and briefly, without jokes.',
    afraid: 'The person sounds worried: answer calmly and reassuringly, one step at a time.',
    sad: 'The person sounds sad: answer warmly and gently, without forced cheer.',
    glad: 'The person sounds happy: a warm, light tone is welcome.',
  },
  fr: {
    upset: 'La personne semble contrariée : réponds avec calme et brièveté, sans plaisanter.',
    afraid: 'La personne semble inquiète : réponds posément et de façon rassurante, une étape à la fois.',
    sad: 'La personne semble triste : réponds avec chaleur et douceur, sans gaieté forcée.',
    glad: 'La personne semble heureuse : un ton chaleureux et léger est bienvenu.',
  },
};

/** A mood nearer to neutral than this asks for nothing. */
const leastMood = 0.18;
/** Above it the unpleasant is heated or anxious, below it sad. */
const heated = 0.12;

/** One short sentence that asks for a tone; empty when the mood is neutral or the person switched it off. */
export function toneOf(mood: Mood, language: Language, isOn = true): string {
  const tone = isOn ? toneNamed(mood) : undefined;
  return tone === undefined ? '' : tones[language][tone];
}

function toneNamed({ valence, arousal, dominance }: Mood): Tone | undefined {
  if (valence >= leastMood) return 'glad';
  if (valence > -leastMood) return undefined;
  if (arousal < heated) return 'sad';
  return dominance < -0.1 ? 'afraid' : 'upset';
}
