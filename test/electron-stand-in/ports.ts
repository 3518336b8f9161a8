/** Message ports as Electron's main process has them. */
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** What passes on the inner channel: Electron's messages carry their ports beside the data. */
interface Parcel {
  readonly data: unknown;
  readonly ports: MessagePort[];
}

export class StandInPort extends EventEmitter {
  readonly inner: MessagePort;
  #isStarted = false;

  constructor(inner: MessagePort) {
    super();
    this.inner = inner;
  }

  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.inner.on('message', ({ data, ports }: Parcel) =>
      this.emit('message', { data, ports: ports.map(port => new StandInPort(port)) }),
    );
    this.inner.on('close', () => this.emit('close'));
  }

  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    const ports = portsOf(transfer).map(port => port.inner);
    this.inner.postMessage({ data, ports } satisfies Parcel, ports);
  }

  close(): void {
    this.inner.close();
  }
}

/** As in Electron, nothing but ports may be transferred: the message with anything else is lost. Throws a TypeError. */
export function portsOf(transfer: readonly unknown[]): readonly StandInPort[] {
  const wrong = transfer.findIndex(one => !(one instanceof StandInPort));
  if (wrong >= 0) throw new TypeError(`Port at index ${wrong} is not a valid port`);
  return transfer as readonly StandInPort[];
}

export class StandInChannel {
  readonly port1: StandInPort;
  readonly port2: StandInPort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new StandInPort(port1);
    this.port2 = new StandInPort(port2);
  }
}
