/** Codes of keys and where they lie. */
import { define } from './error-text.ts';

export const secretErrors = define({
  'secret.unavailable': {
    stage: 'secret',
    retryable: true,
    message: { fr: 'Le trousseau ne répond pas.', en: 'The keychain does not answer.' },
    hint: {
      fr: 'Déverrouillez la session, puis relancez Jarvis.',
      en: 'Unlock your session, then start Jarvis again.',
    },
  },
  'secret.passphrase-needed': {
    stage: 'secret',
    retryable: false,
    message: { fr: 'Une phrase secrète est nécessaire.', en: 'A passphrase is needed.' },
    hint: {
      fr: 'Donnez-la dans la variable JARVIS_PASSPHRASE.',
      en: 'Give it in the variable JARVIS_PASSPHRASE.',
    },
  },
  'secret.wrong-passphrase': {
    stage: 'secret',
    retryable: false,
    message: { fr: 'La phrase secrète est fausse.', en: 'The passphrase is wrong.' },
    hint: {
      fr: 'Vérifiez-la et recommencez ; rien n’a été modifié.',
      en: 'Check it and try again; nothing was changed.',
    },
  },
  'secret.key-missing': {
    stage: 'secret',
    retryable: false,
    message: {
      fr: 'La clé de ces données manque là où Jarvis garde ses secrets.',
      en: 'The key to these data is missing from where Jarvis keeps its secrets.',
    },
    hint: {
      fr: 'Remettez le fichier de clé ou le trousseau d’origine ; rien n’a été modifié.',
      en: 'Bring back the original key file or keychain; nothing was changed.',
    },
  },
  'secret.damaged': {
    stage: 'secret',
    retryable: false,
    message: {
      fr: 'Le fichier des secrets est illisible : {path}.',
      en: 'The secrets file cannot be read: {path}.',
    },
    hint: {
      fr: 'Remettez une copie de ce fichier ; sans lui les données chiffrées restent fermées.',
      en: 'Bring back a copy of that file; without it the encrypted data stay closed.',
    },
  },
  'secret.in-desktop': {
    stage: 'secret',
    retryable: false,
    message: {
      fr: 'La clé de ces données est gardée par le programme de bureau de Jarvis, qui ne tourne pas.',
      en: 'The key to these data is kept by the desktop program of Jarvis, which is not running.',
    },
    hint: {
      fr: 'Ouvrez-le et recommencez, ou déplacez la clé : « jarvis key move --to keychain ».',
      en: 'Open it and try again, or move the key: "jarvis key move --to keychain".',
    },
  },
  'secret.other-keeper': {
    stage: 'secret',
    retryable: false,
    message: {
      fr: 'La clé de ces données a été scellée avec « {kept} », que ce bureau n’offre pas (il offre : {found}).',
      en: 'The key to these data was sealed with "{kept}", which this desktop does not offer (it offers: {found}).',
    },
    hint: {
      fr: 'Ouvrez Jarvis dans la session où il a été installé ; rien n’a été modifié.',
      en: 'Open Jarvis in the session it was set up in; nothing was changed.',
    },
  },
  'secret.no-keeper': {
    stage: 'secret',
    retryable: false,
    message: {
      fr: 'Ce bureau n’a pas de trousseau qui garderait la clé.',
      en: 'This desktop has no keychain that would keep the key.',
    },
    hint: {
      fr: 'Donnez une phrase secrète, ou installez un trousseau (GNOME Keyring, KWallet).',
      en: 'Give a passphrase, or install a keychain (GNOME Keyring, KWallet).',
    },
  },
  'secret.only-in-desktop': {
    stage: 'secret',
    retryable: false,
    message: {
      fr: 'Seul le programme de bureau peut sceller la clé.',
      en: 'Only the desktop program can seal the key.',
    },
    hint: {
      fr: 'Quittez celui-ci et lancez « jarvis key move --to desktop » : le programme de bureau la prendra à son prochain démarrage.',
      en: 'Quit this one and run "jarvis key move --to desktop": the desktop program takes it at its next start.',
    },
  },
  'secret.in-the-way': {
    stage: 'secret',
    retryable: false,
    message: {
      fr: 'Des secrets se trouvent déjà là où la clé doit aller : {path}.',
      en: 'There are secrets already where the key is to go: {path}.',
    },
    hint: {
      fr: 'Mettez ce fichier de côté, puis recommencez ; rien n’a été modifié.',
      en: 'Put that file aside, then try again; nothing was changed.',
    },
  },
});
