/** What the system would show or hold: recorded, and set off by the tests. */
import { EventEmitter } from 'node:events';

interface MenuEntry {
  readonly id?: string;
  readonly label?: string;
  readonly type?: string;
  readonly checked?: boolean;
  readonly enabled?: boolean;
  readonly submenu?: readonly MenuEntry[];
  readonly click?: () => void;
}

class StandInMenuItem {
  readonly id: string | undefined;
  readonly label: string;
  readonly type: string;
  readonly checked: boolean;
  readonly enabled: boolean;
  readonly submenu: StandInMenu | undefined;
  readonly click: () => void;

  constructor(entry: MenuEntry) {
    this.id = entry.id;
    this.label = entry.label ?? '';
    this.type = entry.type ?? (entry.submenu === undefined ? 'normal' : 'submenu');
    this.checked = entry.checked ?? false;
    this.enabled = entry.enabled ?? true;
    this.submenu = entry.submenu && StandInMenu.buildFromTemplate(entry.submenu);
    this.click = () => entry.click?.();
  }
}

export class StandInMenu {
  static applicationMenu: StandInMenu | null = null;
  readonly items: StandInMenuItem[] = [];

  static buildFromTemplate(entries: readonly MenuEntry[]): StandInMenu {
    const menu = new StandInMenu();
    menu.items.push(...entries.map(entry => new StandInMenuItem(entry)));
    return menu;
  }
  static setApplicationMenu(menu: StandInMenu | null): void {
    StandInMenu.applicationMenu = menu;
  }
  getMenuItemById(id: string): StandInMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

export interface StandInImage {
  readonly path: string;
  isEmpty(): boolean;
}

export class StandInTray extends EventEmitter {
  static readonly all: StandInTray[] = [];
  image: StandInImage;
  menu: StandInMenu | undefined;
  toolTip = '';
  #isDestroyed = false;

  constructor(image: StandInImage) {
    super();
    this.image = image;
    StandInTray.all.push(this);
  }
  setImage(image: StandInImage): void {
    this.image = image;
  }
  setContextMenu(menu: StandInMenu): void {
    this.menu = menu;
  }
  setToolTip(text: string): void {
    this.toolTip = text;
  }
  destroy(): void {
    this.#isDestroyed = true;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
}

/** What was opened outside, in order. */
export const openedOutside: string[] = [];

export const shell = {
  openExternal: async (address: string): Promise<void> => void openedOutside.push(address),
};

const area = { x: 0, y: 0, width: 1920, height: 1040 };
const display = {
  id: 1,
  bounds: { ...area, height: 1080 },
  workArea: area,
  workAreaSize: area,
  scaleFactor: 1,
};

export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  getDisplayNearestPoint: (_point: { readonly x: number; readonly y: number }) => display,
});

export const nativeTheme = Object.assign(new EventEmitter(), {
  shouldUseDarkColors: true,
  themeSource: 'system',
});

export const nativeImage = {
  createFromPath: (path: string): StandInImage => ({ path, isEmpty: () => path === '' }),
};

/** `hasNetwork` is for tests alone. */
export const network = { hasNetwork: true };

export const net = { isOnline: (): boolean => network.hasNetwork };

export const powerMonitor = Object.assign(new EventEmitter(), { isOnBatteryPower: () => false });
