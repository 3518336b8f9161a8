/** Forgetting by order: what would go is shown first, and exactly that goes, for good. */

import { JarvisError } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import type { ForgetReceipt } from '../domain/memory.ts';
import type { ForgetOrder } from '../ports/word-eraser.ts';
import type { ForgetPreview } from './brain.ts';
import { findToForget, fingerprintOf, noThings } from './brain-forget-find.ts';
import { rebuildSummaries } from './brain-forget-rebuild.ts';
import type { BrainPorts } from './brain-ports.ts';

const mostSummaries = 100_000;
/** Previews that wait for their order; older ones have to be made again. */
const previewsKept = 16;

export class Forgetting {
  readonly #ports: BrainPorts;
  readonly #previews = new Map<string, { readonly about: string; readonly shown: string }>();

  constructor(ports: BrainPorts) {
    this.#ports = ports;
  }

  async preview(about: string): Promise<ForgetPreview> {
    const found = await findToForget(about, this.#ports);
    const token = newId();
    this.#previews.set(token, { about, shown: fingerprintOf(found) });
    for (const oldest of [...this.#previews.keys()].slice(0, -previewsKept)) this.#previews.delete(oldest);
    const { episodes, messages, facts, summaries, notes } = found;
    return { token, episodes, messages, facts, summaries, notes };
  }

  /** Throws `memory.changed`. The words of `about` are forgotten too, whatever comes of it. */
  async forget(token: string): Promise<ForgetReceipt> {
    const ordered = this.#previews.get(token);
    this.#previews.delete(token);
    if (ordered === undefined) throw new JarvisError('memory.changed');
    const found = await findToForget(ordered.about, this.#ports);
    if (fingerprintOf(found) !== ordered.shown) throw new JarvisError('memory.changed');
    const { order, summaries, matches } = found;
    const { eraser, clock } = this.#ports;
    const rebuilt = await rebuildSummaries(summaries, new Set(order.episodes), matches, this.#ports);
    const receipt = await eraser.forget({ ...order, rebuilt }, { id: newId(), atMs: clock.nowMs() });
    this.#ports.rooms.letGo();
    return { ...receipt, copies: await eraser.settle() };
  }
}

/** Episodes that are gone with their conversation, and what rests on them alone. */
export async function removeConversation(conversationId: string, ports: BrainPorts): Promise<void> {
  const { episodic } = ports;
  const gone = new Set<string>();
  for (let page = await episodic.page(0, 1000); page.length > 0; ) {
    for (const { episode } of page) if (episode.place.conversationId === conversationId) gone.add(episode.id);
    page = await episodic.page(page.at(-1)?.key ?? 0, 1000);
  }
  await removeEpisodes([...gone], ports, order => ports.eraser.remove(order));
}

/** With the facts that rest on them alone; summaries are made again without them. What was said stays in conversations. */
export async function removeEpisodes(
  episodeIds: readonly string[],
  ports: BrainPorts,
  remove: (order: ForgetOrder) => Promise<unknown>,
): Promise<void> {
  if (episodeIds.length === 0) return;
  const { eraser, semantic } = ports;
  const things = await eraser.boundTo({ ...noThings, episodes: episodeIds });
  const derived = await semantic.summaries({ episodeIds, limit: mostSummaries });
  const rebuilt = await rebuildSummaries(derived, new Set(episodeIds), () => false, ports);
  const rest = { messages: [], titles: [], prompts: [], queuedTurns: [], notes: [] };
  await remove({ ...things, ...rest, rebuilt });
}
