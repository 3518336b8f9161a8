/** What leaves this machine and what comes back for it, as the ledger counts it: how much, never what. */

/** `generate`: words to a language model. `look`: which models a server has. `embed`: words to be made vectors. */
export const outboundPurposes = ['generate', 'look', 'embed', 'download', 'update'] as const;
export type OutboundPurpose = (typeof outboundPurposes)[number];

/** `you`: by what a person said, typed or clicked. `night`: while nobody asks. `jarvis`: by itself. */
export const orderers = ['you', 'night', 'jarvis'] as const;
export type Orderer = (typeof orderers)[number];

/** A part of an exchange: told when it begins (`requests` is 1), while it goes on, and when it ends. */
export interface Transfer {
  /** With its port where the address names one. */
  readonly host: string;
  readonly purpose: OutboundPurpose;
  readonly orderedBy: Orderer;
  readonly requests: number;
  /** On the connection, headers included; of TLS what is inside, without its handshake. */
  readonly bytesOut: number;
  readonly bytesIn: number;
}

/** The diagnostics channel on which every transfer is told. */
export const transferChannel = 'jarvis.outbound';

export interface LedgerRow extends Transfer {
  /** When its minute, or after thirty days its day, began. */
  readonly fromMs: number;
  readonly grain: 'minute' | 'day';
}

/** Whether an address with this host stays inside this machine. */
export const isThisComputer = (host: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/.test(host);
