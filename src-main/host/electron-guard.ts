/** What no page may do, whatever it shows: leave our origin, open windows, embed others, or use a device but the microphone. */
import type { App, Session, WebContents } from 'electron';
import { shell } from 'electron';
import { appOrigin } from './shell/app-scheme.ts';

/** Addresses that the system's own programs may be asked to open. */
const outsideSchemes: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:']);

/** The one way out of the window; anything but these schemes could start a program. Rejects where the system opens nothing. */
async function openOutside(address: string): Promise<void> {
  if (!URL.canParse(address) || !outsideSchemes.has(new URL(address).protocol)) return;
  await shell.openExternal(new URL(address).href);
}

export const isOwnAddress = (address: string): boolean =>
  address === appOrigin || address.startsWith(`${appOrigin}/`);

/** Every window and everything a window may hold, from its first moment. `failed`: the system opened nothing. */
export function guardContents(app: App, failed: (error: unknown) => void): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, failed));
}

function guard(contents: WebContents, failed: (error: unknown) => void): void {
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', event => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url).catch(failed);
    return { action: 'deny' };
  });
}

interface Asked {
  readonly requestingUrl?: string | undefined;
  readonly isMainFrame: boolean;
  readonly mediaTypes?: readonly string[] | undefined;
}

/** Sound from the microphone, and copying what was asked to be copied; no camera, no screen, nothing else. */
function mayAsk(permission: string, { requestingUrl, isMainFrame, mediaTypes }: Asked): boolean {
  if (!isMainFrame || requestingUrl === undefined || !isOwnAddress(requestingUrl)) return false;
  if (permission === 'clipboard-sanitized-write') return true;
  return permission === 'media' && mediaTypes?.length === 1 && mediaTypes[0] === 'audio';
}

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(
      mayAsk(permission, {
        requestingUrl: details.requestingUrl,
        isMainFrame: details.isMainFrame,
        mediaTypes: 'mediaTypes' in details ? details.mediaTypes : undefined,
      }),
    ),
  );
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const mediaTypes = details.mediaType === undefined ? undefined : [details.mediaType];
    const requestingUrl = `${origin.replace(/\/$/, '')}/`;
    // Whether devices have names may be asked before one is used.
    if (permission === 'media' && details.mediaType === 'unknown') return isOwnAddress(requestingUrl);
    return mayAsk(permission, { requestingUrl, isMainFrame: details.isMainFrame, mediaTypes });
  });
  session.setDevicePermissionHandler(() => false);
  // The window's files are in the program; nothing that it shows may be fetched from anywhere.
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    const isLocal = isOwnAddress(url) || /^(?:blob|data|devtools):/.test(url);
    decide({ cancel: !isLocal });
  });
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${appOrigin}/`)) event.preventDefault();
  });
}
