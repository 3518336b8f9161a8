/** The life of a memory: what was felt when it was said, how its strength went, and which answers it was used for. */
import { JarvisError } from '../../domain/errors.ts';
import { minuteMs } from '../../domain/local-time.ts';
import type { StoredEpisode } from '../../ports/episodic-memory-store.ts';
import type { MemoryUse } from '../../ports/memory-explorer-store.ts';
import type { Explanation } from '../brain.ts';
import type { BrainPorts } from '../brain-ports.ts';
import { weakest } from '../forgetting/strength.ts';
import { strengthCurve } from '../forgetting/strength-curve.ts';

/** As many as tell who uses it; the curve shows each as a step. */
const mostUses = 20;
/** The answer begins, and is over a while later. */
const sameRecallMs = 10 * minuteMs;

/** `ids`: under which it may have been used. `episodes`: what it rests on; the strongest carries it. */
export async function lifeOf(
  ids: readonly string[],
  episodes: readonly StoredEpisode[],
  ports: BrainPorts,
): Promise<Pick<Explanation, 'affect' | 'curve' | 'uses'>> {
  const uses = await ports.explorer.uses(ids, mostUses);
  const nowMs = ports.clock.nowMs();
  const strengthOf = (episode: StoredEpisode): number => ports.rooms.strengthOf(episode, nowMs);
  const strongest = episodes.toSorted((one, other) => strengthOf(other) - strengthOf(one)).at(0);
  const known = await Promise.all(uses.map(use => answerOf(use, ports)));
  return {
    uses: known.filter(use => use !== undefined),
    ...(strongest && {
      affect: strongest.affect,
      curve: {
        ...{ floor: weakest, nowMs },
        points: strengthCurve({ ...strongest, recalledAtMs: recallsOf(strongest, uses) }, nowMs),
      },
    }),
  };
}

function recallsOf({ lastRecalledMs: last }: StoredEpisode, uses: readonly MemoryUse[]): readonly number[] {
  if (last === undefined) return [];
  const before = uses.map(({ atMs }) => atMs).filter(atMs => Math.abs(atMs - last) > sameRecallMs);
  return [...before, last];
}

/** Undefined where its conversation is deleted for the moment. */
async function answerOf({ atMs, messageId }: MemoryUse, { conversations }: BrainPorts) {
  try {
    const { conversationId } = await conversations.getMessage(messageId);
    const { title } = await conversations.getConversation(conversationId);
    return { atMs, conversationId, messageId, title };
  } catch (error) {
    if (error instanceof JarvisError && error.code === 'input.not-found') return undefined;
    throw error;
  }
}
