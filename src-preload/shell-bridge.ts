/** What the preload gives to a page of the shell. */
import type { LineRequest } from './port-line.ts';

export interface ShellBridge {
  /** As Node names it. */
  readonly platform: string;
  /** The line's port arrives as a message `{ jarvisLine: number }` of the window to itself. */
  openLine(number: number, request: LineRequest): void;
}
