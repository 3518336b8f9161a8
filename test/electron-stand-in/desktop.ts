/** What the desktop would show or keep: notifications and the clipboard, recorded and set off by the tests. */
import { EventEmitter } from 'node:events';

interface NotificationOptions {
  readonly title?: string;
  readonly body?: string;
  readonly silent?: boolean;
  readonly actions?: readonly { readonly type: 'button' | 'selection'; readonly text?: string }[];
}

export class StandInNotification extends EventEmitter {
  static readonly shown: StandInNotification[] = [];
  static isSupported = (): boolean => true;
  title: string;
  body: string;
  silent: boolean;
  readonly actions: { readonly type: 'button' | 'selection'; readonly text?: string }[];

  constructor({ title = '', body = '', silent = false, actions = [] }: NotificationOptions = {}) {
    super();
    this.title = title;
    this.body = body;
    this.silent = silent;
    this.actions = [...actions];
  }
  show(): void {
    StandInNotification.shown.push(this);
    this.emit('show');
  }
  close(): void {
    const at = StandInNotification.shown.indexOf(this);
    if (at < 0) return;
    StandInNotification.shown.splice(at, 1);
    this.emit('close', { reason: 'applicationHidden' });
  }
}

let copied = '';

export const clipboard = {
  writeText: async (text: string): Promise<void> => {
    copied = text;
  },
  readText: async (): Promise<string> => copied,
};
