/** Reads a picture of several parts that belongs to one moment. */
import type { Services } from './services.ts';

const attempts = 5;

/**
 * Reads again when something changed meanwhile: a client gets that change as an event before the picture, and an older
 * picture would undo it. After a few attempts the last one is taken; what changes that often is seen to change again.
 */
export async function readSettled<T>(
  services: Pick<Services, 'changes'>,
  read: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const before = services.changes();
    const picture = await read();
    if (services.changes() === before || attempt === attempts) return picture;
  }
}
