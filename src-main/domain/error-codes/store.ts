/** Codes of the database and its folder. */
import { define } from './error-text.ts';

export const storeErrors = define({
  'store.locked': {
    stage: 'store',
    retryable: true,
    message: {
      fr: 'Les données sont utilisées par un autre Jarvis.',
      en: 'The data are in use by another Jarvis.',
    },
    hint: {
      fr: 'Fermez l’autre fenêtre ou choisissez un autre dossier avec --data-dir.',
      en: 'Close the other one or choose another folder with --data-dir.',
    },
  },
  'store.wrong-key': {
    stage: 'store',
    retryable: false,
    message: { fr: 'La clé n’ouvre pas la base de données.', en: 'The key does not open the database.' },
    hint: {
      fr: 'Remettez le fichier de clé ou le trousseau d’origine, ou la bonne phrase secrète ; rien n’a été modifié.',
      en: 'Bring back the original key file, keychain or passphrase; nothing was changed.',
    },
  },
  'store.damaged': {
    stage: 'store',
    retryable: false,
    message: {
      fr: 'La base de données est endommagée ou tronquée.',
      en: 'The database is damaged or cut short.',
    },
    hint: {
      fr: 'Restaurez la sauvegarde la plus récente du dossier « backups ».',
      en: 'Restore the newest backup from the folder "backups".',
    },
  },
  'store.newer': {
    stage: 'store',
    retryable: false,
    message: {
      fr: 'Ces données viennent d’un Jarvis plus récent (schéma {found}, ce programme connaît {known}).',
      en: 'These data come from a newer Jarvis (schema {found}, this program knows {known}).',
    },
    hint: { fr: 'Mettez Jarvis à jour ; rien n’a été modifié.', en: 'Update Jarvis; nothing was changed.' },
  },
  'store.disk-full': {
    stage: 'store',
    retryable: true,
    message: { fr: 'Le disque est plein.', en: 'The disk is full.' },
    hint: {
      fr: 'Libérez de la place puis recommencez ; ce qui était enregistré l’est toujours.',
      en: 'Free some space, then try again; what was saved is still saved.',
    },
  },
  'store.read-only': {
    stage: 'store',
    retryable: false,
    message: {
      fr: 'Le dossier de données n’accepte pas l’écriture : {path}.',
      en: 'The data folder cannot be written to: {path}.',
    },
    hint: {
      fr: 'Donnez-vous le droit d’écrire ou choisissez un autre dossier avec --data-dir.',
      en: 'Give yourself the right to write, or choose another folder with --data-dir.',
    },
  },
  'store.failed': {
    stage: 'store',
    retryable: true,
    message: { fr: 'La base de données a refusé l’opération.', en: 'The database refused the operation.' },
    hint: {
      fr: 'Recommencez ; si cela dure, lancez « jarvis doctor ».',
      en: 'Try again; if it lasts, run "jarvis doctor".',
    },
  },
});
