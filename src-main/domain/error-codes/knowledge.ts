/** Codes of the person's documents: what keeps one of them from being read. */
import { define } from './error-text.ts';

const again = {
  fr: 'Corrigez ou remplacez le fichier ; il est relu dès qu’il change.',
  en: 'Repair or replace the file; it is read again as soon as it changes.',
};

export const knowledgeErrors = define({
  'knowledge.unsupported': {
    stage: 'knowledge',
    retryable: false,
    message: {
      fr: 'Ce type de fichier n’est pas lu.',
      en: 'This kind of file is not read.',
    },
    hint: {
      fr: 'Jarvis lit le texte, Markdown, HTML, PDF, docx et les e-mails (.eml).',
      en: 'Jarvis reads text, Markdown, HTML, PDF, docx and e-mails (.eml).',
    },
  },
  'knowledge.encrypted': {
    stage: 'knowledge',
    retryable: false,
    message: {
      fr: 'Ce document est protégé par un mot de passe.',
      en: 'This document is protected by a password.',
    },
    hint: {
      fr: 'Enregistrez-en une copie sans mot de passe pour qu’il soit lu.',
      en: 'Save a copy without a password to have it read.',
    },
  },
  'knowledge.damaged': {
    stage: 'knowledge',
    retryable: false,
    message: { fr: 'Ce document est abîmé.', en: 'This document is damaged.' },
    hint: again,
  },
  'knowledge.empty': {
    stage: 'knowledge',
    retryable: false,
    message: { fr: 'Ce document ne contient pas de texte.', en: 'This document holds no text.' },
    hint: {
      fr: 'Un document numérisé doit d’abord passer par une reconnaissance de texte.',
      en: 'A scanned document needs text recognition first.',
    },
  },
  'knowledge.too-large': {
    stage: 'knowledge',
    retryable: false,
    message: {
      fr: 'Ce document est trop grand, ou le devient une fois décompressé.',
      en: 'This document is too large, or becomes so once unpacked.',
    },
    hint: {
      fr: 'Partagez-le en documents plus petits : 64 Mo et 20 millions de caractères au plus.',
      en: 'Split it into smaller documents: 64 MB and 20 million characters at most.',
    },
  },
  'knowledge.gave-up': {
    stage: 'knowledge',
    retryable: false,
    message: {
      fr: 'Lire ce document prend trop de temps ou de mémoire.',
      en: 'Reading this document takes too much time or memory.',
    },
    hint: again,
  },
  'knowledge.no-such-path': {
    stage: 'knowledge',
    retryable: false,
    message: {
      fr: 'Il n’y a ni fichier ni dossier à cet endroit : {path}.',
      en: 'There is neither a file nor a folder at this place: {path}.',
    },
    hint: {
      fr: 'Donnez le chemin complet, tel que le montre le gestionnaire de fichiers.',
      en: 'Give the full path, as the file manager shows it.',
    },
  },
});
