/**
 * Writes the weights of the voice's ending. Every other clip of the speech assets is used, the rest is kept aside: the sentence's
 * end as finished; up to five quiet places inside it, and the speaker's own pauses, as not finished.
 */
import { writeFileSync } from 'node:fs';
import { examples } from './voice-ending-examples.ts';
import { fitted } from './voice-ending-fit.ts';

const { bias, features } = fitted(examples().filter(({ half }) => half === 'dev'));
const lines = features.map(([name, ...numbers]) => `    ['${name}', ${numbers.join(', ')}],`);
writeFileSync(
  new URL('../src-main/conversation/turn-taking/voice-ending/voice-weights.ts', import.meta.url),
  `/** Weights of the voice's ending, made by \`node bench/fit-voice-ending.ts\` (procedure there); not to be edited by hand. */
import type { VoiceWeights } from './voice-features.ts';

export const voiceWeights: VoiceWeights = {
  bias: ${bias},
  features: [
${lines.join('\n')}
  ],
};
`,
);
