/** Which addresses of an answer may become links: those that open a page or a letter, never those that run or hide code. */

const allowed = new Set(['http:', 'https:', 'mailto:']);

/** The address as it would be opened, or undefined when it must not be a link. */
export function safeAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return allowed.has(url.protocol) ? url.href : undefined;
}

/** Where a safe address leads, with letters that look like others written out (`xn--…`). */
export function hostOf(address: string): string {
  const url = new URL(address);
  return url.protocol === 'mailto:' ? decodeURI(url.pathname) : url.host;
}
