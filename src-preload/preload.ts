/** What the shell's pages are given, and all of it: a way to ask for a line to the core, and the name of the system. */
import { contextBridge, ipcRenderer } from 'electron';
import type { ShellBridge } from './shell-bridge.ts';

const bridge: ShellBridge = {
  platform: process.platform,
  openLine: (number, request) => {
    const { port1, port2 } = new MessageChannel();
    ipcRenderer.postMessage('line.open', request, [port1]);
    // A port cannot pass the bridge; it can be sent to the page, which knows it by its number.
    window.postMessage({ jarvisLine: number }, location.origin, [port2]);
  },
};

contextBridge.exposeInMainWorld('jarvisShell', bridge);
