/** One answer: reads the prompt, then streams what the model says until it ends, is full, or is told to stop. */
import type { LlamaChatResponseChunk, LlamaGrammar } from 'node-llama-cpp';
import { RequestFailure } from '../frames.ts';
import { toChatHistory } from './chat-history.ts';
import type { ChatWindow } from './chat-window.ts';
import { grammarSchema } from './grammar-schema.ts';
import type { GenerateNote, GenerateOutcome, GenerateRequest } from './requests.ts';

export interface Answer {
  readonly signal: AbortSignal;
  readonly note: (note: GenerateNote) => void;
}

/** Some variety, as chat models expect it; 0 asks for the likeliest word each time. */
const usualTemperature = 0.7;

/** @throws RequestFailure `model.context-too-small` when the prompt leaves no room for an answer. */
export async function streamAnswer(
  window: ChatWindow,
  request: GenerateRequest,
  { signal, note }: Answer,
): Promise<GenerateOutcome> {
  const history = toChatHistory(request.messages);
  const prompt = window.promptOf(history);
  const limit = Math.min(request.contextTokens ?? window.tokens, window.tokens);
  if (prompt.length >= limit) throw new RequestFailure('model.context-too-small', { limit });
  const grammar = await grammarFor(window, request);
  const before = window.sequence.tokenMeter.getState();
  await window.read(prompt, { signal, onProgress: () => note({ kind: 'progress' }) });
  const full = new AbortController();
  const { metadata } = await window.chat.generateResponse(history, {
    ...samplingOf(request),
    ...(grammar ? { grammar } : {}),
    ...(request.think ? {} : { budgets: { thoughtTokens: 0 } }),
    maxTokens: Math.min(request.maxTokens ?? Number.POSITIVE_INFINITY, limit - prompt.length),
    customStopTriggers: request.stop ?? [],
    signal: AbortSignal.any([signal, full.signal]),
    stopOnAbortSignal: true,
    onResponseChunk: chunk => {
      tell(chunk, note);
      // Thoughts are not counted against `maxTokens`, but they fill the window too.
      if (window.sequence.nextTokenIndex >= limit) full.abort();
    },
  });
  signal.throwIfAborted();
  return {
    reason: metadata.stopReason === 'maxTokens' || full.signal.aborted ? 'length' : 'stop',
    promptTokens: prompt.length,
    answerTokens: window.sequence.tokenMeter.diff(before).usedOutputTokens,
  };
}

function tell(chunk: LlamaChatResponseChunk, note: Answer['note']): void {
  if (chunk.text === '') return;
  if (chunk.type === undefined) note({ kind: 'text', text: chunk.text });
  else if (chunk.segmentType === 'thought') note({ kind: 'thinking', text: chunk.text });
}

function samplingOf({ temperature, seed }: GenerateRequest) {
  return {
    temperature: temperature ?? usualTemperature,
    topK: 40,
    topP: 0.95,
    minP: 0.05,
    ...(seed === undefined ? {} : { seed }),
  };
}

async function grammarFor(window: ChatWindow, request: GenerateRequest): Promise<LlamaGrammar | undefined> {
  if (!request.responseSchema) return undefined;
  try {
    return await window.model.llama.createGrammarForJsonSchema(grammarSchema(request.responseSchema));
  } catch (error) {
    const detail = `responseSchema: ${error instanceof Error ? error.message.slice(0, 200) : ''}`;
    throw new RequestFailure('model.refused', { detail }, error);
  }
}
