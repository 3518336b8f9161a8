/** What is recalled: found, without what is kept out, within the budget, and quoted for a prompt. */
import type { RecalledMemory, Recollection } from '../domain/memory.ts';
import type { RecallRequest, Reminder } from './brain.ts';
import { withAnsweringFacts } from './brain-answering-facts.ts';
import { isExcluded } from './brain-exclusions.ts';
import { withNewerFacts } from './brain-newer-facts.ts';
import type { BrainPorts } from './brain-ports.ts';
import { defaultBudgetTokens, fitBudget } from './prefrontal-working-memory/fit-budget.ts';
import { inhibit } from './prefrontal-working-memory/inhibition.ts';
import { type QuotedMemory, recallBlocks } from './prefrontal-working-memory/recall-block.ts';

/** What was said in this conversation a while ago stands in the prompt already. */
const standsInPromptMs = 6 * 3600 * 1000;
const limitByDefault = 10;
/** UTF-16 units; what is asked stands in the beginning, or in so many words that any of them will do. */
const longestAsked = 4000;
const nothing: Recollection = { memories: [], tokens: 0, ms: 0 };

export async function recollect(
  asked: RecallRequest,
  signal: AbortSignal | undefined,
  ports: BrainPorts,
  quote: Quote = quoteFor(asked, ports),
): Promise<Recollection> {
  const { rooms, clock, preferences, isPrivate } = ports;
  const request = { ...asked, text: asked.text.slice(0, longestAsked) };
  const { text, purpose = 'answer', limit = limitByDefault } = request;
  const startedMs = clock.monotonicMs();
  const mayRecall = purpose !== 'answer' || !isPrivate();
  if (!mayRecall || text.trim() === '' || isExcluded(text, preferences())) return nothing;
  const found = await rooms.recall(request, signal);
  signal?.throwIfAborted();
  const kept = keptIn(found, request, ports).slice(0, limit);
  const allowed = await withNewerFacts(await withAnsweringFacts(kept, request, ports), request, ports);
  const fitted = fitBudget(keptIn(allowed, request, ports), {
    tokens: purpose === 'search' ? Number.MAX_SAFE_INTEGER : (request.budgetTokens ?? defaultBudgetTokens),
    estimate: ports.estimateTokens,
    render: quote,
  });
  return { memories: fitted.memories, tokens: fitted.tokens, ms: clock.monotonicMs() - startedMs };
}

function keptIn(
  found: readonly RecalledMemory[],
  { purpose = 'answer', conversationId, nowMs }: RecallRequest,
  { preferences }: BrainPorts,
): readonly RecalledMemory[] {
  const { excludedTopics } = preferences();
  if (purpose !== 'answer' || conversationId === undefined) return inhibit(found, { excludedTopics });
  return inhibit(found, {
    excludedTopics,
    conversation: { id: conversationId, sinceMs: nowMs - standsInPromptMs },
  });
}

type Quote = (memories: readonly QuotedMemory[]) => string;

const quoteFor = ({ language, zone }: RecallRequest, { userName }: BrainPorts): Quote =>
  recallBlocks({ language, zone, ...(userName() !== '' && { userName: userName() }) });

/** Undefined where nothing stands behind the words. */
export async function remind(
  request: RecallRequest,
  signal: AbortSignal | undefined,
  ports: BrainPorts,
): Promise<Reminder | undefined> {
  const quote = quoteFor(request, ports);
  const { memories } = await recollect(request, signal, ports, quote);
  const tone = ports.preferences().affect ? ports.rooms.toneFor(request) : '';
  const parts = [quote(memories), tone];
  const block = parts.filter(part => part !== '').join('\n\n');
  if (block === '') return undefined;
  return { block, used: memories.map(({ id, kind, score, parts: of }) => ({ id, kind, score, parts: of })) };
}
