/** The person's documents, in passages. */
import type { Migration } from '../migration.ts';

export const knowledgeSchema: Migration = () => undefined;
