/**
 * Checked by the compiler alone: what the stand-in offers has the shape that Electron's own types say, name by name, and
 * what the shell uses of Electron is offered. Events are left to the tests: their overloads fit nothing but themselves.
 */
import type { createElectron } from './electron-module.ts';

type StandIn = ReturnType<typeof createElectron>['electron'];

/** Names, per part, that the shell calls; each is compared. */
interface Used {
  readonly app:
    | 'whenReady'
    | 'isReady'
    | 'getName'
    | 'getVersion'
    | 'getAppPath'
    | 'getLocale'
    | 'enableSandbox'
    | 'isPackaged'
    | 'disableHardwareAcceleration'
    | 'relaunch'
    | 'quit'
    | 'exit';
  readonly shell: 'openExternal';
  readonly screen: 'getCursorScreenPoint';
  readonly clipboard: 'writeText' | 'readText';
  readonly globalShortcut:
    | 'register'
    | 'unregister'
    | 'unregisterAll'
    | 'isRegistered'
    | 'setSuspended'
    | 'isSuspended';
  readonly net: 'isOnline';
  readonly powerMonitor: 'isOnBatteryPower';
  readonly safeStorage:
    | 'getSelectedStorageBackend'
    | 'isEncryptionAvailable'
    | 'isAsyncEncryptionAvailable'
    | 'encryptString'
    | 'decryptString'
    | 'encryptStringAsync'
    | 'decryptStringAsync';
}

/** As Electron's types have them, in the namespace that they declare for everybody. */
interface Real {
  readonly app: Electron.App;
  readonly shell: Electron.Shell;
  readonly screen: Electron.Screen;
  readonly clipboard: Electron.Clipboard;
  readonly globalShortcut: Electron.GlobalShortcut;
  readonly net: Electron.Net;
  readonly powerMonitor: Electron.PowerMonitor;
  readonly safeStorage: Electron.SafeStorage;
}

type Compared = { readonly [Part in keyof Used]: Pick<Real[Part], Used[Part] & keyof Real[Part]> };

/** An error here: a name of `Used` is unknown to Electron, or the stand-in's is of another kind. */
type Known<Part extends keyof Used> = Used[Part] extends keyof Real[Part] ? true : never;
export const areKnown: { readonly [Part in keyof Used]: Known<Part> } = {
  app: true,
  shell: true,
  screen: true,
  clipboard: true,
  globalShortcut: true,
  net: true,
  powerMonitor: true,
  safeStorage: true,
};

export const hasSameShape = (standIn: StandIn): Compared => standIn;

type WindowUsed =
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'focus'
  | 'close'
  | 'destroy'
  | 'isVisible'
  | 'isMinimized'
  | 'isMaximized'
  | 'maximize'
  | 'restore'
  | 'removeMenu'
  | 'blur'
  | 'isFocused'
  | 'isDestroyed'
  | 'setAlwaysOnTop'
  | 'isAlwaysOnTop'
  | 'setVisibleOnAllWorkspaces'
  | 'isVisibleOnAllWorkspaces'
  | 'getBounds'
  | 'setBounds'
  | 'getNormalBounds';

export const hasSameWindow = (
  window: InstanceType<StandIn['BrowserWindow']>,
): Pick<Electron.BrowserWindow, WindowUsed> => window;

type PortUsed = 'start' | 'close' | 'postMessage';
export const hasSamePort = (
  port: InstanceType<StandIn['MessageChannelMain']>['port1'],
): Pick<Electron.MessagePortMain, PortUsed> => port;

export const hasSameTray = (
  tray: InstanceType<StandIn['Tray']>,
): Pick<Electron.Tray, 'setToolTip' | 'destroy' | 'isDestroyed'> => tray;

export const hasSameNotification = (
  notification: InstanceType<StandIn['Notification']>,
): Pick<Electron.Notification, 'title' | 'body' | 'silent' | 'show' | 'close'> => notification;
