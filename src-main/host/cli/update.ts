/** `jarvis update`: looks for a new version, brings and installs it, and says how far it is. */
import type { CommandOutput } from '../../../src-preload/contract.ts';
import type { Bilingual } from '../../domain/language.ts';
import type { NoOfferReason, UpdateStep } from '../../domain/update.ts';
import { bytesText, fillIn } from './catalogue-words.ts';
import {
  actionOf,
  badOption,
  type CliAction,
  type CliCommand,
  type CommandContext,
  onlyArgument,
  parseOptions,
  say,
} from './command.ts';

type Status = CommandOutput<'update.get'>;
type Settings = Status['settings'];

const words = {
  version: {
    fr: 'Jarvis {version}, voie {channel}, mises à jour : {mode}',
    en: 'Jarvis {version}, channel {channel}, updates: {mode}',
  },
  offer: { fr: 'Version {version} ({size}) : {step}', en: 'Version {version} ({size}): {step}' },
} as const satisfies Record<string, Bilingual>;

const modes: Readonly<Record<Settings['mode'], Bilingual>> = {
  off: { fr: 'arrêtées (rien n’est demandé à personne)', en: 'off (nobody is asked anything)' },
  tell: { fr: 'signalées', en: 'told' },
  automatic: { fr: 'automatiques', en: 'automatic' },
};

const steps: Readonly<Record<UpdateStep, Bilingual>> = {
  idle: { fr: 'rien à installer', en: 'nothing to install' },
  checking: { fr: 'recherche', en: 'looking' },
  available: { fr: 'disponible', en: 'available' },
  downloading: { fr: 'téléchargement', en: 'downloading' },
  ready: { fr: 'prête à être installée', en: 'ready to be installed' },
  installing: { fr: 'installation', en: 'being installed' },
  installed: { fr: 'installée, en place au prochain démarrage', en: 'installed, in place at the next start' },
  confirmed: { fr: 'à jour', en: 'up to date' },
  'rolling-back': { fr: 'retour à la version d’avant', en: 'going back to the version before' },
  'rolled-back': {
    fr: 'retour à la version d’avant, faute de démarrer',
    en: 'went back to the version before: it did not start',
  },
};

const reasons: Readonly<Record<NoOfferReason, Bilingual>> = {
  same: { fr: 'Vous avez la dernière version.', en: 'You have the latest version.' },
  older: {
    fr: 'Vous avez une version plus récente que celle du serveur.',
    en: 'You have a later version than the server.',
  },
  staged: {
    fr: 'Une nouvelle version se répand peu à peu ; ce n’est pas encore le tour de cet ordinateur.',
    en: 'A new version is spreading step by step; it is not the turn of this computer yet.',
  },
  skipped: {
    fr: 'La nouvelle version est celle que vous avez laissée de côté.',
    en: 'The new version is the one that you left aside.',
  },
  'system-too-old': {
    fr: 'La nouvelle version demande un système plus récent.',
    en: 'The new version needs a later system.',
  },
  'too-old-to-step': {
    fr: 'Votre version est trop ancienne pour passer directement à la nouvelle ; installez-la vous-même.',
    en: 'Your version is too old to step to the new one directly; install it yourself.',
  },
  'no-file': {
    fr: 'La nouvelle version n’existe pas pour ce type de paquet.',
    en: 'The new version does not exist for this kind of package.',
  },
};

/** A slow line, and a program of a hundred megabytes. */
const longMs = 3_600_000;

/** An order that takes no words besides. */
const alone =
  (order: (context: CommandContext) => Promise<Status>): CliAction<Status> =>
  async ([surplus], context) => {
    if (surplus !== undefined) throw badOption(surplus);
    return order(context);
  };

const actions: Readonly<Record<string, CliAction<Status>>> = {
  status: alone(({ access }) => call(access, 'update.get')),
  check: alone(({ access }) => call(access, 'update.check')),
  install: alone(install),
  skip: async (args, { access }) => {
    const version = onlyArgument(args, 'VERSION');
    return (await access.open()).call('update.skip', { version });
  },
  off: alone(context => set({ mode: 'off' }, context)),
  tell: alone(context => set({ mode: 'tell' }, context)),
  automatic: alone(context => set({ mode: 'automatic' }, context)),
  stable: alone(context => set({ channel: 'stable' }, context)),
  beta: alone(context => set({ channel: 'beta' }, context)),
};

export const updateCommand: CliCommand = {
  run: async (args, context) => {
    const { run, rest } = actionOf('update', actions, args, 'status');
    const { values, positionals } = parseOptions(rest, { json: { type: 'boolean' } });
    const status = await run(positionals, context);
    if (values.json) context.terminal.line(JSON.stringify(status));
    else print(status, context);
    return 0;
  },
};

async function call(access: CommandContext['access'], name: 'update.get' | 'update.check'): Promise<Status> {
  return (await access.open()).call(name, {}, { limitMs: longMs });
}

/** All the way from looking to installing. */
async function install({ access }: CommandContext): Promise<Status> {
  const client = await access.open();
  const long = { limitMs: longMs };
  let status = await client.call('update.get', {});
  if (status.step !== 'ready') status = await client.call('update.check', {}, long);
  if (status.step === 'available') status = await client.call('update.download', {}, long);
  return status.step === 'ready' ? client.call('update.install', {}, long) : status;
}

async function set(part: Partial<Settings>, { access }: CommandContext): Promise<Status> {
  const client = await access.open();
  const { settings } = await client.call('update.get', {});
  return client.call('update.set', { ...settings, ...part });
}

function print({ version, settings, step, offer, nothing, error }: Status, context: CommandContext): void {
  const { terminal, language } = context;
  const mode = modes[settings.mode][language];
  terminal.line(fillIn(say(words.version, context), { version, channel: settings.channel, mode }));
  if (offer !== undefined) {
    const size = bytesText(offer.bytes, language);
    terminal.line(
      fillIn(say(words.offer, context), { version: offer.version, size, step: steps[step][language] }),
    );
    terminal.write(`\n${offer.notes[language]}\n`);
  } else if (nothing !== undefined) terminal.line(reasons[nothing][language]);
  else terminal.line(steps[step][language]);
  if (error !== undefined) terminal.remark(`${error.code}: ${error.message} ${error.hint}`);
}
