/** What answers each command of the contract, and what a command is told about the client that sent it. */
import type { CommandInput, CommandName, CommandOutput, Sent } from '../../src-preload/contract.ts';

export interface CommandContext {
  readonly clientId: string;
  /** Made by the client; the same when a command is sent again after a break. */
  readonly commandId: string;
  /** Sends binary sound to this client over whichever wire it has now; false when it has none. */
  sendFrame(bytes: Uint8Array): boolean;
  /** Bytes not yet on their way to this client; grows when it is slow. */
  bufferedBytes(): number;
}

export type Handlers = {
  readonly [N in CommandName]: (
    input: CommandInput<N>,
    context: CommandContext,
  ) => Promise<Sent<CommandOutput<N>>>;
};
