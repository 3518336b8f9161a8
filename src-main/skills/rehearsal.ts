/**
 * Sentences that have the grammars compiled before anybody asks: one for a skill and one for none in each language. What
 * the other families compile at their first sentence takes a moment then, and memory only where they are used.
 */
export const rehearsal: readonly string[] = [
  'Quelle heure est-il ?',
  'What time is it?',
  'Raconte-moi une histoire de marins.',
  'Tell me a story about sailors.',
];
