/** Walks a page with the Tab key alone and tells what a person who has only that would miss. */
import type { Page } from 'playwright-core';

export interface Walk {
  /** Names of controls that Tab never came to. */
  readonly missed: readonly string[];
  /** Names of controls that had the focus without showing it. */
  readonly unseen: readonly string[];
  /** Names of controls that had the focus while something lay over them. */
  readonly covered: readonly string[];
  /** In order, each once. */
  readonly reached: readonly string[];
  /** The walk came back to its beginning. */
  readonly isRound: boolean;
}

const longestWalk = 400;

export async function walkByTab(page: Page): Promise<Walk> {
  await page.evaluate(prepare);
  const seen = new Map<string, { seen: boolean; free: boolean }>();
  let isRound = false;
  for (let step = 0; step < longestWalk && !isRound; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(here);
    // The page itself, between its end and its beginning.
    if (stop === undefined) continue;
    isRound = seen.has(stop.key);
    if (!isRound) seen.set(stop.key, stop);
  }
  const wanted = await page.evaluate(() =>
    (Reflect.get(globalThis, 'tabWalk') as { keys(): readonly string[] }).keys(),
  );
  const where = (which: (stop: { seen: boolean; free: boolean }) => boolean): readonly string[] =>
    [...seen].filter(([, stop]) => which(stop)).map(([key]) => key);
  return {
    missed: wanted.filter(key => !seen.has(key)),
    unseen: where(stop => !stop.seen),
    covered: where(stop => !stop.free),
    reached: [...seen.keys()],
    isRound,
  };
}

/** In the page: names every control that Tab should come to, and notes how each looks without the focus. */
function prepare(): void {
  const selector =
    'a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, summary, [tabindex]';
  const names = new WeakMap<Element, string>();
  let count = 0;
  const keyOf = (element: Element): string => {
    const label = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
    const known = names.get(element);
    if (known !== undefined) return known;
    count += 1;
    const key = `${count} ${element.tagName.toLowerCase()} ${element.getAttribute('data-testid') ?? ''} ${label.slice(0, 40)}`;
    names.set(element, key);
    return key;
  };
  const isStop = (element: HTMLElement): boolean =>
    element.tabIndex >= 0 &&
    element.closest('[inert], [hidden]') === null &&
    element.checkVisibility({ visibilityProperty: true }) &&
    !(element instanceof HTMLInputElement && element.type === 'radio' && !isChosen(element));
  /** Of a group of radio buttons, Tab comes to the chosen one, or to the first. */
  const isChosen = (radio: HTMLInputElement): boolean => {
    const group = [
      ...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(radio.name)}"]`),
    ];
    return radio.checked || (!group.some(one => one.checked) && group[0] === radio);
  };
  const stops = [...document.querySelectorAll<HTMLElement>(selector)].filter(isStop);
  const looks = new WeakMap<Element, string>();
  const lookOf = (element: Element): string => {
    const { outline, boxShadow, borderColor, backgroundColor, textDecorationLine } =
      getComputedStyle(element);
    return [outline, boxShadow, borderColor, backgroundColor, textDecorationLine].join();
  };
  const around = (element: Element): Element[] => {
    const chain: Element[] = [];
    for (let one: Element | null = element; one !== null && chain.length < 4; one = one.parentElement)
      chain.push(one);
    return chain;
  };
  (document.activeElement as HTMLElement | null)?.blur();
  for (const stop of stops) for (const one of around(stop)) looks.set(one, lookOf(one));
  const keys = stops.map(keyOf);
  Object.assign(globalThis, {
    tabWalk: {
      // What is gone by the end of the walk could not be missed.
      keys: () => keys.filter((_, at) => stops[at]?.isConnected && isStop(stops[at])),
      keyOf,
      differs: (element: Element) =>
        around(element).some(one => looks.get(one) !== undefined && looks.get(one) !== lookOf(one)) ||
        /solid|auto|dashed/.test(getComputedStyle(element).outlineStyle),
    },
  });
}

/** In the page: what has the focus now, whether that is to be seen, and whether it lies free. */
function here(): { key: string; seen: boolean; free: boolean } | undefined {
  const element = document.activeElement;
  if (element === null || element === document.body || element === document.documentElement) return undefined;
  const { keyOf, differs } = Reflect.get(globalThis, 'tabWalk') as {
    keyOf(of: Element): string;
    differs(of: Element): boolean;
  };
  const box = element.getBoundingClientRect();
  const [x, y] = [
    Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2),
    Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 1), innerHeight - 2),
  ];
  const top = document.elementFromPoint(x, y);
  const free =
    top !== null &&
    (element.contains(top) || top.contains(element) || top.closest('label') === element.closest('label'));
  return { key: keyOf(element), seen: differs(element), free };
}
