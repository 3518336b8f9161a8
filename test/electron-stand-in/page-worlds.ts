/**
 * Source text that runs in the page: the preload's isolated world, the part of the bridge in the page's own, and the
 * worker that the page's ports to the main process pass through.
 */
import { readFileSync } from 'node:fs';

/** Name of the world that only the preload sees. */
export const isolatedWorld = 'Stand-in isolated context';
/** The binding through which the isolated world and the worker speak to us. */
export const binding = 'standInSend';

/** Values as text, as `wire-text.ts` has them. */
const wireText = `
  const base64 = bytes => { let text = ''; for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192)); return btoa(text); };
  const pack = value => JSON.stringify(value, (key, one) => ArrayBuffer.isView(one) ? { standInBytes: base64(new Uint8Array(one.buffer, one.byteOffset, one.byteLength)) } : one);
  const unpack = text => JSON.parse(text, (key, one) => one && typeof one.standInBytes === 'string' ? Uint8Array.from(atob(one.standInBytes), sign => sign.charCodeAt(0)) : one);
`;

/** Path, under the page's own origin, of the worker's script; nobody else knows it. */
export const portWorkerPath = (secret: string): string => `/${secret}-ports.js`;

/** Ports must not wait for the page's thread: a busy page holds up what it reads itself, and nothing else. */
export const portWorker = (): string => `(() => {
  ${wireText}
  const ports = new Map();
  const early = [];
  let post = message => early.push(message);
  onmessage = ({ data: id, ports: [port] }) => {
    ports.set(id, port);
    port.onmessage = ({ data }) => post({ kind: 'port', id, data });
    port.addEventListener('close', () => post({ kind: 'port-closed', id }));
  };
  globalThis.standInReceive = text => {
    const message = unpack(text);
    if (message.kind === 'port') ports.get(message.id)?.postMessage(message.data);
    else ports.get(message.id)?.close();
  };
  globalThis.standInStart = () => {
    post = message => globalThis.${binding}(pack(message));
    post({ kind: 'started' });
    for (const message of early.splice(0)) post(message);
  };
  if (globalThis.standInIsAwaited) standInStart();
})();`;

/**
 * Runs in both worlds: functions pass as numbers, called over events of the window that only the other half knows by its
 * secret name. Values pass by structured clone.
 */
const link = `
function standInLink(out, into, onExpose) {
  const functions = new Map();
  let count = 0;
  let returned;
  const send = detail => dispatchEvent(new CustomEvent(out, { detail }));
  const isPlain = value => typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
  const each = (value, change) => Array.isArray(value) ? value.map(change) : isPlain(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)])) : value;
  const encode = value => {
    if (value instanceof Promise) return { standInPromise: encode((fulfil, refuse) => void value.then(fulfil, error => refuse(String(error && error.message || error)))) };
    if (typeof value !== 'function') return each(value, encode);
    functions.set(++count, value);
    return { standInFunction: count };
  };
  const decode = value => isPlain(value) && value.standInPromise ? new Promise((fulfil, refuse) => decode(value.standInPromise)(fulfil, message => refuse(new Error(message)))) : isPlain(value) && value.standInFunction ? (...all) => call(value.standInFunction, all) : each(value, decode);
  const call = (id, all) => {
    returned = undefined;
    send({ kind: 'call', id, all: all.map(encode) });
    if (returned === undefined) throw new Error('the other world does not answer');
    if (returned.error !== undefined) throw new Error(returned.error);
    return decode(returned.value);
  };
  const answer = ({ id, all }) => {
    try {
      return { kind: 'returned', value: encode(functions.get(id)(...all.map(decode))) };
    } catch (error) {
      return { kind: 'returned', error: String(error && error.message || error) };
    }
  };
  addEventListener(into, event => {
    event.stopImmediatePropagation();
    const message = event.detail;
    if (message.kind === 'call') send(answer(message));
    else if (message.kind === 'returned') returned = message;
    else onExpose(message.name, decode(message.value));
  }, true);
  return { expose: (name, value) => send({ kind: 'expose', name, value: encode(value) }) };
}`;

/** In the page's own world: what the bridge exposes is frozen and cannot be replaced. */
export const pageWorld = (secret: string): string => `(() => {
  ${link}
  const freeze = value => {
    if (typeof value === 'object' && value !== null) { Object.values(value).forEach(freeze); Object.freeze(value); }
    return value;
  };
  standInLink('${secret}-page', '${secret}-preload', (name, value) =>
    Object.defineProperty(window, name, { value: freeze(value), enumerable: true }));
  const media = MediaDevices.prototype;
  const original = media.getUserMedia;
  media.getUserMedia = function getUserMedia(wanted) {
    return new Promise((resolve, reject) => {
      const id = Math.random();
      const types = [wanted && wanted.audio && 'audio', wanted && wanted.video && 'video'].filter(Boolean);
      const decided = ({ detail }) => {
        if (detail.id !== id) return;
        removeEventListener('${secret}-decided', decided);
        if (detail.isAllowed) original.call(this, wanted).then(resolve, reject);
        else reject(new DOMException('Permission denied', 'NotAllowedError'));
      };
      addEventListener('${secret}-decided', decided);
      dispatchEvent(new CustomEvent('${secret}-ask', { detail: { id, permission: 'media', types } }));
    });
  };
  // Chromium would make a window and close it; Electron makes none.
  const open = address => dispatchEvent(new CustomEvent('${secret}-open', { detail: { url: new URL(address, location.href).href } }));
  window.open = address => { open(address); return null; };
  const follow = event => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const isElsewhere = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey || (link && !['', '_self', '_top', '_parent'].includes(link.target));
    if (link === null || event.defaultPrevented || !isElsewhere) return;
    event.preventDefault();
    open(link.href);
  };
  addEventListener('click', follow);
  addEventListener('auxclick', follow);
})();`;

/** In the isolated world: what `require('electron')` gives of a sandboxed preload, then the preload itself. */
export const preloadWorld = (secret: string, preload: string): string => `(() => {
  ${link}
  const { expose } = standInLink('${secret}-preload', '${secret}-page', () => undefined);
  ${wireText}
  const post = message => globalThis.${binding}(pack(message));
  const listeners = new Map();
  let numbers = 0;
  let worker;
  const joinPort = (id, port) => {
    worker ??= new Worker('${portWorkerPath(secret)}');
    worker.postMessage(id, [port]);
    return id;
  };
  globalThis.standInReceive = text => {
    const message = unpack(text);
    if (message.kind === 'decided') dispatchEvent(new CustomEvent('${secret}-decided', { detail: message }));
    else for (const listener of listeners.get(message.channel) ?? []) listener({ sender: ipcRenderer, ports: [] }, ...message.all);
  };
  for (const name of ['ask', 'open'])
    addEventListener('${secret}-' + name, ({ detail }) => post({ ...detail, kind: name }));
  const ipcRenderer = Object.freeze({
    send: (channel, ...all) => post({ kind: 'send', channel, all, ports: [] }),
    postMessage: (channel, message, transfer = []) => {
      if (transfer.some(one => !(one instanceof MessagePort))) throw new TypeError('Invalid value for transfer');
      post({ kind: 'send', channel, all: [message], ports: transfer.map(port => joinPort('page-' + ++numbers, port)) });
    },
    on: (channel, listener) => { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]); },
  });
  const contextBridge = Object.freeze({ exposeInMainWorld: expose });
  const require = name => {
    if (name === 'electron') return { ipcRenderer, contextBridge };
    throw new Error('module not found: ' + name);
  };
  const process = Object.freeze({ type: 'renderer', sandboxed: true, contextIsolated: true, platform: '${process.platform}', versions: {} });
  ((require, module, exports, process) => {${readFileSync(preload, 'utf8')}
  })(require, { exports: {} }, {}, process);
})();`;
