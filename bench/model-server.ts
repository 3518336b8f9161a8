/**
 * A model server in a process of its own, so that its work is not done on the time of who is measured. Each token is the
 * time at which it is sent. `model-server.ts TOKENS [TOKENS_PER_SECOND [FIRST_TOKEN_DELAY_MS]]`; prints its address.
 */
import { ScriptedServer } from '../test/fixtures/model-servers/scripted-server.ts';
import { sharedNowMs } from './shared-clock.ts';

const [tokens = 1, tokensPerSecond = 0, firstTokenDelayMs = 0] = process.argv.slice(2).map(Number);
const text = ' token'.repeat(tokens);
const server = await ScriptedServer.start({
  protocol: 'ollama',
  answer: () => ({
    text,
    sayInstead: () => ` ${sharedNowMs().toFixed(3)}`,
    ...(tokensPerSecond > 0 && { tokensPerSecond }),
    ...(firstTokenDelayMs > 0 && { firstTokenDelayMs }),
  }),
});
console.log(server.address);
// Whoever started it is gone.
process.stdin.on('end', () => process.exit()).resume();
