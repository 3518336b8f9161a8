/** A context window of one model, and how far into it a conversation was read already. */
import {
  type ChatHistoryItem,
  type ChatWrapper,
  InsufficientMemoryError,
  LlamaChat,
  type LlamaContext,
  type LlamaContextSequence,
  type LlamaModel,
  resolveChatWrapper,
  type Token,
} from 'node-llama-cpp';
import { PlainChatWrapper } from './plain-chat-wrapper.ts';

/**
 * Room beyond the window, so that the library never comes to its own way out of a full one: it would drop the oldest
 * words in silence.
 */
const spareTokens = 64;
/** An abort is heard between two such pieces of the prompt. */
const pieceTokens = 128;

export interface ChatWindow {
  readonly model: LlamaModel;
  readonly chat: LlamaChat;
  readonly sequence: LlamaContextSequence;
  /** Tokens of prompt and answer together. */
  readonly tokens: number;
  /** Whether `wanted` tokens, or as many as the model was made for, fit. */
  holds(wanted: number): boolean;
  promptOf(history: readonly ChatHistoryItem[]): Token[];
  /** Reads what the window does not hold of `prompt` yet, but for its last token. */
  read(prompt: Token[], work: { signal: AbortSignal; onProgress: () => void }): Promise<void>;
  close(): Promise<void>;
}

/** @throws the library's InsufficientMemoryError when less than `least` tokens fit. */
export async function openChatWindow(
  model: LlamaModel,
  size: { least: number; most: number; threads: number; signal: AbortSignal },
): Promise<ChatWindow> {
  const most = Math.min(size.most, model.trainContextSize);
  const least = Math.min(size.least, most);
  const context = await openContext(model, { ...size, least, most });
  const sequence = context.getSequence();
  const chatWrapper = chatWrapperOf(model);
  const chat = new LlamaChat({ contextSequence: sequence, chatWrapper });
  const tokens = Math.min(most, context.contextSize - spareTokens);
  return {
    model,
    chat,
    sequence,
    tokens,
    holds: wanted => tokens >= Math.min(wanted, model.trainContextSize),
    promptOf: history =>
      chatWrapper.generateContextState({ chatHistory: history }).contextText.tokenize(model.tokenizer),
    read: (prompt, work) => readPrompt(sequence, prompt, work),
    close: () => context.dispose(),
  };
}

async function openContext(
  model: LlamaModel,
  { least, most, threads, signal }: { least: number; most: number; threads: number; signal: AbortSignal },
): Promise<LlamaContext> {
  const common = { sequences: 1, threads, createSignal: signal };
  try {
    return await model.createContext({ ...common, contextSize: most + spareTokens });
  } catch (error) {
    if (!(error instanceof InsufficientMemoryError) || least === most) throw error;
    return model.createContext({ ...common, contextSize: { min: least + spareTokens, max: most } });
  }
}

function chatWrapperOf(model: LlamaModel): ChatWrapper {
  const template = model.fileInfo.metadata.tokenizer?.chat_template;
  // Without a template the library guesses one by the architecture, which says nothing about the training.
  if (typeof template !== 'string' || template.trim() === '') return new PlainChatWrapper();
  return resolveChatWrapper(model, { warningLogs: false });
}

async function readPrompt(
  sequence: LlamaContextSequence,
  prompt: Token[],
  { signal, onProgress }: { signal: AbortSignal; onProgress: () => void },
): Promise<void> {
  signal.throwIfAborted();
  // Keeps what both have in common: a conversation that goes on is read from where it stopped.
  await sequence.adaptStateToTokens(prompt, false);
  while (sequence.nextTokenIndex < prompt.length - 1) {
    const from = sequence.nextTokenIndex;
    await sequence.evaluateWithoutGeneratingNewTokens(
      prompt.slice(from, Math.min(from + pieceTokens, prompt.length - 1)),
    );
    signal.throwIfAborted();
    onProgress();
  }
}
