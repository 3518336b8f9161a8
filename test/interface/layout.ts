/** What of a page cannot be seen or reached as it lies on the screen now. */
import type { Page } from 'playwright-core';

/** What is meant to be wider than its place, and scrolls there by itself. */
const mayScroll = '.table-frame, .code-block pre, .katex-display, textarea, [data-scrolls-sideways]';

/** Each part that makes the page scroll sideways, or that stands beyond its edge. */
export function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(allowed => {
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()}${element.id === '' ? '' : `#${element.id}`}${[...element.classList].map(name => `.${name}`).join('')}`;
    const scrollsSideways = (element: Element): boolean =>
      /auto|scroll/.test(getComputedStyle(element).overflowX) &&
      element.scrollWidth > element.clientWidth + 1 &&
      element.clientWidth > 0 &&
      !element.matches(allowed);
    const all = [...document.querySelectorAll('body, body *')];
    const scrolling = all.filter(scrollsSideways).map(element => `${nameOf(element)} scrolls sideways`);
    const beyond = all
      .filter(element => element.matches('button, a[href], input, select, textarea, summary, h1, h2'))
      .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter(element => element.closest(`${allowed}, .unseen`) === null)
      .flatMap(element => {
        const { left, right, width } = element.getBoundingClientRect();
        const isOut = width > 1 && (right > innerWidth + 1 || left < -1);
        return isOut ? [`${nameOf(element)} stands from ${left | 0} to ${right | 0} of ${innerWidth}`] : [];
      });
    return [...scrolling, ...beyond];
  }, mayScroll);
}

/** A day of the calendar is found by writing it in the search as well (WCAG 2.5.8, "equivalent"). */
const reachedOtherwise = '[data-testid=heat-map] [role=option]';

/** Controls that are hard to hit with a finger: smaller than `leastPx`, with another within that reach. */
export function hardToHit(page: Page, leastPx: number): Promise<readonly string[]> {
  return page.evaluate(
    ([least, allowed]) => {
      const controls = [
        ...document.querySelectorAll<HTMLElement>(
          'button, [role=button], [role=tab], [role=switch], [role=option], select, summary, input:not([type=hidden]), textarea',
        ),
      ]
        .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter(element => !element.matches(allowed));
      const boxes = controls.map(element => {
        // A box with its words beside it is hit by its words too.
        const whole = element.closest('label') ?? element;
        return { element, box: whole.getBoundingClientRect() };
      });
      const small = boxes.filter(({ box }) => box.width > 1 && Math.min(box.width, box.height) < least);
      return small.flatMap(({ element, box }) => {
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const isNear = boxes.some(({ element: other, box: b }) => {
          if (other === element || other.contains(element) || element.contains(other)) return false;
          const [dx, dy] = [Math.max(b.left - x, 0, x - b.right), Math.max(b.top - y, 0, y - b.bottom)];
          return b.width > 1 && Math.hypot(dx, dy) < least / 2;
        });
        const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? '';
        return isNear ? [`${name || element.tagName}: ${box.width | 0} × ${box.height | 0}`] : [];
      });
    },
    [leastPx, reachedOtherwise] as const,
  );
}
