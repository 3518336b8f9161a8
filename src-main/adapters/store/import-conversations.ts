/** Brings whole conversations into the database without keeping anybody waiting, all or none of them. */
import { JarvisError } from '../../domain/errors.ts';
import type { ImportOptions, ImportPart } from '../../ports/memory-store.ts';
import { removeConversations } from './purge.ts';
import type { ShortSteps } from './short-steps.ts';
import { StagedImport } from './staged-import.ts';
import type { Statements } from './statements.ts';

export async function importConversations(
  db: Statements,
  steps: ShortSteps,
  parts: Iterable<ImportPart> | AsyncIterable<ImportPart>,
  { signal, progress }: ImportOptions = {},
): Promise<{ conversations: number; messages: number }> {
  const staged = new StagedImport(db);
  const check = (): void => {
    if (signal?.aborted) throw new JarvisError('import.cancelled');
  };
  try {
    for await (const part of parts) {
      if (part.messages !== undefined) await steps.each(part.messages, message => staged.add(message), check);
      else await steps.each([part], one => staged.beginConversation(one), check);
      progress?.(staged.messages);
    }
    check();
    db.write(() => staged.publish());
    return { conversations: staged.conversations, messages: staged.messages };
  } catch (error) {
    await removeStaged(db, steps, staged);
    throw error;
  } finally {
    staged.end();
  }
}

/** What cannot be removed now, on a full disk or in a closed store, goes at the next start. */
async function removeStaged(db: Statements, steps: ShortSteps, staged: StagedImport): Promise<void> {
  try {
    if (db.database.open) await removeConversations(db, steps, staged.rows());
  } catch {
    return;
  }
}
