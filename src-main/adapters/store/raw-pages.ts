/** A database file as it would be without encryption, byte for byte: free pages and the gaps within pages too. */
import { connect } from './connect.ts';

/** What a proof of forgetting searches. `path`: of a database that nobody has open. Nothing is written. */
export function readRawPages(path: string, key: Uint8Array): Buffer {
  const database = connect(path, key, { readonly: true });
  try {
    // Another file's key is told apart here; `serialize` would only say that there is no memory.
    database.pragma('schema_version');
    return database.serialize();
  } finally {
    database.close();
  }
}
