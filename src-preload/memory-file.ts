/** Takes a file of memories out, and brings one in, piece by piece: a million memories are never held as a whole. */
import type { Client } from './connect.ts';
import type { CommandInput, CommandOutput } from './contract.ts';

type Caller = Pick<Client, 'call'>;
type ExportPiece = CommandOutput<'memory.export'>;

/** UTF-16 units; about a millisecond's work at each end. */
const pieceLength = 256 * 1024;
/** A piece waits until those before it are stored. */
const limitMs = 3_600_000;

/** Each piece as it comes; whoever takes no more ends the export. */
export async function* exportMemories(
  client: Caller,
  exportId: string,
  format: CommandInput<'memory.export'>['format'],
): AsyncGenerator<ExportPiece> {
  let isWhole = false;
  try {
    while (!isWhole) {
      const piece = await client.call('memory.export', { exportId, format }, { limitMs });
      isWhole = piece.isLast;
      yield piece;
    }
  } finally {
    if (!isWhole) await client.call('memory.cancelExport', { exportId });
  }
}

/** `importId`: new for each import; `memory.cancelImport` takes it. Rejects as `memory.import` does. */
export async function importMemories(
  client: Caller,
  importId: string,
  chunks: AsyncIterable<string>,
): Promise<CommandOutput<'memory.import'>> {
  let at = 0;
  let waiting = '';
  for await (const chunk of chunks) {
    waiting += chunk;
    while (waiting.length > pieceLength) {
      const text = waiting.slice(0, pieceLength);
      await client.call('memory.importPiece', { importId, at, text }, { limitMs });
      at += text.length;
      waiting = waiting.slice(pieceLength);
    }
  }
  return client.call('memory.import', { importId, at, text: waiting }, { limitMs });
}
