/** The default session: own schemes, permissions, requests that are let through or not. */
import { EventEmitter } from 'node:events';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;
type PermissionHandler = (
  contents: unknown,
  permission: string,
  decide: (isAllowed: boolean) => void,
  details: Record<string, unknown>,
) => void;
type BeforeRequest = (
  details: { readonly url: string; readonly method: string; readonly resourceType: string },
  decide: (answer: { cancel?: boolean }) => void,
) => void;

export class StandInSession extends EventEmitter {
  readonly handlers = new Map<string, SchemeHandler>();
  permissionRequest: PermissionHandler | undefined;
  permissionCheck: unknown;
  devicePermission: unknown;
  beforeRequest: BeforeRequest | undefined;
  readonly protocol = {
    registerSchemesAsPrivileged: (): void => {
      if (this.isReady())
        throw new Error('protocol.registerSchemesAsPrivileged must be called before the app is ready');
    },
    handle: (scheme: string, handler: SchemeHandler): void => {
      if (this.handlers.has(scheme)) throw new Error(`${scheme}: is handled already`);
      this.handlers.set(scheme, handler);
    },
    unhandle: (scheme: string): void => {
      if (!this.handlers.delete(scheme)) throw new Error(`${scheme}: is not handled`);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.beforeRequest = listener;
    },
  };
  private readonly isReady: () => boolean;

  constructor(isReady: () => boolean) {
    super();
    this.isReady = isReady;
  }

  setPermissionRequestHandler(handler: PermissionHandler): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: unknown): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: unknown): void {
    this.devicePermission = handler;
  }
}

/** Chromium knows no scheme of ours: `app://jarvis/x` is asked for as a page that nobody else could serve. */
export const toChromium = (address: string): string =>
  address.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/]*)/, (whole, scheme: string, host: string) =>
    /^(?:https?|file|data|blob|about|devtools)$/.test(scheme)
      ? whole
      : `https://${host}.${scheme}.stand-in.test`,
  );

export const fromChromium = (address: string): string =>
  address.replace(/^(blob:)?https:\/\/([^/.]*)\.([a-z0-9+-]+)\.stand-in\.test/, '$1$3://$2');
