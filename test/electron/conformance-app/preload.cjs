/** The isolated world of the conformance page. */
const { contextBridge, ipcRenderer } = require('electron');

window.onlyHere = 1;
let listener;
ipcRenderer.on('said', (_event, text) => listener?.(text));

contextBridge.exposeInMainWorld('bridge', {
  words: { list: ['a', 'b'] },
  add: (one, other) => one + other,
  later: text => Promise.resolve(`${text} later`),
  fails: () => {
    throw new Error('it failed');
  },
  call: callback => callback('called'),
  onSaid: callback => {
    listener = callback;
  },
  say: text => ipcRenderer.send('say', text),
  utility: () => ipcRenderer.send('utility'),
  /** The other end of a port to the main process comes as a message of the window to itself. */
  openPort: name => {
    const { port1, port2 } = new MessageChannel();
    ipcRenderer.postMessage('port', name, [port1]);
    window.postMessage({ port: name }, location.origin, [port2]);
  },
  transferBytes: () => ipcRenderer.postMessage('port', 'none', [new ArrayBuffer(8)]),
  sees: () => ({
    pageValue: typeof window.fromPage,
    ownValue: window.onlyHere,
    arrayMark: typeof [].fromPage,
    node: [typeof require, typeof process, process.sandboxed],
    href: location.href,
  }),
});
