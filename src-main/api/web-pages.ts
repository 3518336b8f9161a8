/** The few plain pages that the web host writes itself, in both languages because it does not know the reader yet. */
import type { Bilingual } from '../domain/language.ts';

export interface PlainPage {
  readonly status: number;
  readonly title: Bilingual;
  readonly text: Bilingual;
}

const newLinkHint: Bilingual = {
  fr: 'Relancez « npm start » : un nouveau lien vers le programme en cours s’ouvre.',
  en: 'Run "npm start" again: it opens a new link into the program that is running.',
};

export const linkUsedPage: PlainPage = {
  status: 401,
  title: { fr: 'Ce lien ne sert plus', en: 'This link no longer works' },
  text: {
    fr: `Un lien vers Jarvis ne s’ouvre qu’une fois, et celui-ci a déjà servi ou n’est pas de ce Jarvis. ${newLinkHint.fr}`,
    en: `A link to Jarvis opens once, and this one was used before or is not of this Jarvis. ${newLinkHint.en}`,
  },
};

export const noSessionPage: PlainPage = {
  status: 401,
  title: { fr: 'Jarvis ne connaît pas cette fenêtre', en: 'Jarvis does not know this window' },
  text: {
    fr: `Seules les fenêtres ouvertes par un lien de Jarvis peuvent lui parler. ${newLinkHint.fr}`,
    en: `Only windows that were opened by a link of Jarvis may talk to it. ${newLinkHint.en}`,
  },
};

export const refusedPage: PlainPage = {
  status: 403,
  title: { fr: 'Refusé', en: 'Refused' },
  text: {
    fr: 'Cette demande ne vient pas d’une fenêtre de Jarvis.',
    en: 'This request does not come from a window of Jarvis.',
  },
};

export const badRequestPage: PlainPage = {
  status: 400,
  title: { fr: 'Demande mal formée', en: 'Malformed request' },
  text: { fr: 'Ouvrez Jarvis par son lien.', en: 'Open Jarvis by its link.' },
};

export const notFoundPage: PlainPage = {
  status: 404,
  title: { fr: 'Il n’y a rien ici', en: 'There is nothing here' },
  text: {
    fr: 'La fenêtre de Jarvis est à l’adresse « / ».',
    en: 'The window of Jarvis is at the address "/".',
  },
};

export const methodPage: PlainPage = {
  status: 405,
  title: { fr: 'Méthode refusée', en: 'Method refused' },
  text: { fr: 'Cette adresse se lit seulement.', en: 'This address can only be read.' },
};

/** The page as HTML; its texts are ours alone, nothing of the request stands in it. */
export function renderPage({ title, text }: PlainPage): string {
  const part = (language: 'fr' | 'en') =>
    `<section lang="${language}"><h1>${title[language]}</h1><p>${text[language]}</p></section>`;
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Jarvis</title></head><body>${part('fr')}${part('en')}</body></html>`;
}
