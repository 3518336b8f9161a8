/** A fact as it takes shape: where it stands in the words, so that what is asked, supposed or denied can still be told from it. */
import type { Entity } from '../entities.ts';

export interface Draft {
  readonly subject: Entity;
  readonly relation: string;
  readonly value: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly supersedes?: string;
  readonly confidence: number;
  readonly aliases?: readonly string[];
  /** Token where it is said. */
  readonly at: number;
  /** First token after it. */
  readonly to: number;
  /** Told of the past in its own words ("I used to"), and whether they say when it ended; "no longer" is not meant. */
  readonly wasSo?: 'dated' | 'undated';
  /** It is said not to be so: it may end an older one, and is none of its own. */
  readonly isDenied?: boolean;
  /** A name beside a kin word ("my sister Anna"): true even in a question, but no statement. */
  readonly isApposition?: boolean;
  /** A relative clause: stated even inside a question or an order. */
  readonly isRelative?: boolean;
}

/** What was read at one verb, and the token after it. */
export interface Reading {
  readonly drafts: readonly Draft[];
  readonly to: number;
}
