/** The main process's ends of a page's ports. What passes on them passes through a worker, beside the page's thread. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { binding, portWorkerPath } from './page-worlds.ts';
import { StandInPort } from './ports.ts';
import { type ProtocolLine, TargetSession } from './protocol-line.ts';
import { pack, unpack } from './wire-text.ts';

type FromWorker =
  | { readonly kind: 'started' }
  | { readonly kind: 'port'; readonly id: string; readonly data: unknown }
  | { readonly kind: 'port-closed'; readonly id: string };

const begin = 'globalThis.standInStart ? standInStart() : void (globalThis.standInIsAwaited = true)';

export class PagePorts {
  readonly #line: ProtocolLine;
  readonly #workerPath: string;
  readonly #ports = new Map<string, MessagePort>();
  /** What came on a port before the message that it came with. */
  readonly #early = new Map<string, FromWorker[]>();
  #worker: TargetSession | undefined;
  #isStarted = false;
  #waiting: string[] = [];

  constructor(line: ProtocolLine, secret: string) {
    this.#line = line;
    this.#workerPath = portWorkerPath(secret);
  }

  async follow(page: TargetSession): Promise<void> {
    page.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker' && targetInfo.url.endsWith(this.#workerPath)) this.#attach(sessionId);
    });
    await page.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: true,
    });
  }

  /** The page keeps one end, which it named; ours is a port of the main process. */
  join(id: string): StandInPort {
    const { port1, port2 } = new MessageChannel();
    this.#ports.set(id, port1);
    port1.on('message', ({ data }) => this.#post({ kind: 'port', id, data }));
    port1.on('close', () => {
      if (this.#ports.delete(id)) this.#post({ kind: 'port-closed', id });
    });
    for (const message of this.#early.get(id) ?? []) this.#receive(message);
    this.#early.delete(id);
    return new StandInPort(port2);
  }

  /** The page has gone, and its worker with it. */
  clear(): void {
    const closed = [...this.#ports.values()];
    this.#ports.clear();
    this.#early.clear();
    this.#worker = undefined;
    this.#isStarted = false;
    this.#waiting = [];
    for (const port of closed) port.close();
  }

  #attach(sessionId: string): void {
    const worker = new TargetSession(this.#line, sessionId);
    this.#worker = worker;
    worker.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === binding && worker === this.#worker) this.#receive(unpack(payload) as FromWorker);
    });
    worker.on('Runtime.executionContextCreated', () => this.#evaluate(worker, begin));
    const opened = [worker.send('Runtime.addBinding', { name: binding }), worker.send('Runtime.enable')];
    // A worker that has gone with its page needs none.
    Promise.all(opened).catch(() => undefined);
  }

  #receive(message: FromWorker): void {
    if (message.kind === 'started') {
      this.#isStarted = true;
      for (const text of this.#waiting.splice(0)) this.#deliver(text);
      return;
    }
    const port = this.#ports.get(message.id);
    if (port === undefined) this.#early.set(message.id, [...(this.#early.get(message.id) ?? []), message]);
    else if (message.kind === 'port') port.postMessage({ data: message.data, ports: [] });
    else port.close();
  }

  #post(message: FromWorker): void {
    const text = pack(message);
    if (this.#isStarted) this.#deliver(text);
    else this.#waiting.push(text);
  }

  #deliver(text: string): void {
    if (this.#worker !== undefined) this.#evaluate(this.#worker, `standInReceive(${JSON.stringify(text)})`);
  }

  #evaluate(worker: TargetSession, expression: string): void {
    // A worker that has just gone has nobody to tell.
    worker.send('Runtime.evaluate', { expression }).catch(() => undefined);
  }
}
