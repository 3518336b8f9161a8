/** Whether a memory holds nothing and has nothing to do: such a one need not be loaded until somebody says something. */
import type { Store } from '../adapters/store/open-store.ts';

type KeptStores = Pick<
  Store,
  'episodic' | 'semantic' | 'perception' | 'arrivals' | 'organizer' | 'knowledge'
>;

/** Reads a row or two of each store. */
export async function isMemoryEmpty(stores: KeptStores): Promise<boolean> {
  const { episodic, semantic, perception, arrivals, organizer, knowledge } = stores;
  const firstEpisode = 0;
  const left = await Promise.all([
    // Hidden ones too: some are shown again, and all may need other vectors.
    episodic.page(firstEpisode, 1),
    semantic.facts({ past: true, limit: 1 }),
    semantic.nights(1),
    perception.unperceived(1),
    perception.deletedConversations(),
    organizer.findFacts(''),
    knowledge.sources(),
  ]);
  const { facts, summaries } = await semantic.count();
  return left.flat().length === 0 && facts + summaries === 0 && (await arrivals.state()) === 'none';
}
