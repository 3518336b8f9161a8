/** Every error code of Jarvis with its stage and its texts in both languages; ERRORS.md is written from this table. */
import type { Bilingual } from './language.ts';

export type ErrorStage =
  | 'input'
  | 'store'
  | 'secret'
  | 'model'
  | 'speech'
  | 'wire'
  | 'host'
  | 'skill'
  | 'import'
  | 'settings';

interface ErrorText {
  readonly stage: ErrorStage;
  readonly retryable: boolean;
  /** What was wrong. */
  readonly message: Bilingual;
  /** What to do. */
  readonly hint: Bilingual;
}

const define = <const Codes extends string>(
  codes: Record<Codes, ErrorText>,
): Readonly<Record<Codes, ErrorText>> => codes;

export const errorCodes = define({
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
  'speech.no-recognizer': {
    stage: 'speech',
    retryable: false,
    message: {
      fr: 'Aucun modèle de reconnaissance vocale n’est installé.',
      en: 'No speech-recognition model is installed.',
    },
    hint: {
      fr: 'Ajoutez-en un : jarvis model add DOSSIER (Whisper pour sherpa-onnx).',
      en: 'Add one: jarvis model add FOLDER (Whisper for sherpa-onnx).',
    },
  },
  'speech.nothing-heard': {
    stage: 'speech',
    retryable: true,
    message: { fr: 'Je n’ai rien entendu.', en: 'I heard nothing.' },
    hint: {
      fr: 'Gardez la touche enfoncée en parlant, et vérifiez le micro.',
      en: 'Hold the key while you speak, and check the microphone.',
    },
  },
  'speech.bad-audio': {
    stage: 'speech',
    retryable: false,
    message: { fr: 'Ce son ne peut pas être lu : {detail}.', en: 'This sound cannot be read: {detail}.' },
    hint: {
      fr: 'Envoyez du son mono de 16 bits, entre 8 et 192 kHz.',
      en: 'Send 16-bit mono sound between 8 and 192 kHz.',
    },
  },
  'speech.process-died': {
    stage: 'speech',
    retryable: true,
    message: {
      fr: 'Le moteur vocal s’est arrêté ; il redémarre.',
      en: 'The speech engine stopped; it is starting again.',
    },
    hint: { fr: 'Répétez votre phrase.', en: 'Say your sentence again.' },
  },
  'speech.engine-failed': {
    stage: 'speech',
    retryable: true,
    message: { fr: 'Le moteur vocal a échoué : {detail}.', en: 'The speech engine failed: {detail}.' },
    hint: {
      fr: 'Recommencez ; si cela dure, lancez « jarvis doctor ».',
      en: 'Try again; if it lasts, run "jarvis doctor".',
    },
  },
  'speech.model-incomplete': {
    stage: 'speech',
    retryable: false,
    message: {
      fr: 'Le dossier du modèle vocal est incomplet : {detail}.',
      en: 'The speech-model folder is incomplete: {detail}.',
    },
    hint: {
      fr: 'Remettez tous les fichiers du modèle dans ce dossier.',
      en: 'Put all files of the model into that folder.',
    },
  },
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
  'host.stopping': {
    stage: 'host',
    retryable: true,
    message: { fr: 'Jarvis est en train de s’arrêter.', en: 'Jarvis is shutting down.' },
    hint: { fr: 'Relancez-le.', en: 'Start it again.' },
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
  'skill.not-possible': {
    stage: 'skill',
    retryable: false,
    message: { fr: 'Je ne peux pas faire cela : {detail}.', en: 'I cannot do that: {detail}.' },
    hint: { fr: 'Dites-le autrement.', en: 'Say it another way.' },
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

export type ErrorCode = keyof typeof errorCodes;
