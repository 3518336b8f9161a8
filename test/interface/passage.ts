/** What happens to each command that a page sends. */
export type Passage = 'pass' | 'hold' | 'refuse';
