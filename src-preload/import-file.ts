/** Sends an export file in pieces, so that neither the core nor the window ever stands still over a large one. */
import type { Client } from './connect.ts';
import type { CommandOutput } from './contract.ts';

/** UTF-16 units; about a millisecond's work at each end. */
const pieceLength = 256 * 1024;
/** 100,000 messages take a while on a slow disk. */
const limitMs = 3_600_000;

/** `importId`: new for each import; `conversation.cancelImport` takes it. Rejects as `conversation.import` does. */
export async function importFile(
  client: Pick<Client, 'call'>,
  importId: string,
  text: string,
): Promise<CommandOutput<'conversation.import'>> {
  let at = 0;
  for (; at + pieceLength < text.length; at += pieceLength) {
    const piece = text.slice(at, at + pieceLength);
    await client.call('conversation.importPiece', { importId, at, text: piece });
  }
  return client.call('conversation.import', { importId, text: text.slice(at) }, { limitMs });
}
