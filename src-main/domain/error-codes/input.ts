/** Codes of what the user gives: requests, skills, imported files, settings. */
import { define } from './error-text.ts';

export const inputErrors = define({
  'input.empty': {
    stage: 'input',
    retryable: false,
    message: { fr: 'Le message est vide.', en: 'The message is empty.' },
    hint: { fr: 'Écrivez quelque chose puis envoyez.', en: 'Write something, then send it.' },
  },
  'input.too-long': {
    stage: 'input',
    retryable: false,
    message: {
      fr: 'Le message est trop long : {length} caractères, {limit} au plus.',
      en: 'The message is too long: {length} characters, at most {limit}.',
    },
    hint: { fr: 'Coupez-le en plusieurs messages.', en: 'Split it into several messages.' },
  },
  'input.invalid': {
    stage: 'input',
    retryable: false,
    message: { fr: 'La demande est mal formée : {detail}.', en: 'The request is malformed: {detail}.' },
    hint: { fr: 'Corrigez ce qui est indiqué et recommencez.', en: 'Correct what is named and try again.' },
  },
  'input.unknown-command': {
    stage: 'input',
    retryable: false,
    message: { fr: 'La commande « {name} » n’existe pas.', en: 'There is no command "{name}".' },
    hint: {
      fr: 'Mettez la fenêtre et le programme à la même version.',
      en: 'Bring the window and the program to the same version.',
    },
  },
  'input.not-found': {
    stage: 'input',
    retryable: false,
    message: { fr: 'Introuvable : {what}.', en: 'Not found: {what}.' },
    hint: {
      fr: 'Il a peut-être été supprimé ; rechargez la liste.',
      en: 'It may have been deleted; reload the list.',
    },
  },
  'input.file-unreadable': {
    stage: 'input',
    retryable: false,
    message: { fr: 'Ce fichier ne peut pas être lu : {path}.', en: 'This file cannot be read: {path}.' },
    hint: {
      fr: 'Vérifiez son nom et le droit de le lire.',
      en: 'Check its name and the right to read it.',
    },
  },
  'input.rate': {
    stage: 'input',
    retryable: true,
    message: {
      fr: 'Trop de messages d’un coup : {limit} attendent déjà.',
      en: 'Too many messages at once: {limit} are waiting already.',
    },
    hint: {
      fr: 'Attendez une réponse ou annulez des messages en attente.',
      en: 'Wait for an answer or cancel waiting messages.',
    },
  },
  'input.other-profile': {
    stage: 'input',
    retryable: false,
    message: {
      fr: 'Un autre profil est utilisé depuis ; ces mots n’y ont pas été envoyés.',
      en: 'Another profile is in use by now; these words were not sent to it.',
    },
    hint: {
      fr: 'Revenez au premier profil, puis envoyez-les de nouveau.',
      en: 'Go back to the first profile, then send them again.',
    },
  },
  'import.malformed': {
    stage: 'import',
    retryable: false,
    message: {
      fr: 'Ce fichier n’est pas un export de Jarvis : {detail}.',
      en: 'This file is not a Jarvis export: {detail}.',
    },
    hint: {
      fr: 'Choisissez un fichier JSON ou Markdown exporté par Jarvis ; rien n’a été importé.',
      en: 'Choose a JSON or Markdown file exported by Jarvis; nothing was imported.',
    },
  },
  'import.too-large': {
    stage: 'import',
    retryable: false,
    message: {
      fr: 'Le fichier est trop grand : {size} Mo, {limit} Mo au plus.',
      en: 'The file is too large: {size} MB, at most {limit} MB.',
    },
    hint: {
      fr: 'Coupez-le en plusieurs fichiers ; rien n’a été importé.',
      en: 'Split it into several files; nothing was imported.',
    },
  },
  'import.cancelled': {
    stage: 'import',
    retryable: true,
    message: { fr: 'L’import a été annulé.', en: 'The import was cancelled.' },
    hint: {
      fr: 'Rien n’a été importé ; recommencez quand vous voulez.',
      en: 'Nothing was imported; start again whenever you like.',
    },
  },
  'settings.bad-file': {
    stage: 'settings',
    message: {
      fr: 'Ce fichier ne contient pas de réglages de Jarvis.',
      en: 'This file holds no settings of Jarvis.',
    },
    hint: {
      fr: 'Prenez un fichier écrit par « Exporter les réglages ». Rien n’a été changé.',
      en: 'Take a file written by “Export the settings”. Nothing was changed.',
    },
    retryable: false,
  },
  'settings.unknown': {
    stage: 'settings',
    message: {
      fr: 'Il n’y a pas de réglage nommé « {name} ».',
      en: 'There is no setting called “{name}”.',
    },
    hint: {
      fr: '« jarvis settings list » les nomme tous. Rien n’a été changé.',
      en: '“jarvis settings list” names them all. Nothing was changed.',
    },
    retryable: false,
  },
  'settings.bad-value': {
    stage: 'settings',
    message: {
      fr: 'Le réglage « {name} » ne peut pas valoir {value}.',
      en: 'The setting “{name}” cannot be {value}.',
    },
    hint: {
      fr: 'Donnez l’une de ses valeurs. Rien n’a été changé.',
      en: 'Give one of its values. Nothing was changed.',
    },
    retryable: false,
  },
  'settings.invalid': {
    stage: 'settings',
    retryable: false,
    message: {
      fr: 'Le fichier de réglages est invalide : {path} ({detail}).',
      en: 'The settings file is invalid: {path} ({detail}).',
    },
    hint: {
      fr: 'Corrigez-le, ou effacez-le pour retrouver les réglages d’origine.',
      en: 'Correct it, or delete it to go back to the defaults.',
    },
  },
});
