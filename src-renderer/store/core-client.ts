/** What the store needs of the client half of the wire. */
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  EventData,
  EventName,
} from '../../src-preload/contract.ts';

/** `connecting`: for the first time; `reconnecting`: after a break; `closed`: for good. */
export type ConnectionState = 'connecting' | 'open' | 'reconnecting' | 'closed';

export interface CoreClient {
  /** Rejects with an error that carries an `ErrorReport` when the core refuses. */
  call<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    options?: { readonly limitMs?: number },
  ): Promise<CommandOutput<N>>;
  /** The returned function ends the subscription; so with the others. */
  on<N extends EventName>(name: N, handler: (data: EventData<N>) => void): () => void;
  onState(handler: (state: ConnectionState) => void): () => void;
  /** The picture is stale (new core, or too long away): take a new snapshot. */
  onResync(handler: () => void): () => void;
}
