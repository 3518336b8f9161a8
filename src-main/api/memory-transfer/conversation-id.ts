/** Names the conversation of another program in which something was said. */

/** Its own id where that can be one of ours, else its number in the file. */
export const conversationIdOf = (id: string | null | undefined, at: number): string =>
  id != null && /^[\w.:-]{1,64}$/.test(id) ? id : `imported-${at}`;
