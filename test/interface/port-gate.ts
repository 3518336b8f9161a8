/** The gate of the desktop program's window, whose line to the core is a port: it stands in the page, before the window's own script. */
import type { BrowserContext } from 'playwright-core';
import type { CommandName } from '../../src-preload/contract.ts';
import type { Passage } from './passage.ts';

type Decision = Passage | 'cut';

/** `decide`: what happens to a command, or with `''` to a new line. @returns cuts every line that is open */
export async function standBetweenPorts(
  context: BrowserContext,
  refusal: unknown,
  decide: (name: CommandName | '') => Decision,
): Promise<() => Promise<void>> {
  await context.exposeFunction('gateDecides', (name: CommandName | '') => decide(name));
  await context.addInitScript(inPage, refusal);
  return async () => {
    for (const page of context.pages())
      await page.evaluate(() => (Reflect.get(globalThis, 'cutLines') as (() => void) | undefined)?.());
  };
}

/** Takes each port that comes for the window, and gives the window one of its own in its place. */
function inPage(refusal: unknown): void {
  const decide = (name: string): Promise<Decision> => Reflect.get(globalThis, 'gateDecides')(name);
  const lines = new Set<() => void>();
  let isOwn = false;
  Object.assign(globalThis, {
    cutLines: () => {
      for (const cut of lines) cut();
    },
  });
  const join = (core: MessagePort): MessagePort => {
    const { port1: near, port2: far } = new MessageChannel();
    const cut = (): void => {
      lines.delete(cut);
      near.close();
      core.close();
    };
    lines.add(cut);
    const pass = async (message: { readonly text?: string }): Promise<void> => {
      const { kind, id, name } = message.text === undefined ? {} : JSON.parse(message.text);
      const decision = kind === 'command' ? await decide(name) : 'pass';
      if (decision === 'pass') core.postMessage(message);
      if (decision === 'refuse')
        near.postMessage({ text: JSON.stringify({ kind: 'failure', id, error: refusal }) });
    };
    let last = Promise.resolve();
    near.onmessage = ({ data }) => {
      last = last.then(() => pass(data));
    };
    core.onmessage = ({ data }) => near.postMessage(data);
    near.addEventListener('close', cut);
    core.addEventListener('close', cut);
    return far;
  };
  addEventListener('message', event => {
    const [core] = event.ports;
    if (isOwn || event.source !== window || event.data?.jarvisLine === undefined || core === undefined)
      return;
    event.stopImmediatePropagation();
    void decide('').then(decision => {
      const port = join(core);
      isOwn = true;
      dispatchEvent(new MessageEvent('message', { data: event.data, source: window, ports: [port] }));
      isOwn = false;
      if (decision === 'cut') setTimeout(() => Reflect.get(globalThis, 'cutLines')(), 0);
    });
  });
}
