/** Draws a diagram of Mermaid's words as the picture of an SVG file, loaded when the first one is asked for. */
import mermaid from 'mermaid';
import { withHeldStyles, withoutStyleElements } from './style-without-elements.ts';

export interface DrawnDiagram {
  /** Of a picture in memory, to be revoked. */
  readonly address: string;
  /** In pixels, as it was laid out. */
  readonly width: number;
}

const longest = 20_000;
/** A picture knows the fonts of the machine, not those of the window. */
const fontFamily = 'system-ui, sans-serif';

/** Settings inside the text, in front of it or in directives: a text says what is drawn, not how the window works. */
const settings = /^\s*---\n[\s\S]*?\n---\s*\n|%%\{[\s\S]*?\}%%/g;
/** A shape that is a picture from elsewhere. */
const pictures = /\bimg\s*:\s*(?:"[^"]*"|'[^']*'|[^,}\s]+)/g;

/** Labels are measured in the page: no tag but the end of a line is left in them for a browser to read as one. */
const tags = /<(?!br\s*\/?>)(?=[a-z!/?])/gi;

let last: Promise<unknown> = Promise.resolve();
let drawings = 0;

/** One after the other. Rejects with what Mermaid says of a text that it does not understand. */
export function drawDiagram(text: string): Promise<DrawnDiagram> {
  const mine = last.then(() => draw(text));
  // Whoever asked for it hears why it failed; the next one only waits until it is over.
  last = mine.catch(() => undefined);
  return mine;
}

async function draw(text: string): Promise<DrawnDiagram> {
  if (text.length > longest) throw new RangeError('the diagram is too long');
  const tokens = getComputedStyle(document.documentElement);
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    maxTextSize: longest,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    class: { htmlLabels: false },
    fontFamily,
    layout: 'dagre',
    theme: 'base',
    themeVariables: themeOf(tokens),
  });
  const words = text.replaceAll(settings, '').replaceAll(pictures, 'label: ""').replaceAll(tags, '‹');
  const stage = document.body.appendChild(document.createElement('div'));
  stage.className = 'diagram-stage';
  stage.inert = true;
  try {
    const { result, rules } = await withoutStyleElements(() =>
      mermaid.render(`diagram-${++drawings}`, words, stage),
    );
    return picture(withHeldStyles(result.svg), rules, tokens.getPropertyValue('--sunken'));
  } finally {
    stage.remove();
  }
}

/** Mermaid's own colours are steps of grey: a diagram is data. */
function themeOf(tokens: CSSStyleDeclaration): Record<string, string | boolean> {
  const token = (name: string): string => tokens.getPropertyValue(name).trim();
  return {
    darkMode: tokens.colorScheme === 'dark',
    fontFamily,
    fontSize: '14px',
    background: token('--sunken'),
    primaryColor: token('--raised-2'),
    primaryTextColor: token('--text-hi'),
    primaryBorderColor: token('--edge'),
    secondaryColor: token('--raised'),
    secondaryTextColor: token('--text'),
    secondaryBorderColor: token('--edge'),
    tertiaryColor: token('--panel'),
    tertiaryTextColor: token('--text'),
    tertiaryBorderColor: token('--edge'),
    lineColor: token('--text-2'),
    textColor: token('--text'),
    mainBkg: token('--raised-2'),
    edgeLabelBackground: token('--sunken'),
    noteBkgColor: token('--raised'),
    noteTextColor: token('--text'),
    noteBorderColor: token('--edge'),
    pie1: token('--d1'),
    pie2: token('--d2'),
    pie3: token('--d3'),
  };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** An image runs no script and loads nothing, whatever the file holds. */
function picture(svg: string, rules: string, groundColour: string): DrawnDiagram {
  const opening = /^\s*<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const [left = 0, top = 0, width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(opening)?.[1] ?? '')
    .split(/[\s,]+/)
    .map(Number);
  if (!(width > 0 && height > 0)) throw new RangeError('the diagram has no size');
  const sized = opening
    .replaceAll(/\s(?:width|height)="[^"]*"/g, '')
    .replace(/<svg\b/, `<svg width="${width}" height="${height}"`);
  // Its own ground: the theme of the window may change after it.
  const ground = `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${groundColour}"/>`;
  const file = `${sized}<style>${escaped(rules)}</style>${ground}${svg.slice(opening.length)}`;
  const address = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }));
  return { address, width: Math.ceil(width) };
}
