/** The body of a request to Ollama's /api/chat. */
import type { ChatMessage, GenerateRequest } from '../../ports/language-model.ts';
import { base64 } from './base64.ts';

export interface OllamaRequestFacts {
  /** Whether the model can think, where that is known. */
  readonly canThink: boolean;
  /** The window to ask for: another one than the loaded one costs a reload of the model. */
  readonly contextTokens?: number;
}

/** @returns the body as JSON-ready data */
export function ollamaChatBody(request: GenerateRequest, facts: OllamaRequestFacts): Record<string, unknown> {
  return {
    model: request.model,
    messages: request.messages.map(ollamaMessage),
    stream: true,
    // A prompt that is too long is an error to be told, not to be cut in silence; and a full window ends the answer
    // (done_reason "length") in place of pushing the system text out of the window.
    truncate: false,
    shift: false,
    ...(request.tools && request.tools.length > 0 && { tools: request.tools.map(ollamaTool) }),
    ...(request.responseSchema && { format: request.responseSchema }),
    // Left out, a model that can think does; told to think, one that cannot is an error.
    ...(facts.canThink && { think: request.think === true }),
    options: ollamaOptions(request, facts),
  };
}

function ollamaOptions(
  { options = {} }: GenerateRequest,
  facts: OllamaRequestFacts,
): Record<string, unknown> {
  const { temperature, seed, maxTokens, stop } = options;
  return {
    ...(facts.contextTokens !== undefined && { num_ctx: facts.contextTokens }),
    ...(temperature !== undefined && { temperature }),
    ...(seed !== undefined && { seed }),
    // 0 would mean "without end" here.
    ...(maxTokens !== undefined && { num_predict: Math.max(1, Math.floor(maxTokens)) }),
    ...(stop && stop.length > 0 && { stop }),
  };
}

function ollamaMessage(message: ChatMessage): Record<string, unknown> {
  return {
    role: message.role,
    content: message.content.toWellFormed(),
    ...(message.images && { images: message.images.map(({ bytes }) => base64(bytes)) }),
    ...(message.toolCalls && {
      // `arguments` stays an object: as text, the server refuses the whole history.
      tool_calls: message.toolCalls.map(call => ({
        function: { name: call.name, arguments: call.arguments },
      })),
    }),
    ...(message.toolName !== undefined && { tool_name: message.toolName }),
  };
}

function ollamaTool(tool: NonNullable<GenerateRequest['tools']>[number]): Record<string, unknown> {
  const { name, description, parameters } = tool;
  return { type: 'function', function: { name, description, parameters } };
}
