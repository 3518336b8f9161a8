/**
 * The prompt of a turn. Its bytes are stable: turn n+1 begins with the bytes of turn n, so that a server's prefix
 * cache hits; what changes often (the date) stands behind the words of the message it came with and is kept there.
 */
import type { Message } from '../domain/conversation.ts';
import { JarvisError } from '../domain/errors.ts';
import type { SentImage } from '../domain/image.ts';
import type { ChatMessage } from '../ports/language-model.ts';

export interface PromptInput {
  readonly systemText: string;
  /** The active branch up to and including the user message that is answered. */
  readonly branch: readonly Message[];
  /** The model's window, in tokens. */
  readonly contextTokens: number;
  /** Room kept for the answer, in tokens. */
  readonly answerTokens: number;
  /** By message; empty for models that do not see. */
  readonly images?: ReadonlyMap<string, readonly SentImage[]>;
  /** Messages behind the branch that belong to this request only (a cut answer and the wish to go on). */
  readonly tail?: readonly ChatMessage[];
}

export interface Prompt {
  readonly messages: readonly ChatMessage[];
  /** How many old turns had to go. */
  readonly trimmedTurns: number;
}

/** Tokens taken by the marks around one message in usual chat templates. */
const messageOverheadTokens = 8;
/** A turn is dropped in steps of this share of the window, so that the cut does not move at every turn. */
const trimStep = 0.25;

const utf8 = new TextEncoder();

/** An upper estimate: usual tokenizers write French and English with 3.5 to 4.5 bytes a token. */
export function estimateTokens(text: string): number {
  return Math.ceil(utf8.encode(text).byteLength / 3) + messageOverheadTokens;
}

/** What usual models make of a picture of a screen's size. */
const imageTokens = 1_000;

const costOf = ({ content, images = [] }: ChatMessage): number =>
  estimateTokens(content) + images.length * imageTokens;

/** Builds the prompt. Throws `model.context-too-small` when even the newest message with the system text is too long. */
export function buildPrompt(input: PromptInput): Prompt {
  const turns = groupTurns(input.branch, input.images);
  const costs = turns.map(turn => turn.reduce((sum, message) => sum + costOf(message), 0));
  const tail = input.tail ?? [];
  const fixed = [{ content: input.systemText }, ...tail].reduce(
    (sum, { content }) => sum + estimateTokens(content),
    0,
  );
  const budget = input.contextTokens - input.answerTokens - fixed;
  const trimmedTurns = turnsToDrop(costs, budget);
  if ((costs.at(-1) ?? 0) > budget) {
    const bare = withoutMemories(input.branch);
    if (bare !== undefined) return buildPrompt({ ...input, branch: bare });
    throw new JarvisError('model.context-too-small', { limit: input.contextTokens });
  }
  const kept = turns.slice(trimmedTurns).flat();
  return { messages: [{ role: 'system', content: input.systemText }, ...kept, ...tail], trimmedTurns };
}

/** The person's words come before what was recalled for them; undefined where nothing was. */
function withoutMemories(branch: readonly Message[]): readonly Message[] | undefined {
  const newest = branch.findLastIndex(({ role }) => role === 'user');
  const question = branch[newest];
  if (question?.memoryContext === undefined) return undefined;
  const { memoryContext: _block, ...bare } = question;
  return branch.with(newest, bare);
}

/** How many of the oldest turns go: whole steps of the budget, never the newest turn. */
function turnsToDrop(costs: readonly number[], budget: number): number {
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  if (total <= budget) return 0;
  const step = Math.max(1, Math.floor(budget * trimStep));
  const goal = Math.ceil((total - budget) / step) * step;
  let dropped = 0;
  let count = 0;
  while (count < costs.length - 1 && dropped < goal) dropped += costs[count++] ?? 0;
  return count;
}

/** A turn is a user message and what follows it up to the next one. */
function groupTurns(branch: readonly Message[], images: PromptInput['images']): ChatMessage[][] {
  const turns: ChatMessage[][] = [];
  for (const message of branch) {
    if (message.role === 'user' || turns.length === 0) turns.push([]);
    const content = messageContent(message);
    const shown = images?.get(message.id) ?? [];
    if (content !== '')
      turns.at(-1)?.push({ role: message.role, content, ...(shown.length > 0 && { images: shown }) });
  }
  return turns;
}

function messageContent({ text, promptContext, memoryContext }: Message): string {
  return [text, promptContext, memoryContext].filter(part => part !== undefined).join('\n\n');
}
