/** The page on which the desktop program asks for a passphrase before anything is opened: a form, and no script. */
import type { Bilingual, Language } from '../../domain/language.ts';

/** `none`: this desktop has no keychain, and nothing was chosen yet. */
export type PassphraseReason = 'none' | 'needed' | 'wrong';

/** `isRefused`: the keys may lie in a file instead. */
export type PassphraseAnswer = { readonly passphrase: string } | { readonly isRefused: true };

const words = {
  title: { fr: 'Votre phrase secrète', en: 'Your passphrase' },
  none: {
    fr: 'Ce bureau n’a pas de trousseau où garder la clé de vos données. Choisissez une phrase secrète : elle sera demandée à chaque démarrage, et personne ne peut la retrouver pour vous.',
    en: 'This desktop has no keychain to keep the key to your data. Choose a passphrase: it is asked for at each start, and nobody can find it again for you.',
  },
  needed: {
    fr: 'La clé de vos données est sous une phrase secrète.',
    en: 'The key to your data is under a passphrase.',
  },
  wrong: {
    fr: 'Ce n’est pas la bonne phrase ; rien n’a été modifié.',
    en: 'That is not the passphrase; nothing was changed.',
  },
  open: { fr: 'Ouvrir', en: 'Open' },
  refuse: {
    fr: 'Sans phrase : la clé dans un fichier que seul votre compte peut lire',
    en: 'Without one: the key in a file that only your account can read',
  },
} satisfies Record<string, Bilingual>;

export const passphraseStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f3f5f6, #090c0f); color: light-dark(#11181d, #e8eef2); }
main { max-width: 26rem; padding: 2rem; }
h1 { font-size: 1.25rem; margin: 0 0 0.75rem; }
form { display: grid; gap: 0.75rem; }
input { font: inherit; padding: 0.6rem 0.75rem; border: 1px solid #70808c; border-radius: 0.5rem; background: transparent; color: inherit; }
button { font: inherit; min-height: 2.75rem; padding: 0.5rem 1rem; border: 1px solid #70808c; border-radius: 0.5rem; background: transparent; color: inherit; cursor: pointer; }
button.first { border: 0; background: light-dark(#0b5f73, #5ad1e6); color: light-dark(#ffffff, #06242b); }
:focus-visible { outline: 3px solid light-dark(#0b5f73, #5ad1e6); outline-offset: 2px; }
`;

/** Its texts are ours alone: nothing that was typed stands in it. */
export function renderPassphrasePage(reason: PassphraseReason, language: Language): string {
  const text = (name: keyof typeof words): string => words[name][language];
  const role = reason === 'wrong' ? 'alert' : 'note';
  const refusal =
    reason === 'none' ? `<button name="refuse" value="1" formnovalidate>${text('refuse')}</button>` : '';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Jarvis</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/passphrase.css"></head>
<body><main><h1>${text('title')}</h1><p role="${role}">${text(reason)}</p>
<form method="post" action="/passphrase"><input type="password" name="passphrase" aria-label="${text('title')}" autocomplete="off" autofocus required maxlength="1000">
<button class="first">${text('open')}</button>${refusal}</form></main></body></html>`;
}

/** Undefined for what the form does not send. */
export function readPassphraseForm(body: string): PassphraseAnswer | undefined {
  const form = new URLSearchParams(body);
  if (form.get('refuse') === '1') return { isRefused: true };
  const passphrase = form.get('passphrase') ?? '';
  return passphrase === '' || passphrase.length > 1000 ? undefined : { passphrase };
}
