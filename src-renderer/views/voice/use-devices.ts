/** Names of the microphones and loudspeakers, as they are now and as they change. */
import { useEffect, useState } from 'react';
import { useTalk } from '../dock/talk.ts';

export type DeviceLabels = Awaited<ReturnType<NonNullable<ReturnType<typeof useTalk>>['devices']>>;
const none: DeviceLabels = { microphones: [], loudspeakers: [] };

export function useDevices(): DeviceLabels {
  const talk = useTalk();
  const [labels, setLabels] = useState(none);
  useEffect(() => {
    const listening = new AbortController();
    const look = (): void => {
      // A page without a right to devices has none to choose from.
      talk?.devices().then(setLabels, () => setLabels(none));
    };
    look();
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    devices?.addEventListener('devicechange', look, { signal: listening.signal });
    return () => listening.abort();
  }, [talk]);
  return labels;
}
