/** A fact as its columns state it, whether they lie with the fact or with the change that brought it. */
import type { Fact } from '../../domain/memory.ts';
import { decodeId } from './stored-id.ts';
import { decodeText } from './stored-text.ts';

export interface StatedColumns {
  readonly subject: Buffer;
  readonly subject_id: Buffer | null;
  readonly relation: string;
  readonly value: Buffer;
  readonly value_id: Buffer | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly superseded_by: Buffer | null;
  readonly language: string;
  readonly confidence: number;
  readonly times_said: number;
  readonly first_said_ms: number;
  readonly last_said_ms: number;
  readonly proposed_by: Fact['proposedBy'];
}

export const statedFact = (id: Buffer, row: StatedColumns, sourceEpisodeIds: readonly string[]): Fact => ({
  id: decodeId(id),
  ...(row.subject_id !== null && { subjectId: decodeId(row.subject_id) }),
  ...(row.value_id !== null && { valueId: decodeId(row.value_id) }),
  subject: decodeText(row.subject),
  relation: row.relation,
  value: decodeText(row.value),
  ...(row.valid_from !== null && { validFrom: row.valid_from }),
  ...(row.valid_to !== null && { validTo: row.valid_to }),
  language: row.language === 'fr' ? 'fr' : 'en',
  confidence: row.confidence,
  timesSaid: row.times_said,
  firstSaidMs: row.first_said_ms,
  lastSaidMs: row.last_said_ms,
  proposedBy: row.proposed_by,
  sourceEpisodeIds,
  ...(row.superseded_by !== null && { supersededBy: decodeId(row.superseded_by) }),
});
