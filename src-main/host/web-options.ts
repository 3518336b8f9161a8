/** The options of `npm start`. */

import { parseArgs } from 'node:util';
import { JarvisError } from '../domain/errors.ts';
import type { Bilingual } from '../domain/language.ts';
import { badOptionError } from './bad-option.ts';

export interface WebOptions {
  readonly open: boolean;
  /** 0: any free port. */
  readonly port: number;
  readonly dataDir?: string;
  readonly metricsPort?: number;
  /** New profiles begin in the conversation. */
  readonly noWelcome: boolean;
  readonly help: boolean;
}

export const webHelp: Bilingual = {
  fr: `npm start -- [options]

  --no-open            n’ouvre pas le navigateur, affiche seulement le lien
  --no-welcome         un nouveau profil commence par la conversation
  --port PORT          port local (sinon un port libre)
  --data-dir DOSSIER   dossier de données (sinon le dossier habituel du système)
  --metrics-port PORT  sert /metrics et /health sur ce port local
  --help               cette aide

La phrase secrète d’un coffre protégé se donne dans JARVIS_PASSPHRASE.`,
  en: `npm start -- [options]

  --no-open            do not open the browser, only print the link
  --no-welcome         a new profile begins in the conversation
  --port PORT          local port (otherwise any free one)
  --data-dir FOLDER    data folder (otherwise the system's usual place)
  --metrics-port PORT  serve /metrics and /health on this local port
  --help               this help

The passphrase of a protected store is given in JARVIS_PASSPHRASE.`,
};

/** Throws `host.bad-option`. */
export function parseWebOptions(args: readonly string[]): WebOptions {
  const { values } = parse(args);
  const dataDir = values['data-dir'];
  const metricsPort = values['metrics-port'];
  if (dataDir === '') throw new JarvisError('host.bad-option', { detail: '--data-dir' });
  return {
    open: !values['no-open'],
    port: values.port === undefined ? 0 : portNumber('--port', values.port),
    noWelcome: values['no-welcome'] ?? false,
    help: values.help ?? false,
    ...(dataDir !== undefined && { dataDir }),
    ...(metricsPort !== undefined && { metricsPort: portNumber('--metrics-port', metricsPort) }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'no-open': { type: 'boolean' },
        'no-welcome': { type: 'boolean' },
        port: { type: 'string' },
        'data-dir': { type: 'string' },
        'metrics-port': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw badOptionError(error);
  }
}

function portNumber(option: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new JarvisError('host.bad-option', { detail: `${option} ${text}` });
  return port;
}
