/** Codes of language models and their servers. */
import { define } from './error-text.ts';

export const modelErrors = define({
  'model.none': {
    stage: 'model',
    retryable: true,
    message: { fr: 'Aucun modèle de langage n’est disponible.', en: 'No language model is available.' },
    hint: {
      fr: 'Démarrez Ollama, déposez un fichier GGUF sur la fenêtre ou ajoutez un serveur dans Modèles.',
      en: 'Start Ollama, drop a GGUF file on the window, or add a server under Models.',
    },
  },
  'model.unreachable': {
    stage: 'model',
    retryable: true,
    message: { fr: '{backend} ne répond pas.', en: '{backend} does not answer.' },
    hint: {
      fr: 'Vérifiez qu’il est démarré et que l’adresse est juste.',
      en: 'Check that it is running and that the address is right.',
    },
  },
  'model.not-found': {
    stage: 'model',
    retryable: false,
    message: {
      fr: 'Le modèle « {model} » n’est pas installé dans {backend}.',
      en: 'The model "{model}" is not installed in {backend}.',
    },
    hint: {
      fr: 'Choisissez un autre modèle ou installez celui-ci.',
      en: 'Choose another model, or install this one.',
    },
  },
  'model.weights-missing': {
    stage: 'model',
    retryable: false,
    message: {
      fr: 'Les fichiers du modèle « {model} » manquent ou sont abîmés.',
      en: 'The files of the model "{model}" are missing or damaged.',
    },
    hint: { fr: 'Supprimez-le et installez-le de nouveau.', en: 'Delete it and install it again.' },
  },
  'model.embedding-dimensions': {
    stage: 'model',
    retryable: false,
    message: {
      fr: 'Le modèle de sens « {model} » donne {found} nombres par phrase ; {expected} étaient attendus.',
      en: 'The embedding model "{model}" gives {found} numbers a sentence; {expected} were expected.',
    },
    hint: {
      fr: 'Choisissez un autre modèle de sens, ou revenez à celui de Jarvis.',
      en: 'Choose another embedding model, or go back to the built-in one.',
    },
  },
  'model.no-embeddings': {
    stage: 'model',
    retryable: false,
    message: {
      fr: 'Le modèle « {model} » n’est pas un modèle de sens.',
      en: 'The model "{model}" is not an embedding model.',
    },
    hint: {
      fr: 'Choisissez un modèle de sens, par exemple « all-minilm ».',
      en: 'Choose an embedding model, for example "all-minilm".',
    },
  },
  'model.busy': {
    stage: 'model',
    retryable: true,
    message: { fr: '{backend} est occupé.', en: '{backend} is busy.' },
    hint: { fr: 'Réessayez dans un instant.', en: 'Try again in a moment.' },
  },
  'model.unauthorized': {
    stage: 'model',
    retryable: false,
    message: { fr: '{backend} refuse la clé.', en: '{backend} refuses the key.' },
    hint: {
      fr: 'Corrigez la clé de ce serveur dans Modèles.',
      en: 'Correct this server’s key under Models.',
    },
  },
  'model.refused': {
    stage: 'model',
    retryable: false,
    message: {
      fr: '{backend} refuse la demande : {detail}.',
      en: '{backend} refuses the request: {detail}.',
    },
    hint: { fr: 'Changez de modèle ou d’options.', en: 'Change the model or its options.' },
  },
  'model.forbidden': {
    stage: 'model',
    retryable: false,
    message: { fr: '{backend} refuse l’accès à Jarvis.', en: '{backend} refuses access to Jarvis.' },
    hint: {
      fr: 'Vérifiez l’adresse et les origines permises de ce serveur.',
      en: 'Check the address and the allowed origins of that server.',
    },
  },
  'model.redirected': {
    stage: 'model',
    retryable: false,
    message: {
      fr: '{backend} renvoie vers une autre machine ({host}) ; refusé.',
      en: '{backend} redirects to another machine ({host}); refused.',
    },
    hint: {
      fr: 'Si c’est voulu, ajoutez cette adresse vous-même.',
      en: 'If that is intended, add that address yourself.',
    },
  },
  'model.crashed': {
    stage: 'model',
    retryable: true,
    message: {
      fr: 'Le modèle s’est arrêté au milieu de la réponse.',
      en: 'The model stopped in the middle of the answer.',
    },
    hint: {
      fr: 'Ce qui est venu est gardé ; choisissez « Continuer » ou « Refaire ».',
      en: 'What came is kept; choose "Continue" or "Regenerate".',
    },
  },
  'model.stalled': {
    stage: 'model',
    retryable: true,
    message: {
      fr: '{backend} ne dit plus rien depuis {seconds} s.',
      en: '{backend} has said nothing for {seconds} s.',
    },
    hint: {
      fr: 'Réessayez ; si cela dure, redémarrez {backend}.',
      en: 'Try again; if it lasts, restart {backend}.',
    },
  },
  'model.cut': {
    stage: 'model',
    retryable: true,
    message: { fr: 'La liaison avec {backend} a été coupée.', en: 'The connection to {backend} was cut.' },
    hint: {
      fr: 'Ce qui est venu est gardé ; choisissez « Continuer » ou « Refaire ».',
      en: 'What came is kept; choose "Continue" or "Regenerate".',
    },
  },
  'model.bad-answer': {
    stage: 'model',
    retryable: true,
    message: {
      fr: '{backend} répond autre chose que prévu : {detail}.',
      en: '{backend} answers something unexpected: {detail}.',
    },
    hint: {
      fr: 'Vérifiez que cette adresse est bien un serveur de modèles.',
      en: 'Check that this address is a model server.',
    },
  },
  'model.empty-answer': {
    stage: 'model',
    retryable: true,
    message: { fr: 'Le modèle n’a rien répondu.', en: 'The model answered nothing.' },
    hint: { fr: 'Choisissez « Refaire » ou un autre modèle.', en: 'Choose "Regenerate" or another model.' },
  },
  'model.context-too-small': {
    stage: 'model',
    retryable: false,
    message: {
      fr: 'Le message dépasse ce que le modèle peut lire ({limit} jetons).',
      en: 'The message is longer than the model can read ({limit} tokens).',
    },
    hint: {
      fr: 'Raccourcissez-le ou choisissez un modèle à plus grande fenêtre.',
      en: 'Shorten it, or choose a model with a larger context.',
    },
  },
  'model.out-of-memory': {
    stage: 'model',
    retryable: false,
    message: {
      fr: 'Le modèle « {model} » ne tient pas dans la mémoire.',
      en: 'The model "{model}" does not fit into memory.',
    },
    hint: {
      fr: 'Choisissez un modèle plus petit ou fermez des programmes.',
      en: 'Choose a smaller model or close some programs.',
    },
  },
  'model.not-gguf': {
    stage: 'model',
    retryable: false,
    message: {
      fr: 'Ce fichier n’est pas un modèle GGUF : {file}.',
      en: 'This file is not a GGUF model: {file}.',
    },
    hint: { fr: 'Choisissez un fichier .gguf.', en: 'Choose a .gguf file.' },
  },
  'model.gguf-truncated': {
    stage: 'model',
    retryable: false,
    message: {
      fr: 'Le fichier GGUF est incomplet : {file} ({found} octets, {expected} attendus).',
      en: 'The GGUF file is cut short: {file} ({found} bytes of {expected}).',
    },
    hint: { fr: 'Téléchargez-le de nouveau.', en: 'Download it again.' },
  },
  'model.gguf-split': {
    stage: 'model',
    retryable: false,
    message: {
      fr: 'Ce modèle est partagé en {count} fichiers, ce que Jarvis ne sait pas lire : {file}.',
      en: 'This model is split into {count} files, which Jarvis cannot read: {file}.',
    },
    hint: {
      fr: 'Réunissez-les avec « llama-gguf-split --merge », ou prenez une version en un seul fichier.',
      en: 'Join them with "llama-gguf-split --merge", or take a version in one file.',
    },
  },
  'model.circuit-open': {
    stage: 'model',
    retryable: true,
    message: {
      fr: '{backend} a échoué plusieurs fois ; Jarvis attend avant de réessayer.',
      en: '{backend} failed several times; Jarvis waits before it tries again.',
    },
    hint: {
      fr: 'Choisissez un autre modèle ou réessayez dans une minute.',
      en: 'Choose another model, or try again in a minute.',
    },
  },
});
