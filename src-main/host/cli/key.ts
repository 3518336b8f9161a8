/** `jarvis key`: where the keys of the data lie, and how they move. */
import { ClientError } from '../../../src-preload/connect.ts';
import { leaveMoveOrder } from '../../adapters/secret/move-order.ts';
import { asJarvisError, JarvisError } from '../../domain/errors.ts';
import type { Bilingual } from '../../domain/language.ts';
import { type SecretPlace, secretPlaces } from '../../domain/secret-place.ts';
import { badOption, type CliCommand, type CommandContext, onlyOptions, say } from './command.ts';

const places: Readonly<Record<SecretPlace, Bilingual>> = {
  keychain: { fr: 'dans le trousseau du système', en: 'in the system keychain' },
  desktop: { fr: 'scellée par le programme de bureau', en: 'sealed by the desktop program' },
  file: {
    fr: 'dans un fichier que seul votre compte peut lire',
    en: 'in a file that only your account can read',
  },
  passphrase: { fr: 'sous une phrase secrète', en: 'under a passphrase' },
};
const words = {
  where: {
    fr: 'La clé de ces données est {place} ({kind}).',
    en: 'The key to these data is {place} ({kind}).',
  },
  moved: { fr: 'Fait. La clé est {place}.', en: 'Done. The key is {place}.' },
  later: {
    fr: 'Préparé : le programme de bureau déplacera la clé à son prochain démarrage. D’ici là rien ne change.',
    en: 'Prepared: the desktop program will move the key at its next start. Until then nothing changes.',
  },
} satisfies Record<string, Bilingual>;

export const keyCommand: CliCommand = {
  run: async ([action, ...args], context) => {
    if (action === undefined || action.startsWith('-'))
      return where([...(action === undefined ? [] : [action]), ...args], context);
    if (action !== 'move') throw badOption(`key ${action} (move)`);
    return move(args, context);
  },
};

async function where(args: readonly string[], context: CommandContext): Promise<number> {
  const values = onlyOptions(args, { json: { type: 'boolean' } });
  const { place } = await (await context.access.open()).call('secret.place', {});
  const text = say(words.where, context)
    .replace('{place}', say(places[place], context))
    .replace('{kind}', place);
  context.terminal.line(values.json ? JSON.stringify({ place }) : text);
  return 0;
}

async function move(args: readonly string[], context: CommandContext): Promise<number> {
  const values = onlyOptions(args, { to: { type: 'string' } });
  const to = secretPlaces.find(place => place === values.to);
  if (to === undefined) throw badOption(`--to ${values.to ?? '?'} (${secretPlaces.join(', ')})`);
  const done = await moveNow(to, context);
  if (!done && to !== 'passphrase') leaveMoveOrder(context.folder.root, to);
  context.terminal.line(
    done ? say(words.moved, context).replace('{place}', say(places[to], context)) : say(words.later, context),
  );
  return 0;
}

/** False where only the desktop program can do it, and it does not run. */
async function moveNow(to: SecretPlace, { access }: CommandContext): Promise<boolean> {
  const passphrase = to === 'passphrase' ? passphraseGiven() : undefined;
  try {
    const client = await access.open();
    const { place } = await client.call('secret.place', {});
    if (to === 'desktop' && place !== to && access.isOwn()) return false;
    await client.call('secret.move', { to, ...(passphrase !== undefined && { passphrase }) });
    return true;
  } catch (error) {
    if (codeOf(error) === 'secret.in-desktop' && to !== 'passphrase') return false;
    throw error;
  }
}

/** As for every other command: in the environment, so that it stands in no list of processes. */
function passphraseGiven(): string {
  const { JARVIS_PASSPHRASE: given } = process.env;
  if (given === undefined || given === '') throw new JarvisError('secret.passphrase-needed');
  return given;
}

const codeOf = (error: unknown): string =>
  error instanceof ClientError ? error.report.code : asJarvisError(error).code;
