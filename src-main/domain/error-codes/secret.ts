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
});
