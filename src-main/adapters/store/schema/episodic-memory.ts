/** Episodes, their words, vectors and entities. */
import type { Migration } from '../migrations.ts';

export const episodicMemorySchema: Migration = () => undefined;
