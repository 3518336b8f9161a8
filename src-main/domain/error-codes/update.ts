/** Codes of what can go wrong with a new version, from its manifest to its first start. */
import { define } from './error-text.ts';

const kept = {
  fr: 'Rien n’a été changé ; le programme que vous avez continue de fonctionner.',
  en: 'Nothing was changed; the program that you have goes on working.',
};
const fromUs = {
  fr: 'Rien n’a été changé. Si cela dure, prenez la nouvelle version vous-même là où vous avez eu celle-ci.',
  en: 'Nothing was changed. If it lasts, get the new version yourself where you got this one.',
};

export const updateErrors = define({
  'update.not-configured': {
    stage: 'update',
    retryable: false,
    message: {
      fr: 'Ce Jarvis ne connaît aucune adresse de mises à jour, ou aucune clé pour les vérifier.',
      en: 'This Jarvis knows no address for updates, or no key to check them by.',
    },
    hint: {
      fr: 'Prenez les nouvelles versions là où vous avez eu celle-ci.',
      en: 'Get new versions where you got this one.',
    },
  },
  'update.not-packaged': {
    stage: 'update',
    retryable: false,
    message: {
      fr: 'Ce Jarvis n’est pas un paquet installé : il ne peut pas se remplacer lui-même.',
      en: 'This Jarvis is not an installed package: it cannot replace itself.',
    },
    hint: {
      fr: 'Mettez à jour les sources (git pull), ou installez un paquet.',
      en: 'Update the sources (git pull), or install a package.',
    },
  },
  'update.unreachable': {
    stage: 'update',
    retryable: true,
    message: {
      fr: 'Le serveur de mises à jour ne répond pas comme il faut ({host}).',
      en: 'The server of updates does not answer as it should ({host}).',
    },
    hint: {
      fr: 'Vérifiez la connexion, puis recommencez ; ce qui est déjà là est gardé.',
      en: 'Check the connection, then try again; what is there already is kept.',
    },
  },
  'update.malformed': {
    stage: 'update',
    retryable: true,
    message: {
      fr: 'L’annonce de la nouvelle version est incompréhensible ({detail}) ; refusée.',
      en: 'The notice of the new version makes no sense ({detail}); refused.',
    },
    hint: kept,
  },
  'update.bad-signature': {
    stage: 'update',
    retryable: false,
    message: {
      fr: 'L’annonce de la nouvelle version n’est pas signée par nous ; refusée.',
      en: 'The notice of the new version is not signed by us; refused.',
    },
    hint: fromUs,
  },
  'update.unknown-key': {
    stage: 'update',
    retryable: false,
    message: {
      fr: 'L’annonce de la nouvelle version est signée par une clé inconnue ({key}) ; refusée.',
      en: 'The notice of the new version is signed by an unknown key ({key}); refused.',
    },
    hint: fromUs,
  },
  'update.revoked-key': {
    stage: 'update',
    retryable: false,
    message: {
      fr: 'L’annonce de la nouvelle version est signée par une clé retirée ({key}) ; refusée.',
      en: 'The notice of the new version is signed by a key that was withdrawn ({key}); refused.',
    },
    hint: fromUs,
  },
  'update.expired': {
    stage: 'update',
    retryable: true,
    message: {
      fr: 'L’annonce de la nouvelle version n’est plus valable depuis le {date} ; refusée.',
      en: 'The notice of the new version has not been valid since {date}; refused.',
    },
    hint: {
      fr: 'Vérifiez l’heure de cet ordinateur, puis recommencez ; rien n’a été changé.',
      en: 'Check the clock of this computer, then try again; nothing was changed.',
    },
  },
  'update.from-the-future': {
    stage: 'update',
    retryable: true,
    message: {
      fr: 'L’annonce de la nouvelle version date du {date}, ce qui est à venir pour cet ordinateur ; refusée.',
      en: 'The notice of the new version is of {date}, which is still to come for this computer; refused.',
    },
    hint: {
      fr: 'Mettez l’horloge de cet ordinateur à l’heure, puis recommencez.',
      en: 'Set the clock of this computer right, then try again.',
    },
  },
  'update.other-target': {
    stage: 'update',
    retryable: false,
    message: {
      fr: 'L’annonce est pour un autre système ou une autre voie ({found}, attendu {expected}) ; refusée.',
      en: 'The notice is for another system or channel ({found}, expected {expected}); refused.',
    },
    hint: kept,
  },
  'update.replayed': {
    stage: 'update',
    retryable: true,
    message: {
      fr: 'L’annonce reçue (n° {found}) est plus ancienne qu’une déjà vue (n° {known}) ; refusée.',
      en: 'The notice that came (no. {found}) is older than one seen before (no. {known}); refused.',
    },
    hint: kept,
  },
  'update.file-differs': {
    stage: 'update',
    retryable: true,
    message: {
      fr: '{file} n’est pas le fichier annoncé (taille ou somme de contrôle) ; rien n’en est gardé.',
      en: '{file} is not the file that was announced (size or checksum); nothing of it is kept.',
    },
    hint: kept,
  },
  'update.no-space': {
    stage: 'update',
    retryable: true,
    message: {
      fr: 'Pas assez de place pour la nouvelle version : il faut {needed} Mo, il reste {free} Mo.',
      en: 'Not enough space for the new version: it needs {needed} MB, {free} MB are left.',
    },
    hint: {
      fr: 'Libérez de la place, puis recommencez ; rien n’a été changé.',
      en: 'Free some space, then try again; nothing was changed.',
    },
  },
  'update.does-not-start': {
    stage: 'update',
    retryable: false,
    message: {
      fr: 'La version {version} ne démarre pas sur cet ordinateur ; elle n’a pas été installée.',
      en: 'Version {version} does not start on this computer; it was not installed.',
    },
    hint: kept,
  },
  'update.busy': {
    stage: 'update',
    retryable: true,
    message: {
      fr: 'La mise à jour attend la fin de la conversation.',
      en: 'The update waits for the end of the conversation.',
    },
    hint: { fr: 'Recommencez après la réponse.', en: 'Try again after the answer.' },
  },
  'update.not-ready': {
    stage: 'update',
    retryable: false,
    message: {
      fr: 'Aucune mise à jour n’est prête à être installée.',
      en: 'No update is ready to be installed.',
    },
    hint: { fr: 'Cherchez-en une : jarvis update check.', en: 'Look for one: jarvis update check.' },
  },
  'update.install-failed': {
    stage: 'update',
    retryable: true,
    message: {
      fr: 'La nouvelle version n’a pas pu être installée.',
      en: 'The new version could not be installed.',
    },
    hint: {
      fr: 'Le programme que vous avez est intact ; le journal garde le détail.',
      en: 'The program that you have is whole; the log keeps the detail.',
    },
  },
  'update.rolled-back': {
    stage: 'update',
    retryable: false,
    message: {
      fr: 'La version {version} n’a pas réussi à démarrer : Jarvis est revenu à la version et aux données d’avant.',
      en: 'Version {version} did not manage to start: Jarvis went back to the version and the data from before.',
    },
    hint: {
      fr: 'Rien n’est perdu ; cette version ne sera plus proposée d’elle-même.',
      en: 'Nothing is lost; this version will not be offered by itself again.',
    },
  },
});
