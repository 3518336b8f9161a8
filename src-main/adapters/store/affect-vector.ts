/** What was felt as a vector of the collection `emotions`, so that like feelings are found by cosine. */
import { type Affect, emotions } from '../../domain/memory.ts';

/** Another way to make the vectors has to have another name. */
export const emotionsModel = 'affect-1';
const dimensions = 128;
/** One of the named emotions weighs as much as a whole step of valence. */
const namedWeight = 0.7;

/** Valence, arousal and dominance about their middle, then one number for each named emotion; the rest stays free. */
export function affectVector({ valence, arousal, dominance, emotion }: Affect): Float32Array {
  const vector = new Float32Array(dimensions);
  vector.set([valence, 2 * arousal - 1, 2 * dominance - 1]);
  vector[3 + emotions.indexOf(emotion)] = namedWeight;
  return vector;
}
