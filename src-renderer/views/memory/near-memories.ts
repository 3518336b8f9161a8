/** Which of the memories that an answer was given with are worth a look at once; the others only unfold. */
import type { RecalledMemory } from '../../store/contract-types.ts';

/** Scores are probabilities: what lies below this was at hand and little more. */
const nearEnough = 0.05;

/** The near ones, best first as they come; one at least, so that there is always something to unfold from. */
export const nearMemories = (memories: readonly RecalledMemory[]): readonly RecalledMemory[] => {
  const near = memories.filter(({ score }) => score >= nearEnough);
  return near.length > 0 ? near : memories.slice(0, 1);
};
