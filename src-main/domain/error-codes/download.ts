/** Codes of what can go wrong while models are fetched, checked and brought in. */
import { define } from './error-text.ts';

const later = {
  fr: 'Réessayez plus tard : ce qui est déjà là est gardé.',
  en: 'Try again later: what is there already is kept.',
};
const elsewhere = {
  fr: 'Réessayez plus tard, ou apportez le modèle sur une clé : jarvis model import DOSSIER.',
  en: 'Try again later, or bring the model on a stick: jarvis model import FOLDER.',
};

export const downloadErrors = define({
  'model.catalogue-invalid': {
    stage: 'model',
    retryable: false,
    message: {
      fr: 'Le catalogue des modèles n’est pas valable ({file}) : {detail}.',
      en: 'The catalogue of models is not valid ({file}): {detail}.',
    },
    hint: {
      fr: 'Réinstallez Jarvis, ou corrigez le fichier donné par JARVIS_CATALOGUE.',
      en: 'Install Jarvis again, or correct the file that JARVIS_CATALOGUE names.',
    },
  },
  'model.download-unreachable': {
    stage: 'model',
    retryable: true,
    message: { fr: '{host} ne peut pas être joint.', en: '{host} cannot be reached.' },
    hint: {
      fr: 'Vérifiez la connexion et le serveur mandataire ; ce qui est déjà là est gardé.',
      en: 'Check the connection and the proxy; what is there already is kept.',
    },
  },
  'model.download-cut': {
    stage: 'model',
    retryable: true,
    message: {
      fr: 'Le téléchargement de {file} a été coupé.',
      en: 'The download of {file} was cut.',
    },
    hint: later,
  },
  'model.download-stalled': {
    stage: 'model',
    retryable: true,
    message: {
      fr: 'Plus rien ne vient de {host} depuis {seconds} s.',
      en: 'Nothing has come from {host} for {seconds} s.',
    },
    hint: later,
  },
  'model.download-refused': {
    stage: 'model',
    retryable: true,
    message: {
      fr: '{host} refuse {file} (HTTP {status}).',
      en: '{host} refuses {file} (HTTP {status}).',
    },
    hint: elsewhere,
  },
  'model.download-redirected': {
    stage: 'model',
    retryable: false,
    message: {
      fr: '{host} renvoie vers une adresse non sûre ({target}) ; refusé.',
      en: '{host} redirects to an address that is not safe ({target}); refused.',
    },
    hint: elsewhere,
  },
  'model.download-wrong-size': {
    stage: 'model',
    retryable: true,
    message: {
      fr: '{file} n’a pas la taille attendue : {found} octets au lieu de {expected}.',
      en: '{file} does not have the size it should: {found} bytes instead of {expected}.',
    },
    hint: elsewhere,
  },
  'model.download-damaged': {
    stage: 'model',
    retryable: true,
    message: {
      fr: '{file} est arrivé abîmé (somme de contrôle fausse) ; rien n’en est gardé.',
      en: '{file} arrived damaged (wrong checksum); nothing of it is kept.',
    },
    hint: elsewhere,
  },
  'model.download-no-space': {
    stage: 'model',
    retryable: true,
    message: {
      fr: 'Pas assez de place pour {model} : il faut {needed} Mo, il reste {free} Mo.',
      en: 'Not enough space for {model}: it needs {needed} MB, {free} MB are left.',
    },
    hint: {
      fr: 'Libérez de la place ou choisissez un modèle plus petit.',
      en: 'Free some space, or choose a smaller model.',
    },
  },
  'model.not-in-catalogue': {
    stage: 'model',
    retryable: false,
    message: {
      fr: 'Le catalogue ne contient pas « {model} ».',
      en: 'The catalogue has no "{model}".',
    },
    hint: {
      fr: '« jarvis model catalogue » montre tous les modèles.',
      en: '"jarvis model catalogue" shows all models.',
    },
  },
  'model.not-installed': {
    stage: 'model',
    retryable: false,
    message: { fr: '« {model} » n’est pas installé.', en: '"{model}" is not installed.' },
    hint: {
      fr: 'Installez-le : jarvis model get {model}.',
      en: 'Install it: jarvis model get {model}.',
    },
  },
  'model.nothing-to-import': {
    stage: 'model',
    retryable: false,
    message: {
      fr: 'Aucun modèle complet n’a été reconnu dans {folder}. {missing}',
      en: 'No complete model was recognised in {folder}. {missing}',
    },
    hint: {
      fr: 'Copiez-y tous les fichiers d’un modèle, sous leurs noms d’origine.',
      en: 'Copy all files of a model there, under their original names.',
    },
  },
  'model.built-in': {
    stage: 'model',
    retryable: false,
    message: {
      fr: '« {model} » est fourni avec le programme.',
      en: '"{model}" comes with the program.',
    },
    hint: { fr: 'Il n’y a rien à installer ni à supprimer.', en: 'There is nothing to install or delete.' },
  },
});
