/** Whether the battery is so low that listening for the name has to rest. */

/** As the page is told of it; the types of the platform do not have it. https://www.w3.org/TR/battery-status/ */
interface PageBattery extends EventTarget {
  readonly charging: boolean;
  /** 0 to 1. */
  readonly level: number;
}

export interface Battery {
  /** `below`: a share of its charge; false on mains power, and where nothing tells. */
  isLow(below: number): boolean;
}

type BatteryPage = { readonly getBattery?: () => Promise<PageBattery> };

export function watchBattery(
  onChange: () => void,
  page: BatteryPage = globalThis.navigator as BatteryPage,
): Battery {
  let battery: PageBattery | undefined;
  page
    .getBattery?.()
    .then(found => {
      battery = found;
      for (const name of ['levelchange', 'chargingchange']) found.addEventListener(name, onChange);
      onChange();
    })
    // A page that may not know goes on as if there were mains power.
    .catch(() => undefined);
  return {
    isLow: below => battery !== undefined && !battery.charging && battery.level < below,
  };
}
