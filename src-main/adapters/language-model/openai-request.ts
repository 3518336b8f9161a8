/** The body of a request to /v1/chat/completions. */
import type { ChatMessage, GenerateRequest } from '../../ports/language-model.ts';
import { base64 } from './base64.ts';

/** @returns the body as JSON-ready data; the size of the window is the server's own affair in this API */
export function openAiChatBody(request: GenerateRequest): Record<string, unknown> {
  const { temperature, seed, maxTokens, stop } = request.options ?? {};
  return {
    model: request.model,
    messages: request.messages.map(openAiMessage),
    stream: true,
    stream_options: { include_usage: true },
    ...(temperature !== undefined && { temperature }),
    ...(seed !== undefined && { seed }),
    ...(maxTokens !== undefined && { max_tokens: Math.max(1, Math.floor(maxTokens)) }),
    ...(stop && stop.length > 0 && { stop }),
    ...(request.tools && request.tools.length > 0 && { tools: request.tools.map(openAiTool) }),
    ...(request.responseSchema && {
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'answer', schema: request.responseSchema },
      },
    }),
  };
}

function openAiMessage(message: ChatMessage): Record<string, unknown> {
  return {
    role: message.role,
    content: openAiContent(message),
    ...(message.toolCalls && {
      tool_calls: message.toolCalls.map(call => ({
        id: call.id,
        type: 'function',
        function: { name: call.name, arguments: JSON.stringify(call.arguments) },
      })),
    }),
    ...(message.toolCallId !== undefined && { tool_call_id: message.toolCallId }),
  };
}

/** Words alone stay a plain text, which every server takes. */
function openAiContent({ content, images = [] }: ChatMessage): unknown {
  const text = content.toWellFormed();
  if (images.length === 0) return text;
  return [
    { type: 'text', text },
    ...images.map(({ mediaType, bytes }) => ({
      type: 'image_url',
      image_url: { url: `data:${mediaType};base64,${base64(bytes)}` },
    })),
  ];
}

function openAiTool(tool: NonNullable<GenerateRequest['tools']>[number]): Record<string, unknown> {
  const { name, description, parameters } = tool;
  return { type: 'function', function: { name, description, parameters } };
}
