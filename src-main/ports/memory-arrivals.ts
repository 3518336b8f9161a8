/** What an import of memories has brought so far: written down before it is stored, so that a crash leaves all of it or nothing. */

export type ArrivingKind = 'episode' | 'fact' | 'summary';

export interface Arrivals {
  readonly kind: ArrivingKind;
  readonly ids: readonly string[];
}

/** Every method is one transaction; resolved means on disk. */
export interface MemoryArrivals {
  /** Those of these episodes that are here already, hidden ones too. */
  knownEpisodes(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** To be called before any of it is stored. */
  announce(arrivals: readonly Arrivals[]): Promise<void>;
  /** Everything that was announced is stored: from now on it stays. */
  arrived(): Promise<void>;
  /** What an import left to be done: to take back what is `coming`, or to show what has `arrived`. */
  state(): Promise<'none' | 'coming' | 'arrived'>;
  /** The next of what was announced, of one kind; undefined once all is settled. */
  next(limit: number): Promise<Arrivals | undefined>;
  /** These are shown, or taken back. */
  settle(arrivals: Arrivals): Promise<void>;
}
