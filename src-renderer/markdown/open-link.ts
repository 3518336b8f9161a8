/** The one way in which an address of a text is opened: in another window, which learns nothing of this one. */
import { safeAddress } from './links.ts';

/** Opens pages and letters; anything else is not opened, wherever it came from. */
export function openLink(address: string): void {
  const safe = safeAddress(address);
  if (safe !== undefined) window.open(safe, '_blank', 'noopener,noreferrer');
}
