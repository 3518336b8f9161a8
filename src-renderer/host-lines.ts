/** How this page reaches the core: through the shell's ports where there is a shell, else through the web host's sockets. */

import type { LineRequest } from '../src-preload/port-line.ts';
import { wireOverPort } from '../src-preload/port-line.ts';
import type { ShellBridge } from '../src-preload/shell-bridge.ts';
import { openWebSocketWire } from '../src-preload/web-socket-wire.ts';
import type { Wire } from '../src-preload/wire.ts';
import type { Language } from './store/contract-types.ts';

export interface HostLines {
  openWire(): Promise<Wire>;
  /** Where the microphone's frames go. */
  openSound(clientId: string, line: string): Promise<string | MessagePort>;
}

declare global {
  interface Window {
    readonly jarvisShell?: ShellBridge;
  }
}

export function hostLines(language: () => Language): HostLines {
  const shell = window.jarvisShell;
  return shell === undefined ? webLines(language) : shellLines(shell);
}

function shellLines(shell: ShellBridge): HostLines {
  let lines = 0;
  const open = (request: LineRequest): Promise<MessagePort> =>
    new Promise(resolve => {
      const number = ++lines;
      const take = ({ data, source, ports }: MessageEvent<{ jarvisLine?: number } | undefined>): void => {
        const [port] = ports;
        if (source !== window || data?.jarvisLine !== number || port === undefined) return;
        removeEventListener('message', take);
        resolve(port);
      };
      addEventListener('message', take);
      shell.openLine(number, request);
    });
  return {
    openWire: async () => wireOverPort(await open({ kind: 'wire' })),
    openSound: (clientId, line) => open({ kind: 'sound', clientId, line }),
  };
}

function webLines(language: () => Language): HostLines {
  const address = new URL('/wire', location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  /** Another run of Jarvis on the same port does not know this window's session. */
  const isRefused = async (): Promise<boolean> => {
    // Where nobody answers there is nobody who refuses: it is tried again.
    const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
    return answer?.status === 401;
  };
  return {
    openWire: () => openWebSocketWire(() => new WebSocket(address), { isRefused, language }),
    openSound: async (clientId, line) => {
      const sound = new URL('/sound', address);
      sound.search = new URLSearchParams({ client: clientId, line }).toString();
      return sound.href;
    },
  };
}
