/** One line that says how far a file is, rewritten in place where a person watches; nothing where none does. */
import type { CliTerminal } from './terminal.ts';

export interface ProgressLine {
  /** 0 to 1. */
  show(share: number): void;
  clear(): void;
}

export function openProgressLine(terminal: CliTerminal, name: string): ProgressLine {
  let isShown = false;
  return {
    show: share => {
      isShown = true;
      terminal.status(`${name}  ${Math.floor(share * 100)} %`);
    },
    clear: () => {
      if (isShown) terminal.status('');
      isShown = false;
    },
  };
}
