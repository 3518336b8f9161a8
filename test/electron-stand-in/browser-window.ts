/** Windows: a page and where it would stand, were there a desktop. */
import { EventEmitter } from 'node:events';
import { StandInContents, type WebPreferences } from './web-contents.ts';

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface WindowOptions extends Partial<Bounds> {
  readonly show?: boolean;
  readonly alwaysOnTop?: boolean;
  readonly title?: string;
  readonly webPreferences?: WebPreferences;
}

export type ContentsSurroundings = ConstructorParameters<typeof StandInContents>[2];

export interface WindowSurroundings {
  readonly contents: Omit<ContentsSurroundings, 'gone'>;
  readonly isReady: () => boolean;
  readonly created: (window: EventEmitter) => void;
  readonly allClosed: () => void;
}

/** What Electron sets where nothing is said. */
const defaults: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
};

export function createWindowClass(around: WindowSurroundings) {
  const all = new Set<StandInWindow>();
  let focused: StandInWindow | undefined;
  let count = 0;

  class StandInWindow extends EventEmitter {
    readonly id = ++count;
    readonly webContents: StandInContents;
    #bounds: Bounds;
    #state = {
      visible: false,
      minimized: false,
      maximized: false,
      destroyed: false,
      onTop: false,
      everywhere: false,
    };

    constructor({
      x = 0,
      y = 0,
      width = 800,
      height = 600,
      show = true,
      alwaysOnTop = false,
      webPreferences = {},
    }: WindowOptions = {}) {
      super();
      if (!around.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
      this.#bounds = { x, y, width, height };
      this.#state.onTop = alwaysOnTop;
      const preferences = { ...defaults, ...webPreferences };
      this.webContents = new StandInContents(
        preferences,
        { width, height },
        {
          ...around.contents,
          gone: () => this.#gone(),
        },
      );
      this.webContents.on('stand-in-close', () => this.close());
      this.webContents.once('dom-ready', () => this.emit('ready-to-show'));
      all.add(this);
      around.created(this);
      if (show) this.show();
    }

    static getAllWindows = () => [...all];
    static fromWebContents = (contents: StandInContents) =>
      [...all].find(window => window.webContents === contents) ?? null;
    static fromId = (id: number) => [...all].find(window => window.id === id) ?? null;
    static getFocusedWindow = () => focused ?? null;

    loadURL(address: string): Promise<void> {
      return this.webContents.loadURL(address);
    }
    show(): void {
      if (this.#state.visible) return;
      this.#state.visible = true;
      this.emit('show');
    }
    showInactive(): void {
      this.show();
    }
    hide(): void {
      if (!this.#state.visible) return;
      this.#state.visible = false;
      this.emit('hide');
      this.blur();
    }
    focus(): void {
      if (focused === this) return;
      focused?.blur();
      focused = this;
      this.emit('focus');
    }
    blur(): void {
      if (focused !== this) return;
      focused = undefined;
      this.emit('blur');
    }
    isVisible = (): boolean => this.#state.visible;
    isFocused = (): boolean => focused === this;
    isMinimized = (): boolean => this.#state.minimized;
    isMaximized = (): boolean => this.#state.maximized;
    isDestroyed = (): boolean => this.#state.destroyed;
    minimize(): void {
      this.#state.minimized = true;
    }
    restore(): void {
      this.#state.minimized = false;
    }
    maximize(): void {
      this.#state.maximized = true;
    }
    removeMenu(): void {
      // There is none.
    }
    setAlwaysOnTop(isOnTop: boolean): void {
      this.#state.onTop = isOnTop;
    }
    isAlwaysOnTop = (): boolean => this.#state.onTop;
    setVisibleOnAllWorkspaces(isEverywhere: boolean): void {
      this.#state.everywhere = isEverywhere;
    }
    isVisibleOnAllWorkspaces = (): boolean => this.#state.everywhere;
    getBounds = (): Bounds => ({ ...this.#bounds });
    getNormalBounds = (): Bounds => ({ ...this.#bounds });
    setBounds(bounds: Partial<Bounds>): void {
      this.#bounds = { ...this.#bounds, ...bounds };
      this.emit('resize');
    }
    close(): void {
      let isPrevented = false;
      this.emit('close', { preventDefault: () => (isPrevented = true) });
      if (!isPrevented) this.destroy();
    }
    destroy(): void {
      this.#gone();
    }
    #gone(): void {
      if (this.#state.destroyed) return;
      this.#state = { ...this.#state, destroyed: true, visible: false };
      all.delete(this);
      if (focused === this) focused = undefined;
      this.webContents.destroyed();
      this.emit('closed');
      if (all.size === 0) around.allClosed();
    }
  }
  return StandInWindow;
}
