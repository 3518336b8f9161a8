/** Sentences that recognisers learned from subtitles and write where nobody spoke. */

/** The small print of films: hardly ever said to an assistant. */
const credits: readonly RegExp[] = [
  /^sous titr(?:es?|ages?)\b/,
  /\b(?:amara org|radio canada|st 501|opensubtitles|zeoranger)\b/,
  /^(?:subtitles?|captions?|closed captions?|transcription|translat(?:ion|ed)|traduction)\b.* (?:by|par|de)\b/,
  /^(?:subtitles?|captions?|subtitling)\b/,
  /^(?:merci|thank you|thanks)(?: (?:a tous|beaucoup|so much|very much|everyone|guys|all))* (?:d avoir regarde|de votre ecoute|for watching|for listening|for your attention|de votre attention)\b/,
  /^(?:merci )?d avoir regarde cette video\b/,
  /\b(?:abonnez vous|n oubliez pas de (?:vous abonner|liker|mettre un pouce)|activez la cloche)\b/,
  /\b(?:please|don t forget to|like and) subscribe\b/,
  /^(?:a|on se retrouve) (?:bientot|tres vite|dans) (?:pour )?(?:une|la) (?:nouvelle|prochaine) video\b/,
  /^(?:see you|i ll see you) (?:in the )?next (?:video|time)\b/,
  /^(?:www|https?) /,
  /^(?:musique|music|applause|applaudissements|rires|laughter|silence|bruit|noise|generique)(?: \w+)?$/,
  /^c est la fin de (?:cette|la) video\b/,
  /^realise(?:e|es|s)? par\b/,
  /^copyright\b/,
];

/** What one really says, and what is written for a breath as well. */
const courtesies: readonly RegExp[] = [
  /^(?:thank you|thanks|thank you very much|thank you so much|bye|bye bye|goodbye|you|yeah|okay|ok|oh|hmm|mm|uh|um|so|the end|i m sorry|all right)$/,
  /^(?:merci|merci beaucoup|au revoir|a bientot|oui|ouais|ah|eh|euh|hum|mm|hein|voila|d accord|bonne journee|salut|bon)$/,
];

export type Phantom = 'credits' | 'courtesy';

/** @returns what kind of phantom this sentence may be; undefined for all others. */
export function phantomKind(sentence: string): Phantom | undefined {
  const plain = sentence
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (credits.some(pattern => pattern.test(plain))) return 'credits';
  return courtesies.some(pattern => pattern.test(plain)) ? 'courtesy' : undefined;
}
