/** Puts the calls of tools together from the pieces in which an OpenAI-compatible server streams them. */
import type { ToolCall } from '../../ports/language-model.ts';
import { TextTooLongError } from './bounded-text.ts';
import { asArray, asNumber, asRecord, asText, parseJson } from './json-shape.ts';

/** More text of arguments than any tool takes. */
const argumentsLimitChars = 1024 * 1024;

interface Draft {
  id: string;
  name: string;
  arguments: string;
}

export class ToolCallAssembly {
  private readonly drafts = new Map<number, Draft>();

  /** Takes `delta.tool_calls` of one chunk. Throws TextTooLongError when the arguments grow beyond any use. */
  add(delta: unknown): void {
    for (const [position, item] of (asArray(delta) ?? []).entries()) {
      const piece = asRecord(item);
      const called = asRecord(piece?.function);
      const index = asNumber(piece?.index) ?? position;
      const draft = this.drafts.get(index) ?? { id: '', name: '', arguments: '' };
      this.drafts.set(index, draft);
      // Some servers repeat id and name in each piece, so they are set and not joined.
      draft.id = asText(piece?.id) || draft.id;
      draft.name = asText(called?.name) || draft.name;
      draft.arguments += asText(called?.arguments) ?? '';
      if (draft.arguments.length > argumentsLimitChars) throw new TextTooLongError(argumentsLimitChars);
    }
  }

  /** The calls that are whole, in their order, and how many were not. */
  finish(): { readonly calls: readonly ToolCall[]; readonly broken: number } {
    const calls: ToolCall[] = [];
    let broken = 0;
    for (const [index, draft] of [...this.drafts].sort(([a], [b]) => a - b)) {
      const parsed = asRecord(parseJson(draft.arguments.trim() === '' ? '{}' : draft.arguments));
      if (draft.name === '' || parsed === undefined) broken++;
      else calls.push({ id: draft.id || `call_${index}`, name: draft.name, arguments: parsed });
    }
    return { calls, broken };
  }
}
