/** Asks for the passphrase in a window of its own, before the core is opened: a form of ours, answered within the program. */
import { BrowserWindow, type Session } from 'electron';
import { shellHeaders } from '../api/web-headers.ts';
import type { Language } from '../domain/language.ts';
import { groundNow, pageRights } from './electron-window.ts';
import { appOrigin, appScheme } from './shell/app-scheme.ts';
import {
  type PassphraseAnswer,
  type PassphraseReason,
  passphraseStyle,
  readPassphraseForm,
  renderPassphrasePage,
} from './shell/passphrase-page.ts';

const path = '/passphrase';
const headers = {
  ...shellHeaders,
  'Content-Security-Policy': `${shellHeaders['Content-Security-Policy']?.replace("form-action 'none'", "form-action 'self'")}`,
};
const send = (body: string, type = 'text/html'): Response =>
  new Response(body, { headers: { ...headers, 'Content-Type': `${type}; charset=utf-8` } });

/** Undefined when the person closes the window. */
export function askPassphrase(
  session: Session,
  reason: PassphraseReason,
  language: Language,
): Promise<PassphraseAnswer | undefined> {
  const answered = Promise.withResolvers<PassphraseAnswer | undefined>();
  session.protocol.handle(appScheme, async request => {
    const { pathname } = new URL(request.url);
    if (pathname === '/passphrase.css') return send(passphraseStyle, 'text/css');
    if (pathname !== path) return new Response('', { status: 404, headers });
    const answer = request.method === 'POST' ? readPassphraseForm(await request.text()) : undefined;
    if (answer !== undefined) answered.resolve(answer);
    return answer === undefined ? send(renderPassphrasePage(reason, language)) : send('');
  });
  const { preload: _none, ...rights } = pageRights();
  const window = new BrowserWindow({
    width: 480,
    height: 420,
    title: 'Jarvis',
    backgroundColor: groundNow(),
    webPreferences: rights,
  });
  window.removeMenu();
  window.on('closed', () => answered.resolve(undefined));
  window.loadURL(`${appOrigin}${path}`).catch((error: unknown) => answered.reject(error));
  return answered.promise.finally(() => {
    session.protocol.unhandle(appScheme);
    if (!window.isDestroyed()) window.destroy();
  });
}
