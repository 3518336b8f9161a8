/** Tells the desktop that a timer rings; from there it is put off or put away, or the window comes. */
import { Notification } from 'electron';
import type { EventData } from '../../src-preload/contract.ts';
import { mayNotify } from './shell/may-notify.ts';
import { ringingWords } from './shell/ringing-words.ts';
import type { Concern, ShellParts } from './shell/shell-parts.ts';

type Rung = EventData<'timer.rang'>;

const snoozeMs = 300_000;

export const startNotifications: Concern = shell => {
  if (!Notification.isSupported()) return () => undefined;
  const { client, clock, main, quick } = shell;
  const shown = new Map<string, Notification>();
  const close = (id: string): void => {
    shown.get(id)?.close();
    shown.delete(id);
  };
  const rang = (timer: Rung): void => {
    const { zone = clock.zone(), desktop } = shell.preferences();
    const isLookedAt = main.isFocused() || quick.isFocused();
    const { quietHours } = desktop;
    if (!mayNotify({ nowMs: clock.nowMs(), zone, isLookedAt, ...(quietHours && { quietHours }) })) return;
    close(timer.id);
    const notification = notificationOf(timer, shell);
    notification.on('close', () => {
      if (shown.get(timer.id) === notification) shown.delete(timer.id);
    });
    shown.set(timer.id, notification);
    notification.show();
  };
  const ends = [
    client.on('timer.rang', rang),
    client.on('organizer.changed', ({ timers }) => {
      // Put off, put away or taken back, wherever that was done.
      for (const id of timers?.gone ?? []) close(id);
      for (const { thing } of timers?.put ?? [])
        if (thing.rangAtMs === undefined || thing.dismissedAtMs !== undefined) close(thing.id);
    }),
  ];
  return () => {
    for (const end of ends) end();
    for (const id of [...shown.keys()]) close(id);
  };
};

function notificationOf(timer: Rung, { client, language, log, main, pages }: ShellParts): Notification {
  const words = ringingWords(timer, language());
  const notification = new Notification({
    title: words.title,
    body: words.body,
    // The window rings already.
    silent: true,
    urgency: 'critical',
    timeoutType: 'never',
    actions: [
      { type: 'button', text: words.snooze },
      { type: 'button', text: words.stop },
    ],
  });
  const failed = (error: unknown): void => log.write('warn', 'command.failed', {}, error);
  notification.on('action', ({ actionIndex }) => {
    const { id } = timer;
    const done =
      actionIndex === 0
        ? client.call('timer.extend', { id, byMs: snoozeMs })
        : client.call('timer.dismiss', { id });
    done.catch(failed);
  });
  // Where a desktop shows no buttons, the window has the same two.
  notification.on('click', () => {
    pages.tell('main', { kind: 'go', place: { room: 'conversation' } });
    main.show();
  });
  return notification;
}
