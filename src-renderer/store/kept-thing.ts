/** What skills keep and hands may take away, as it was, for whoever brings it back. */
import type { Organizer } from './contract-types.ts';

export type KeptThing =
  | { readonly kind: 'timer'; readonly thing: Organizer['timers'][number] }
  | { readonly kind: 'note'; readonly thing: Organizer['notes'][number] }
  | { readonly kind: 'item'; readonly thing: Organizer['lists'][number]['items'][number] };
