/** Where the table of meanings lies that comes with the program. */
import { fileURLToPath } from 'node:url';

/** The same from the sources and from the built program. */
export const embeddingTableFolder = fileURLToPath(
  new URL('../../models/embedding/jarvis-static-fr-en/', import.meta.url),
).replace('app.asar', 'app.asar.unpacked');
