/** Opens the core, asking the person for a passphrase as often as the place of the keys wants one. */
import { asJarvisError, JarvisError } from '../../domain/errors.ts';
import type { PassphraseAnswer, PassphraseReason } from './passphrase-page.ts';

/** What the core is opened with. */
export interface Unlocking {
  readonly passphrase?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const reasons: Readonly<Record<string, PassphraseReason>> = {
  'secret.no-keeper': 'none',
  'secret.passphrase-needed': 'needed',
  'secret.wrong-passphrase': 'wrong',
};

/** `ask` gives undefined when the person closed the question. Throws what `open` throws, also then. */
export async function openWithPassphrase<T>(
  env: Unlocking['env'],
  open: (unlocking: Unlocking) => Promise<T>,
  ask: (reason: PassphraseReason) => Promise<PassphraseAnswer | undefined>,
): Promise<T> {
  let unlocking: Unlocking = { env };
  for (;;) {
    const opened = await open(unlocking).catch((error: unknown) => asJarvisError(error));
    if (!(opened instanceof JarvisError)) return opened;
    const reason = reasons[opened.code];
    const answer = reason && (await ask(reason));
    if (answer === undefined) throw opened;
    unlocking = 'passphrase' in answer ? { env, ...answer } : { env: { ...env, JARVIS_SECRETS: 'file' } };
  }
}
