/** Ports that were sent to another process: what passes on them passes on the one line between the two. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { StandInPort } from './ports.ts';

export type RelayMessage =
  | { readonly kind: 'message'; readonly data: unknown; readonly ports: readonly string[] }
  | { readonly kind: 'port'; readonly id: string; readonly data: unknown; readonly ports: readonly string[] }
  | { readonly kind: 'port-closed'; readonly id: string };

interface Parcel {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

export class PortRelay {
  readonly #side: string;
  readonly #send: (message: RelayMessage) => void;
  readonly #ports = new Map<string, MessagePort>();
  #count = 0;

  /** `side`: a letter that the other process does not number its ports with. */
  constructor(side: string, send: (message: RelayMessage) => void) {
    this.#side = side;
    this.#send = send;
  }

  post(data: unknown, ports: readonly StandInPort[]): void {
    this.#send({ kind: 'message', data, ports: ports.map(port => this.#give(port.inner)) });
  }

  /** What the other process has posted; messages of ports have gone where they belong. */
  receive(
    message: RelayMessage,
  ): { readonly data: unknown; readonly ports: readonly StandInPort[] } | undefined {
    if (message.kind === 'port-closed') this.#ports.get(message.id)?.close();
    else if (message.kind === 'message')
      return { data: message.data, ports: message.ports.map(id => new StandInPort(this.#take(id))) };
    else {
      const ports = message.ports.map(id => this.#take(id));
      this.#ports.get(message.id)?.postMessage({ data: message.data, ports }, ports);
    }
    return undefined;
  }

  /** The other process has gone. */
  close(): void {
    for (const port of this.#ports.values()) port.close();
  }

  #give(port: MessagePort): string {
    const id = `${this.#side}${++this.#count}`;
    this.#join(id, port);
    return id;
  }

  #take(id: string): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.#join(id, port1);
    return port2;
  }

  #join(id: string, port: MessagePort): void {
    this.#ports.set(id, port);
    port.on('message', ({ data, ports }: Parcel) =>
      this.#send({ kind: 'port', id, data, ports: ports.map(one => this.#give(one)) }),
    );
    port.on('close', () => {
      this.#ports.delete(id);
      this.#send({ kind: 'port-closed', id });
    });
  }
}
