/** Facts, summaries and what each consolidation changed. */
import type { Migration } from '../migrations.ts';

export const semanticMemorySchema: Migration = () => undefined;
