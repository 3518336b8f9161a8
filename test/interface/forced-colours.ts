/** What a page loses where the system forces its own colours: grounds and shadows are gone, edges and weight stay. */
import type { Page } from 'playwright-core';

/** Fields and buttons with words that nothing sets apart from the text around them. */
export function controlsWithoutEdge(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('.input, .button, textarea, select')].filter(
      element => element.checkVisibility({ visibilityProperty: true }),
    );
    const hasEdge = (element: Element | null, depth = 0): boolean => {
      if (element === null || depth > 2) return false;
      const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(element);
      const own = (borderTopStyle !== 'none' && borderTopWidth !== '0px') || outlineStyle !== 'none';
      return own || hasEdge(element.parentElement, depth + 1);
    };
    return shown
      .filter(element => !hasEdge(element))
      .map(element => element.getAttribute('aria-label') ?? element.textContent?.trim() ?? element.tagName);
  });
}

/** What is chosen among others of its kind, yet looks as they do. */
export function chosenLookLikeOthers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const chosen =
      '[aria-current]:not([aria-current=false]), [aria-selected=true], [aria-pressed=true], [data-open=true][data-testid]';
    const lookOf = (element: Element): string => {
      const style = getComputedStyle(element);
      const inner =
        element.firstElementChild === null ? '' : getComputedStyle(element.firstElementChild).fontWeight;
      return [
        style.borderStyle,
        style.borderWidth,
        style.borderColor,
        style.outlineStyle,
        style.fontWeight,
        style.textDecorationLine,
        style.color,
        style.backgroundColor,
        inner,
      ].join();
    };
    return [...document.querySelectorAll(chosen)]
      .filter(element => element.checkVisibility({ visibilityProperty: true }))
      .flatMap(element => {
        const kin = [...(element.parentElement?.children ?? [])].filter(
          one => one !== element && one.tagName === element.tagName && !one.matches(chosen),
        );
        const same = kin.some(one => lookOf(one) === lookOf(element));
        return same
          ? [element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '']
          : [];
      });
  });
}
