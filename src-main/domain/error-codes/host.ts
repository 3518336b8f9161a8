/** Codes of the program, its options, and the line to its windows. */
import { define } from './error-text.ts';

export const hostErrors = define({
  'wire.closed': {
    stage: 'wire',
    retryable: true,
    message: { fr: 'La liaison avec Jarvis est coupée.', en: 'The connection to Jarvis is closed.' },
    hint: {
      fr: 'Elle se rétablit d’elle-même si Jarvis tourne ; sinon relancez-le.',
      en: 'It comes back by itself if Jarvis runs; otherwise start it again.',
    },
  },
  'wire.invalid-message': {
    stage: 'wire',
    retryable: false,
    message: {
      fr: 'Un message incompréhensible est arrivé : {detail}.',
      en: 'A message that makes no sense arrived: {detail}.',
    },
    hint: { fr: 'Rechargez la fenêtre.', en: 'Reload the window.' },
  },
  'wire.no-answer': {
    stage: 'wire',
    retryable: true,
    message: {
      fr: 'Jarvis n’a pas répondu en {seconds} s.',
      en: 'Jarvis did not answer within {seconds} s.',
    },
    hint: {
      fr: 'Recommencez ; si cela dure, relancez Jarvis.',
      en: 'Try again; if it lasts, start Jarvis again.',
    },
  },
  'wire.version': {
    stage: 'wire',
    retryable: false,
    message: {
      fr: 'Cette fenêtre et Jarvis n’ont pas la même version (protocole {found}, attendu {expected}).',
      en: 'This window and Jarvis are of different versions (protocol {found}, expected {expected}).',
    },
    hint: {
      fr: 'Rechargez la fenêtre ou relancez la commande.',
      en: 'Reload the window, or run the command again.',
    },
  },
  'wire.unauthorized': {
    stage: 'wire',
    retryable: false,
    message: {
      fr: 'Cette fenêtre n’a pas le droit de parler à Jarvis.',
      en: 'This window may not talk to Jarvis.',
    },
    hint: {
      fr: 'Ouvrez le lien que « npm start » affiche ; il ne sert qu’une fois.',
      en: 'Open the link that "npm start" prints; it works once.',
    },
  },
  'host.port-taken': {
    stage: 'host',
    retryable: false,
    message: { fr: 'Le port {port} est déjà pris.', en: 'Port {port} is taken.' },
    hint: {
      fr: 'Choisissez-en un autre avec --port, ou laissez Jarvis choisir.',
      en: 'Choose another with --port, or let Jarvis choose.',
    },
  },
  'host.bad-option': {
    stage: 'host',
    retryable: false,
    message: { fr: 'Option inconnue ou mauvaise : {detail}.', en: 'Unknown or bad option: {detail}.' },
    hint: { fr: 'Voyez « jarvis --help ».', en: 'See "jarvis --help".' },
  },
  'host.file-unwritable': {
    stage: 'host',
    retryable: false,
    message: { fr: 'Impossible d’écrire dans {path}.', en: 'Cannot write to {path}.' },
    hint: {
      fr: 'Choisissez un autre fichier, ou libérez de la place.',
      en: 'Choose another file, or free some space.',
    },
  },
  'host.no-browser': {
    stage: 'host',
    retryable: false,
    message: { fr: 'Aucun navigateur n’a pu être ouvert.', en: 'No browser could be opened.' },
    hint: { fr: 'Ouvrez vous-même le lien affiché.', en: 'Open the printed link yourself.' },
  },
  'host.no-login-start': {
    stage: 'host',
    retryable: false,
    message: {
      fr: 'Le démarrage avec l’ordinateur n’a pas pu être changé.',
      en: 'Starting with the computer could not be changed.',
    },
    hint: {
      fr: 'Ajoutez Jarvis vous-même aux programmes de démarrage de votre système.',
      en: 'Add Jarvis to the startup programs of your system yourself.',
    },
  },
  'host.stopping': {
    stage: 'host',
    retryable: true,
    message: { fr: 'Jarvis est en train de s’arrêter.', en: 'Jarvis is shutting down.' },
    hint: { fr: 'Relancez-le.', en: 'Start it again.' },
  },
  'host.key-taken': {
    stage: 'host',
    retryable: false,
    message: {
      fr: 'Un autre programme de cet ordinateur a déjà {chord}.',
      en: 'Another program on this computer has {chord} already.',
    },
    hint: {
      fr: 'L’ancienne touche reste. Choisissez-en une autre, ou libérez celle-ci dans l’autre programme.',
      en: 'The old key stays. Choose another one, or free this one in the other program.',
    },
  },
  'host.key-unfit': {
    stage: 'host',
    retryable: false,
    message: {
      fr: '{chord} ne peut pas servir dans tous les programmes : {why}.',
      en: '{chord} cannot serve in every program: {why}.',
    },
    hint: {
      fr: 'L’ancienne touche reste. Choisissez par exemple Ctrl+Alt et une lettre.',
      en: 'The old key stays. Choose Ctrl+Alt and a letter, for example.',
    },
  },
  'host.keys-no-display': {
    stage: 'host',
    retryable: true,
    message: {
      fr: 'Les touches des autres programmes ne se voient pas : il n’y a pas d’écran X11.',
      en: 'The keys of other programs cannot be seen: there is no X11 display.',
    },
    hint: {
      fr: 'Lancez Jarvis dans votre session graphique.',
      en: 'Start Jarvis inside your graphical session.',
    },
  },
  'host.keys-no-permission': {
    stage: 'host',
    retryable: true,
    message: {
      fr: 'macOS n’a pas permis à Jarvis de voir la touche pour parler.',
      en: 'macOS has not allowed Jarvis to see the key to talk.',
    },
    hint: {
      fr: 'Réglages Système, Confidentialité et sécurité, Accessibilité : cochez Jarvis, puis relancez-le.',
      en: 'System Settings, Privacy & Security, Accessibility: tick Jarvis, then start it again.',
    },
  },
  'host.keys-failed': {
    stage: 'host',
    retryable: true,
    message: {
      fr: 'Ce qui voit les touches des autres programmes s’est arrêté.',
      en: 'What sees the keys of other programs has stopped.',
    },
    hint: {
      fr: 'Il est relancé de lui-même ; s’il s’arrête encore, la touche commence et termine au lieu d’être tenue.',
      en: 'It is started again by itself; if it stops again, the key begins and ends instead of being held.',
    },
  },
  'host.safe-mode': {
    stage: 'host',
    retryable: false,
    message: {
      fr: 'Ce moteur reste arrêté tant que Jarvis tourne sans voix ni moteurs.',
      en: 'This engine stays off while Jarvis runs without voice and engines.',
    },
    hint: {
      fr: 'Choisissez « Démarrer normalement » dans la fenêtre.',
      en: 'Choose "Start normally" in the window.',
    },
  },
  'host.unexpected': {
    stage: 'host',
    retryable: true,
    message: { fr: 'Une erreur imprévue s’est produite.', en: 'An unexpected error occurred.' },
    hint: {
      fr: 'Recommencez ; le journal en garde le détail (« jarvis where »).',
      en: 'Try again; the log holds the detail ("jarvis where").',
    },
  },
});
