/** The parts of the window that F6 walks through, in the order in which they are read. */
const panes = ['.bar', '.banners', '.rail', '.rooms main', '.dock', '.side-panel', '.status-line', '.toasts'];
const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), summary, [tabindex="0"]';

/** Where one was in each pane, to come back to it. */
const left = new WeakMap<Element, HTMLElement>();

const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

const targetIn = (pane: Element): HTMLElement | undefined => {
  const before = left.get(pane);
  if (before?.isConnected && isShown(before)) return before;
  return [...pane.querySelectorAll<HTMLElement>(focusable)].find(isShown);
};

/** A pane within another counts as its own: the dock lies in the room. */
function paneOf(element: Element | null, shown: readonly Element[]): Element | undefined {
  return shown.filter(pane => pane.contains(element)).at(-1);
}

export function focusNextPane(step: 1 | -1): void {
  const shown = panes
    .flatMap(selector => [...document.querySelectorAll(selector)])
    .filter(pane => isShown(pane) && targetIn(pane) !== undefined);
  const { activeElement } = document;
  const here = paneOf(activeElement, shown);
  if (here !== undefined && activeElement instanceof HTMLElement) left.set(here, activeElement);
  const at = here === undefined ? (step === 1 ? -1 : 0) : shown.indexOf(here);
  const next = shown[(at + step + shown.length) % shown.length];
  if (next !== undefined) targetIn(next)?.focus();
}
