/** The dialogue as plain lines, for models that bring no chat template of their own. */
import {
  type ChatHistoryItem,
  ChatWrapper,
  type ChatWrapperGenerateContextStateOptions,
  type ChatWrapperGeneratedContextState,
  LlamaText,
  SpecialToken,
} from 'node-llama-cpp';

export class PlainChatWrapper extends ChatWrapper {
  override readonly wrapperName = 'Plain';

  override generateContextState({
    chatHistory,
  }: ChatWrapperGenerateContextStateOptions): ChatWrapperGeneratedContextState {
    const lines = chatHistory.map((item, index) => this.line(item, index === chatHistory.length - 1));
    return {
      contextText: LlamaText([new SpecialToken('BOS'), lines]),
      stopGenerationTriggers: [LlamaText(new SpecialToken('EOS')), LlamaText('\nUser:')],
      ignoreStartText: [LlamaText(' ')],
    };
  }

  private line(item: ChatHistoryItem, isLast: boolean): LlamaText {
    if (item.type === 'system') return LlamaText([LlamaText.fromJSON(item.text), '\n\n']);
    if (item.type === 'user') return LlamaText(['User: ', item.text, '\n']);
    const answer = this.generateModelResponseText(item.response);
    // Without the space when the answer is still to come: models write it themselves, as part of the first word.
    if (answer.values.length === 0) return LlamaText(isLast ? 'Assistant:' : 'Assistant:\n');
    return LlamaText(['Assistant: ', answer, isLast ? '' : '\n']);
  }
}
