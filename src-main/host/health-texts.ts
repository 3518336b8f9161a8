/** What the doctor says of each part, in both languages; `{name}` places are filled from the facts. */
import type { FindingText } from '../observability/checks/finding.ts';

export const healthTexts = {
  storeFine: {
    meaning: {
      fr: 'La base de données est entière et authentique.',
      en: 'The database is whole and authentic.',
    },
  },
  storeDamaged: {
    meaning: {
      fr: 'La base de données a {faults} défaut(s) : des messages peuvent manquer.',
      en: 'The database has {faults} fault(s): messages may be missing.',
    },
    mend: {
      fr: 'Exportez ce qui se lit (« jarvis export »), puis restaurez la sauvegarde la plus récente.',
      en: 'Export what can be read ("jarvis export"), then restore the newest backup.',
    },
    mends: ['export-all'],
  },
  secretsFine: {
    meaning: { fr: 'Les clés sont gardées à l’abri ({kind}).', en: 'Keys are kept safe ({kind}).' },
  },
  secretsInFile: {
    meaning: {
      fr: 'Sans trousseau système, les clés sont dans un fichier lisible par votre seul compte : qui copie tout le dossier de données peut l’ouvrir.',
      en: 'Without a system keychain, keys lie in a file that only your account can read: whoever copies the whole data folder can open it.',
    },
    mend: {
      fr: 'Installez un trousseau (GNOME Keyring, KWallet) ou donnez une phrase secrète dans JARVIS_PASSPHRASE.',
      en: 'Install a keychain (GNOME Keyring, KWallet) or give a passphrase in JARVIS_PASSPHRASE.',
    },
  },
  secretsLost: {
    meaning: {
      fr: 'Une clé écrite ne se relit pas ({kind}).',
      en: 'A key that was written does not come back ({kind}).',
    },
    mend: {
      fr: 'Déverrouillez votre trousseau, puis relancez Jarvis.',
      en: 'Unlock your keychain, then start Jarvis again.',
    },
  },
  wireFine: {
    meaning: { fr: 'Les fenêtres peuvent parler à Jarvis.', en: 'Windows can talk to Jarvis.' },
  },
  modelFine: {
    meaning: { fr: '{label} répond avec « {model} ».', en: '{label} answers with "{model}".' },
  },
  modelAbsent: {
    meaning: {
      fr: '{label} ne répond pas : Jarvis n’a que ses réponses intégrées, ou un autre modèle.',
      en: '{label} does not answer: Jarvis has only its built-in answers, or another model.',
    },
    mend: {
      fr: 'Démarrez-le s’il est installé ; sinon, ollama.com, ou déposez un fichier GGUF sur la fenêtre.',
      en: 'Start it if it is installed; otherwise ollama.com, or drop a GGUF file on the window.',
    },
    mends: ['look-for-models', 'show-models'],
  },
  noModelFile: {
    meaning: {
      fr: 'Aucun fichier GGUF pour {label} : Jarvis n’a que ses réponses intégrées, ou un autre modèle.',
      en: 'No GGUF file for {label}: Jarvis has only its built-in answers, or another model.',
    },
    mend: {
      fr: 'Choisissez un modèle dans Modèles, « jarvis model get ready », ou déposez un fichier GGUF sur la fenêtre.',
      en: 'Choose one under Models, "jarvis model get ready", or drop a GGUF file on the window.',
    },
    mends: ['show-models'],
  },
  modelEmpty: {
    meaning: { fr: '{label} n’a aucun modèle pour converser.', en: '{label} has no model to talk with.' },
    mend: {
      fr: 'Installez-en un : « ollama pull llama3.2 », ou « jarvis model add FICHIER.gguf ».',
      en: 'Install one: "ollama pull llama3.2", or "jarvis model add FILE.gguf".',
    },
    mends: ['look-for-models', 'show-models'],
  },
  meaningFine: {
    meaning: { fr: 'Le sens des souvenirs est fait par « {model} ».', en: 'Meanings are made by "{model}".' },
  },
  meaningAway: {
    meaning: {
      fr: 'Le modèle de sens choisi, « {chosen} », n’est pas utilisable : celui de Jarvis le remplace. {message}',
      en: 'The model of meanings that was chosen, "{chosen}", cannot be used: the built-in one takes its place. {message}',
    },
    mend: {
      fr: '{hint} Ou bien : « jarvis memory embedder use built-in ».',
      en: '{hint} Or: "jarvis memory embedder use built-in".',
    },
    mends: ['built-in-meanings'],
  },
  canListen: { meaning: { fr: 'La reconnaissance vocale fonctionne.', en: 'Speech recognition works.' } },
  cannotListen: {
    meaning: {
      fr: 'Aucun modèle de reconnaissance vocale : Jarvis lit et parle, mais n’entend pas.',
      en: 'No speech-recognition model: Jarvis reads and speaks, but does not hear.',
    },
    mend: {
      fr: 'Choisissez-en un dans Modèles, ou « jarvis model get ready ».',
      en: 'Choose one under Models, or "jarvis model get ready".',
    },
    mends: ['show-models'],
  },
  canSpeak: { meaning: { fr: 'La voix fonctionne ({engine}).', en: 'The voice works ({engine}).' } },
  mute: {
    meaning: { fr: 'La voix ({engine}) n’a donné aucun son.', en: 'The voice ({engine}) gave no sound.' },
    mend: {
      fr: 'Retirez ce dossier de voix ou ajoutez-en un autre.',
      en: 'Remove that voice folder or add another.',
    },
    mends: ['restart-speech', 'show-models'],
  },
} as const satisfies Readonly<Record<string, FindingText>>;
