/** The beginning of a long text, enough to know which one is meant. */
const shortLength = 80;

export const short = (text: string): string =>
  text.length > shortLength ? `${text.slice(0, shortLength - 1).trimEnd()}…` : text;
