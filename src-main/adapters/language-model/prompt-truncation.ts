/** Tells from the count of tokens a server read whether it cut the prompt in silence. */
import type { ChatMessage } from '../../ports/language-model.ts';

/** No tokenizer in use packs prose denser on average (English prose: 4 to 5 characters a token). */
const mostCharsPerToken = 6;
/** Below this a text of that length cannot overflow the window. */
const fewestCharsPerToken = 2;

/**
 * @param promptTokens what the server says that it read
 * @param contextTokens the window that was asked for
 * @returns true where so many characters cannot have been so few tokens and the window was small enough to be the cause
 */
export function wasTruncated(
  messages: readonly ChatMessage[],
  promptTokens: number | undefined,
  contextTokens: number | undefined,
): boolean {
  if (promptTokens === undefined || contextTokens === undefined) return false;
  const chars = messages.reduce((sum, message) => sum + message.content.length, 0);
  return chars / fewestCharsPerToken > contextTokens && chars / mostCharsPerToken > promptTokens;
}
