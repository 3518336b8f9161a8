/** Tells the windows that the memory holds something else now. */
import type { EventData } from '../../src-preload/contract.ts';
import type { Brain } from '../memory/brain.ts';
import type { Publish } from './services.ts';

/** To be called whenever something was learned, corrected, forgotten or brought in. */
export async function publishMemoryChanged(
  publish: Publish,
  brain: Pick<Brain, 'statistics'>,
): Promise<void> {
  const { episodes, facts, summaries } = await brain.statistics();
  publish('memory.changed', { episodes, facts, summaries } satisfies EventData<'memory.changed'>);
}
