/**
 * A model server in a process of its own that answers in Markdown: `talking-server.ts TOKENS TOKENS_PER_SECOND`; a
 * question with "long" in it is answered so, any other by a few lines at once. Prints its address.
 */
import { ScriptedServer } from '../../test/fixtures/model-servers/scripted-server.ts';

const [tokens = 100, tokensPerSecond = 100] = process.argv.slice(2).map(Number);

/** A piece of every kind that an answer is made of. */
const page = `## How a lighthouse is kept

The lamp is **trimmed** at dusk and again at \`midnight\`; the *keeper* notes the hour, the weather and the oil that is left. Each of these is read the next morning, and what is missing is ordered by the first boat.

1. Clean the glass from inside, then from outside.
2. Wind the clockwork that turns the lens.
3. Write down what was seen.

| hour | wind | oil |
| --- | --- | --- |
| 18 | 4 | 31 |
| 21 | 5 | 27 |
| 24 | 7 | 22 |

\`\`\`ts
function light(hour: number): boolean {
  return hour >= 18 || hour < 6;
}
\`\`\`

> The sea does not care who is on watch, so somebody has to.

`;
const short = 'The lamp is lit at **dusk**:\n\n- trim it,\n- wind the clockwork,\n- write down the hour.\n';
const pageTokens = (page.match(/\s*\S+/g) ?? []).length;
const long = page.repeat(Math.ceil(tokens / pageTokens));

const server = await ScriptedServer.start({
  protocol: 'ollama',
  answer: ({ messages }) =>
    /\blong\b/.test(messages.at(-1)?.content ?? '') ? { text: long, tokensPerSecond } : { text: short },
});
console.log(server.address);
// Whoever started it is gone.
process.stdin.on('end', () => process.exit()).resume();
