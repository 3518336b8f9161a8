/** What can go wrong before Jarvis itself runs, in one line with the mend, in the language of the terminal. */

const texts = {
  'old-node': {
    fr: 'Node {found} est trop ancien. Installez Node 20 ou plus récent (https://nodejs.org), puis relancez.',
    en: 'Node {found} is too old. Install Node 20 or newer (https://nodejs.org), then try again.',
  },
  'no-npm': {
    fr: 'npm est introuvable. Installez-le avec Node (https://nodejs.org), puis relancez.',
    en: 'npm was not found. Install it along with Node (https://nodejs.org), then try again.',
  },
  'no-network': {
    fr: 'Le registre npm est injoignable ({detail}). Connectez la machine au réseau ou indiquez un registre (npm config set registry …), puis relancez.',
    en: 'The npm registry cannot be reached ({detail}). Connect this machine to the network or name a registry (npm config set registry …), then try again.',
  },
  'disk-full': {
    fr: 'Le disque est plein. Libérez environ 2 Go pour {path}, puis relancez.',
    en: 'The disk is full. Free about 2 GB for {path}, then try again.',
  },
  'no-permission': {
    fr: 'Impossible d’écrire dans {path}. Donnez-vous le droit d’y écrire ou clonez le dépôt ailleurs, puis relancez.',
    en: 'Cannot write to {path}. Give yourself the right to write there or clone the repository elsewhere, then try again.',
  },
  'no-platform': {
    fr: 'Aucun Node 24 n’est proposé pour {platform}. Installez Node 22.14 ou plus récent vous-même, puis relancez.',
    en: 'No Node 24 is offered for {platform}. Install Node 22.14 or newer yourself, then try again.',
  },
  'lock-mismatch': {
    fr: 'package.json et package-lock.json ne vont pas ensemble. Remettez les deux fichiers du dépôt (git checkout), puis relancez.',
    en: 'package.json and package-lock.json do not fit together. Bring back both files of the repository (git checkout), then try again.',
  },
  'npm-failed': {
    fr: 'npm a échoué : {detail}. Relancez ; si cela dure, effacez node_modules et .runtime.',
    en: 'npm failed: {detail}. Try again; if it lasts, delete node_modules and .runtime.',
  },
  'not-set-up': {
    fr: 'Jarvis n’est pas encore installé ici. Lancez « npm start » une fois, puis recommencez.',
    en: 'Jarvis is not set up here yet. Run "npm start" once, then try again.',
  },
  'build-failed': {
    fr: 'La construction a échoué (voir ci-dessus). Remettez les sources du dépôt en état, puis relancez.',
    en: 'The build failed (see above). Put the sources of the repository right, then try again.',
  },
};

/** @param {NodeJS.ProcessEnv} env */
export const isFrench = (env = process.env) =>
  /^fr/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale);

/** A failure that the user can mend; its message is the whole line to print. */
export class SetupError extends Error {
  constructor(code, params = {}) {
    const text = texts[code][isFrench() ? 'fr' : 'en'];
    super(text.replace(/\{(\w+)\}/g, (place, name) => params[name] ?? place));
    this.name = 'SetupError';
    this.code = code;
  }
}

const signs = [
  ['disk-full', /\bENOSPC\b|no space left/i],
  ['no-permission', /\b(EACCES|EPERM|EROFS)\b/],
  [
    'no-network',
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR|SELF_SIGNED_CERT_IN_CHAIN)\b|network request to/i,
  ],
  ['lock-mismatch', /\bEUSAGE\b|are in sync/],
];

/** What npm wrote when it failed, as a SetupError. */
export function npmFailure(output, path) {
  const [code] = signs.find(([, sign]) => sign.test(output)) ?? ['npm-failed'];
  const found = /npm (?:ERR!|error) (?:code )?(\S.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1);
  return new SetupError(code, { path, detail: (found || '?').slice(0, 160) });
}
