/** The words of memory: episodes, facts, what was felt, what is recalled, and what was forgotten. Times are UTC milliseconds, ids are UUIDv7. */
import type { Origin } from './conversation.ts';
import type { Language } from './language.ts';
import type { MemoryKind, ScoreParts } from './used-memory.ts';

export type { MemoryKind, ScoreParts, UsedMemory } from './used-memory.ts';

/** Where words come from. Only the user's own are memories of the person; the rest is data with a source. */
export type Provenance = 'user' | 'assistant' | 'web' | 'document' | 'tool';

export const emotions = [
  'joy',
  'sadness',
  'anger',
  'fear',
  'surprise',
  'disgust',
  'trust',
  'anticipation',
  'neutral',
] as const;
export type Emotion = (typeof emotions)[number];

/** Valence −1 (unpleasant) to 1, arousal 0 (calm) to 1, dominance 0 (helpless) to 1 (Russell and Mehrabian, 1977). */
export interface Affect {
  readonly valence: number;
  readonly arousal: number;
  readonly dominance: number;
  readonly emotion: Emotion;
}

export const neutralAffect: Affect = { valence: 0, arousal: 0.2, dominance: 0.5, emotion: 'neutral' };

/** From the first to the last millisecond, both inclusive. */
export interface TimeInterval {
  readonly startMs: number;
  readonly endMs: number;
}

/** Where an episode was: enough to open the conversation at that place. */
export interface EpisodePlace {
  readonly conversationId: string;
  readonly messageId?: string;
  readonly turnId?: string;
  readonly origin?: Origin;
  /** The answer that followed. */
  readonly answerId?: string;
}

/** One thing said, as it was said; it is never rewritten. */
export interface Episode {
  readonly id: string;
  readonly place: EpisodePlace;
  readonly provenance: Provenance;
  /** Who said it: `user`, or a name in a dialogue that was imported. */
  readonly speaker: string;
  readonly atMs: number;
  readonly text: string;
  readonly language: Language;
  readonly affect: Affect;
  /** 0 to 1: how firmly it is kept. */
  readonly salience: number;
  /** Folded names of the people, places and things that it names. */
  readonly entities: readonly string[];
}

/** Something held to be true of somebody for a while. */
export interface FactStatement {
  /** `user`, or the name as it was said ("Anna"). */
  readonly subject: string;
  /** snake_case, English whatever the language of the words: `sister`, `allergic_to`, `lives_in`. */
  readonly relation: string;
  /** In the words that were said ("noix", "12 rue de la Paix"). */
  readonly value: string;
  /** Local ISO date or time; absent: not said. */
  readonly validFrom?: string;
  /** Local ISO date or time of its end; absent: it holds still. */
  readonly validTo?: string;
}

/** What words would make known. */
export interface ProposedFact extends FactStatement {
  /** The value that it takes the place of, where the words say so ("no longer in Lyon, in Nantes"). */
  readonly supersedes?: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Other names that the words give to the same subject or value ("ma sœur Anna": `sœur`). */
  readonly aliases?: readonly string[];
}

export interface Fact extends FactStatement {
  readonly id: string;
  /** Tells two bearers of one name apart; absent: whoever bears the name. */
  readonly subjectId?: string;
  /** Where the value names a person or an animal: the `subjectId` of what is known of it. */
  readonly valueId?: string;
  readonly language: Language;
  readonly confidence: number;
  /** How often it was said. */
  readonly timesSaid: number;
  readonly firstSaidMs: number;
  readonly lastSaidMs: number;
  readonly proposedBy: 'rules' | 'model' | 'user';
  readonly sourceEpisodeIds: readonly string[];
  /** The fact that ended it. */
  readonly supersededBy?: string;
}

/** Whether words become a memory, and why. */
export interface GateVerdict {
  readonly store: boolean;
  readonly why: GateReason;
  readonly facts: readonly ProposedFact[];
}

export const gateReasons = [
  /** Kept: it tells something of the person's life. */
  'personal',
  /** Kept: the person asked to remember it. */
  'asked-to-remember',
  'small-talk',
  'command',
  'question',
  /** What Jarvis said, or a memory that it recalled. */
  'own-words',
  /** From a web page, a document or a tool. */
  'not-the-user',
  'private',
  /** A joke, a supposition, or somebody else's words. */
  'not-meant',
  /** An instruction to the assistant, dressed as a memory. */
  'instruction',
  'empty',
  'too-long',
  'nothing-new',
] as const;
export type GateReason = (typeof gateReasons)[number];

/** Where a passage stands. */
export interface Citation {
  readonly documentId: string;
  readonly documentName: string;
  readonly page?: number;
  readonly heading?: string;
}

export interface RecalledMemory {
  /** Of the episode, fact, summary or passage. */
  readonly id: string;
  readonly kind: MemoryKind;
  readonly text: string;
  readonly speaker: string;
  readonly atMs: number;
  readonly score: number;
  readonly parts: ScoreParts;
  readonly place?: EpisodePlace;
  /** Of a fact: what it was taken from. */
  readonly sourceEpisodeIds?: readonly string[];
  /** Of a passage. */
  readonly citation?: Citation;
}

export interface Recollection {
  /** Best first; they fit the budget together. */
  readonly memories: readonly RecalledMemory[];
  readonly tokens: number;
  readonly ms: number;
}

/** What was removed for good by one order to forget. */
export interface ForgetReceipt {
  readonly id: string;
  readonly atMs: number;
  readonly episodes: number;
  readonly messages: number;
  readonly facts: number;
  /** Summaries that were made again without it. */
  readonly summaries: number;
  readonly vectors: number;
  readonly notes: number;
  /** Names of backups and exports that were rewritten or deleted. */
  readonly copies: readonly string[];
}
