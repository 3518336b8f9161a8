/** The SQLite store passes the suites of both ports it stands for. */
import { describeMemoryStore } from '../../ports/conformance/memory-store.ts';
import { describeOrganizerStore } from '../../ports/conformance/organizer-store.ts';
import type { Store } from './open-store.ts';
import { createStoreFixture } from './store-fixture.ts';

async function subjectOf<Part extends keyof Store>(part: Part) {
  const fixture = createStoreFixture();
  let current = fixture.open();
  return {
    store: current[part],
    reopen: async () => {
      current.close();
      current = fixture.open();
      return current[part];
    },
    remove: async () => fixture.remove(),
  };
}

describeMemoryStore('SQLite', () => subjectOf('memory'));
describeOrganizerStore('SQLite', () => subjectOf('organizer'));
