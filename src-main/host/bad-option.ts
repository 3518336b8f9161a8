/** What Node's own reader of options says, as our error. */
import { JarvisError } from '../domain/errors.ts';

/** Names the option alone: Node's sentence around it is English. */
export function badOptionError(error: unknown): JarvisError {
  const said = error instanceof Error ? error.message : String(error);
  return new JarvisError('host.bad-option', { detail: /'([^']+)'/.exec(said)?.[1] ?? said }, error);
}
