/** Sleep, the locked screen and the battery, as Electron tells of them. */
import { powerMonitor } from 'electron';
import { tellPowerBy } from './power.ts';
import type { PowerState } from './shell/power-state.ts';

/** @returns how to end it. */
export function followPower(state: PowerState): () => void {
  tellPowerBy(() => !powerMonitor.isOnBatteryPower());
  const suspend = (): void => state.suspend();
  const resume = (): void => state.resume();
  const lock = (): void => state.lock();
  const unlock = (): void => state.unlock();
  powerMonitor.on('suspend', suspend);
  powerMonitor.on('resume', resume);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('unlock-screen', unlock);
  return () => {
    powerMonitor.off('suspend', suspend);
    powerMonitor.off('resume', resume);
    powerMonitor.off('lock-screen', lock);
    powerMonitor.off('unlock-screen', unlock);
  };
}
