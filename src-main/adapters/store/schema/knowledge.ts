/** The person's documents, in passages. */
import type { Migration } from '../migrations.ts';

export const knowledgeSchema: Migration = () => undefined;
