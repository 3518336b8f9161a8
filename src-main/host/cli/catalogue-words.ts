/** What `jarvis model` says about the catalogue, and how it writes sizes and times. */
import type { CatalogueState, ModelPurpose } from '../../domain/catalogue.ts';
import type { Bilingual, Language } from '../../domain/language.ts';

export const purposeWords: Readonly<Record<ModelPurpose, Bilingual>> = {
  recognition: { fr: 'Reconnaissance', en: 'Recognition' },
  'partial-text': { fr: 'Texte pendant que vous parlez', en: 'Text while you speak' },
  voice: { fr: 'Voix', en: 'Voices' },
  'voice-data': { fr: 'Données des voix', en: 'Data of voices' },
  'wake-word': { fr: 'Mot d’appel', en: 'Wake word' },
  'voice-activity': { fr: 'Détection de la voix', en: 'Voice activity' },
  'end-of-turn': { fr: 'Fin de phrase', en: 'End of sentence' },
  language: { fr: 'Conversation', en: 'Conversation' },
  embedding: { fr: 'Mémoire par le sens', en: 'Memory by meaning' },
};

export const stateWords: Readonly<Record<CatalogueState, Bilingual>> = {
  absent: { fr: '', en: '' },
  waiting: { fr: 'en attente', en: 'waiting' },
  downloading: { fr: 'téléchargement', en: 'downloading' },
  checking: { fr: 'vérification', en: 'checking' },
  paused: { fr: 'en pause', en: 'paused' },
  failed: { fr: 'échec', en: 'failed' },
  installed: { fr: 'installé', en: 'installed' },
  damaged: { fr: 'abîmé', en: 'damaged' },
  'built-in': { fr: 'fourni', en: 'built in' },
};

export const catalogueWords = {
  inUse: { fr: 'utilisé', en: 'in use' },
  recommended: { fr: 'recommandé', en: 'recommended' },
  unverified: { fr: 'somme de contrôle inconnue', en: 'checksum not known' },
  about: { fr: 'environ {size}', en: 'about {size}' },
  ready: {
    fr: 'Prêt : tout ce qui est recommandé pour cette machine est installé.',
    en: 'Ready: everything recommended for this machine is installed.',
  },
  toReady: {
    fr: 'Pour être prêt : {ids} ({size}, environ {time}). « jarvis model get ready »',
    en: 'To be ready: {ids} ({size}, about {time}). "jarvis model get ready"',
  },
  installed: { fr: 'Installé : {name}', en: 'Installed: {name}' },
  whole: { fr: 'Déjà là : {name}', en: 'There already: {name}' },
  paused: {
    fr: 'En pause : {name}. « jarvis model resume {name} » continue.',
    en: 'Paused: {name}. "jarvis model resume {name}" goes on.',
  },
  cancelled: { fr: 'Abandonné : {name}', en: 'Given up: {name}' },
  deleted: { fr: 'Supprimé : {name}', en: 'Deleted: {name}' },
  added: { fr: 'Ajouté : {name}', en: 'Added: {name}' },
  incomplete: { fr: 'Incomplet : {name} ; il manque {files}', en: 'Incomplete: {name}; missing {files}' },
  fine: { fr: 'Intact : {name}', en: 'Whole: {name}' },
  damaged: {
    fr: 'Abîmé : {name} ({files}). « jarvis model get {name} » les reprend.',
    en: 'Damaged: {name} ({files}). "jarvis model get {name}" fetches them again.',
  },
  nothing: { fr: 'Rien n’est en cours.', en: 'Nothing is under way.' },
} satisfies Record<string, Bilingual>;

/** Puts values into the `{places}` of a text. */
export const fillIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

export function bytesText(bytes: number, language: Language): string {
  const inGiga = bytes >= 1e9;
  const inMega = bytes >= 1e6;
  const value = bytes / (inGiga ? 1e9 : inMega ? 1e6 : 1e3);
  const figure = new Intl.NumberFormat(language, { maximumFractionDigits: inGiga ? 1 : 0 }).format(value);
  return `${figure} ${inGiga ? 'G' : inMega ? 'M' : 'k'}${language === 'fr' ? 'o' : 'B'}`;
}

/** The same in both languages. */
export function timeText(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
