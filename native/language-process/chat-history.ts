/** Messages of the port as the chat history of node-llama-cpp. */
import type { ChatHistoryItem, ChatModelFunctionCall, ChatModelResponse } from 'node-llama-cpp';
import type { HistoryMessage } from './requests.ts';

/**
 * One answer of the model, with the tools it called and what they gave, is one item. The last item is always the
 * model's: empty, or the answer to go on with.
 */
export function toChatHistory(messages: readonly HistoryMessage[]): ChatHistoryItem[] {
  const history: ChatHistoryItem[] = [];
  const calls = new Map<string, ChatModelFunctionCall>();
  for (const message of messages) {
    if (message.role === 'system') history.push({ type: 'system', text: message.content });
    else if (message.role === 'user') history.push({ type: 'user', text: message.content });
    else if (message.role === 'assistant') addAnswer(openAnswer(history), message, calls);
    else addToolResult(history, message, calls);
  }
  openAnswer(history);
  return history;
}

/** The answer at the end of the history, begun if there is none. */
function openAnswer(history: ChatHistoryItem[]): ChatModelResponse {
  const last = history.at(-1);
  if (last?.type === 'model') return last;
  const answer: ChatModelResponse = { type: 'model', response: [] };
  history.push(answer);
  return answer;
}

function addAnswer(
  answer: ChatModelResponse,
  message: HistoryMessage,
  calls: Map<string, ChatModelFunctionCall>,
): void {
  if (message.content) answer.response.push(message.content);
  for (const { id, name, arguments: params } of message.toolCalls ?? []) {
    const call: ChatModelFunctionCall = { type: 'functionCall', name, params, result: null };
    calls.set(id, call);
    answer.response.push(call);
  }
}

/** A result whose call is not in the history any more is told as the user's words, so that it is not lost. */
function addToolResult(
  history: ChatHistoryItem[],
  message: HistoryMessage,
  calls: ReadonlyMap<string, ChatModelFunctionCall>,
): void {
  const call = calls.get(message.toolCallId ?? '');
  if (call) call.result = message.content;
  else history.push({ type: 'user', text: `${message.toolName ?? 'tool'}: ${message.content}` });
}
