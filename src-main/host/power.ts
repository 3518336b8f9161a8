/** Whether the machine runs on mains power. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const supplies = '/sys/class/power_supply';

/** What kind of process this is never changes: the shell says so once, before anything is put together. */
let askHost: (() => boolean) | undefined;

/** For a host that is told of the battery by its system. */
export function tellPowerBy(ask: () => boolean): void {
  askHost = ask;
}

/** As the host or Linux tells; undefined where nothing tells, as on a server or another system. */
export function isOnPower(folder = supplies): boolean | undefined {
  if (askHost !== undefined) return askHost();
  const mains = namesIn(folder).flatMap(name => {
    const online = contentOf(join(folder, name, 'online'));
    return online === undefined || contentOf(join(folder, name, 'type')) === 'Battery'
      ? []
      : [online === '1'];
  });
  return mains.length === 0 ? undefined : mains.includes(true);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Another system, or a container: nothing is known.
    return [];
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    // This supply does not tell it.
    return undefined;
  }
}
