/** How a chosen model of meanings is told. */
import type { EmbedderChoice } from './settings.ts';

/** Two choices have the same name only where they are the same. */
export function nameOf(choice: EmbedderChoice): string {
  if (choice === 'built-in') return choice;
  if ('onnx' in choice) return `onnx/${choice.onnx}`;
  return `ollama/${choice.ollama}${choice.address === undefined ? '' : ` (${choice.address})`}`;
}
