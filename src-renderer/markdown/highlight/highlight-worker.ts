/** Reads code in a thread of its own, so that a long or a hostile text takes no time from the page. */
import { readTokens } from './read-tokens.ts';
import type { HighlightAnswer, HighlightRequest } from './tokens.ts';

addEventListener('message', ({ data }: MessageEvent<HighlightRequest>) => {
  const answer = (given: HighlightAnswer): void => postMessage(given);
  readTokens(data.grammar, data.text).then(
    lines => answer({ id: data.id, lines }),
    // Code that cannot be read is drawn as it is written: there is nothing else to tell.
    () => answer({ id: data.id }),
  );
});
