/** Asks of Electron what Jarvis asks of it, and notes what comes; the conformance tests read the notes. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const {
  app,
  BrowserWindow,
  ipcMain,
  MessageChannelMain,
  protocol,
  session,
  utilityProcess,
} = require('electron');

const origin = 'app://conformance';
const noted = {
  argv: [...process.argv],
  heard: [],
  opened: [],
  permissions: [],
  prevented: [],
  second: [],
  gone: [],
};
Object.assign(globalThis, { noted });

const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'";
const types = { '/': 'text/html', '/page.js': 'text/javascript', '/worker.js': 'text/javascript' };

async function serve(request) {
  const { pathname } = new URL(request.url);
  if (request.method === 'POST')
    return new Response(`${pathname}: ${await request.text()}`, {
      status: 201,
      headers: { 'x-echo': 'yes' },
    });
  const type = types[pathname];
  if (type === undefined) return new Response('', { status: 404 });
  const body = readFileSync(join(__dirname, pathname === '/' ? 'index.html' : pathname.slice(1)));
  return new Response(body, { headers: { 'content-type': type, 'content-security-policy': policy } });
}

function open() {
  protocol.handle('app', serve);
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide, details) => {
    noted.permissions.push([permission, details.mediaTypes, details.isMainFrame]);
    decide(permission === 'media' && details.mediaTypes.join() === 'audio');
  });
  session.defaultSession.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: !/^(?:app|blob|data|devtools):/.test(url) }),
  );
  const window = new BrowserWindow({
    width: 700,
    height: 500,
    show: false,
    webPreferences: { preload: join(__dirname, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    noted.opened.push(url);
    return { action: 'deny' };
  });
  window.webContents.on('will-navigate', event => {
    if (event.url.startsWith(`${origin}/`)) return;
    noted.prevented.push(event.url);
    event.preventDefault();
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => noted.gone.push(reason));
  window.loadURL(`${origin}/`);
}

/** A page's port to here: what it says is said again, louder. */
ipcMain.on('port', (event, name) => {
  const [port] = event.ports;
  port.on('message', ({ data }) => {
    noted.heard.push(`${name}: ${data.text ?? data}`);
    if (data.text !== undefined) port.postMessage({ text: `${data.text}!`, bytes: data.bytes });
  });
  port.start();
  globalThis.ports = { ...globalThis.ports, [name]: port };
});
ipcMain.on('say', (event, text) => {
  noted.heard.push(text);
  noted.sender = { url: event.senderFrame.url, parent: event.senderFrame.parent };
  event.sender.send('said', `${text}!`);
  // Whoever is busy must not hold up the others.
  if (text !== 'busy') return;
  globalThis.ports.worker?.postMessage('ping');
  globalThis.utilityPort?.postMessage('ping');
});
ipcMain.on('utility', () => {
  const { port1, port2 } = new MessageChannelMain();
  const child = utilityProcess.fork(join(__dirname, 'utility.cjs'), [], { stdio: 'ignore' });
  child.on('message', text => noted.heard.push(`utility: ${text}`));
  child.once('exit', () => noted.heard.push('utility: gone'));
  child.postMessage('take', [port1]);
  port2.on('message', ({ data }) => noted.heard.push(`utility port: ${data}`));
  port2.start();
  Object.assign(globalThis, { utilityPort: port2, utility: child });
});

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.enableSandbox();
app.setPath('userData', process.env.CONFORMANCE_DATA);
if (app.requestSingleInstanceLock({ given: 'a word' })) {
  app.on('second-instance', (_event, argv, _folder, data) => noted.second.push([argv.at(-1), data]));
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(open);
} else app.quit();
