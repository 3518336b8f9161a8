/** Paints the core as SVG: where there is no WebGL, until it is there, and where nothing should move. */
import { type Lines, type Painter, perLine } from './picture.ts';
import { halfSize, strokeCount } from './strokes.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** One path of strokes that look the same. */
export interface StrokePath {
  readonly colour: string;
  readonly opacity: number;
  readonly widthPx: number;
  d: string;
}

/** Strokes that look alike, to 1/16 of their opacity and half a pixel of width, become one path. */
export function pathsOf(lines: Lines): readonly StrokePath[] {
  const paths = new Map<string, StrokePath>();
  for (let i = 0; i < strokeCount; i++) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, width = 0, r = 0, g = 0, b = 0, alpha = 0] = lines.subarray(
      i * perLine,
      (i + 1) * perLine,
    );
    const opacity = Math.round(alpha * 16) / 16;
    if (opacity === 0) continue;
    const widthPx = Math.max(1, Math.round(width * 2) / 2);
    const colour = `rgb(${[r, g, b].map(part => Math.round(part * 255)).join(' ')})`;
    const key = `${colour} ${opacity} ${widthPx}`;
    const path = paths.get(key) ?? { colour, opacity, widthPx, d: '' };
    path.d += `M${x0.toFixed(1)} ${y0.toFixed(1)}L${x1.toFixed(1)} ${y1.toFixed(1)}`;
    paths.set(key, path);
  }
  return [...paths.values()];
}

export function createSvgPainter(host: Element): Painter {
  const svg = document.createElementNS(svgNamespace, 'svg');
  const side = 2 * halfSize;
  svg.setAttribute('viewBox', `${-halfSize} ${-halfSize} ${side} ${side}`);
  host.append(svg);
  return {
    paint(lines) {
      const paths = pathsOf(lines);
      while (svg.childElementCount > paths.length) svg.lastElementChild?.remove();
      paths.forEach((path, i) => {
        put(svg.children[i] ?? svg.appendChild(document.createElementNS(svgNamespace, 'path')), path);
      });
    },
    dispose: () => svg.remove(),
  };
}

function put(element: Element, { colour, opacity, widthPx, d }: StrokePath): void {
  element.setAttribute('d', d);
  element.setAttribute('stroke', colour);
  element.setAttribute('stroke-opacity', String(opacity));
  element.setAttribute('stroke-width', String(widthPx));
  element.setAttribute('stroke-linecap', 'round');
  element.setAttribute('vector-effect', 'non-scaling-stroke');
}
