/** Private mode of a profile: a store in memory alone with turns of its own, which are gone when it ends. */
import { openVolatileStore } from '../adapters/store/open-volatile-store.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Log } from '../observability/log.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import { privateOrganizer } from './private-organizer.ts';
import { openStage, type Stage, type StageOptions } from './profile-stage.ts';

/** Not even that there was a turn stands in the log. */
const silent: Log = { write: () => undefined, close: async () => undefined };

/** `kept`: how the profile's own stage was opened. */
export async function openPrivateRoom(
  { recall: _none, ...kept }: StageOptions,
  watch: NonNullable<StageOptions['watch']>,
): Promise<Stage> {
  const store = openVolatileStore(kept);
  const stage = openStage({
    ...kept,
    memory: apart(store.memory, kept.memory),
    organizer: privateOrganizer(kept.organizer, store.organizer),
    timers: store.organizer,
    log: silent,
    watch,
  });
  await stage.alarm.start();
  return {
    ...stage,
    close: async () => {
      await stage.close();
      store.close();
    },
  };
}

/** What is taken out or brought in is the profile's own, also from here: private words never leave memory. */
const apart = (room: MemoryStore, kept: MemoryStore): MemoryStore => ({
  ...room,
  exportConversations: ids => kept.exportConversations(ids),
  importConversations: async () => {
    throw new JarvisError('memory.private');
  },
  getPreferences: () => kept.getPreferences(),
  setPreferences: preferences => kept.setPreferences(preferences),
  verify: () => kept.verify(),
});
