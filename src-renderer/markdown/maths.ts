/** Mathematics, loaded with the first formula: how it stands in Markdown, and how it is drawn. */
import 'katex/dist/katex.min.css';
import katex from 'katex';
import remarkMath from 'remark-math';
import type { PluggableList } from 'unified';

/** A single dollar is judged before the parser sees it: see formulas.ts. */
export const mathsPlugins: PluggableList = [[remarkMath, { singleDollarTextMath: false }]];

/** In em: nothing may be drawn larger than a large formula is. */
const largest = 40;
const mostSteps = 500;
const longest = 5000;
/** Of groups in groups: each is several elements in each other, and a browser has only so much depth for them. */
const deepest = 30;

/**
 * Draws a formula into the element. It is built as elements, never read as HTML; commands that link, fetch or name
 * classes are refused. False when it cannot be drawn.
 */
export function drawFormula(element: HTMLElement, tex: string, display: boolean): boolean {
  if (tex.length > longest || depthOf(tex) > deepest) return false;
  try {
    katex.render(tex, element, {
      displayMode: display,
      trust: false,
      strict: 'ignore',
      throwOnError: true,
      maxSize: largest,
      maxExpand: mostSteps,
    });
    return true;
  } catch (error) {
    element.replaceChildren();
    if (error instanceof katex.ParseError || error instanceof RangeError) return false;
    throw error;
  }
}

function depthOf(tex: string): number {
  let depth = 0;
  let most = 0;
  for (const [sign] of tex.matchAll(/\\(?:begin|end|left|right)(?![a-zA-Z])|(?<!\\)[{}]/g)) {
    depth += sign === '{' || sign === '\\begin' || sign === '\\left' ? 1 : -1;
    most = Math.max(most, depth);
  }
  return most;
}
