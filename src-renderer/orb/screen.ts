/** Where the core is painted: by WebGL once that is loaded and as long as its context lives, by SVG otherwise. */

import type { Lines, Painter } from './picture.ts';
import { createSvgPainter } from './svg-painter.ts';

export interface Screen {
  paint(lines: Lines, sizePx: number, ratio: number): void;
  /** Loads what WebGL needs, when the page has time; once. */
  prepare(): void;
  close(): void;
}

/** The page has drawn itself and heard its first key by then. */
const afterMs = 1_500;

/** `onChange`: another painter is there, and has painted nothing yet. `orb` says which one it is. */
export function createScreen(orb: HTMLElement, onChange: () => void): Screen {
  const svg = createSvgPainter(orb);
  let webgl: { readonly painter: Painter; readonly canvas: HTMLCanvasElement } | undefined;
  let isLost = false;
  let isAsked = false;
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isWebgl = (): boolean => webgl !== undefined && !isLost;
  const tell = (): void => {
    orb.dataset.painter = isWebgl() ? 'webgl' : 'svg';
  };

  async function load(): Promise<void> {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('webgl2', { alpha: true, antialias: false, depth: false });
    if (context === null) return;
    const { createWebglPainter } = await import('./webgl-painter.ts');
    if (isClosed) return;
    webgl = { painter: createWebglPainter(canvas, context), canvas };
    canvas.addEventListener('webglcontextlost', () => turn(true));
    canvas.addEventListener('webglcontextrestored', () => turn(false));
    orb.append(canvas);
    turn(false);
  }

  function turn(lost: boolean): void {
    if (isClosed) return;
    isLost = lost;
    tell();
    onChange();
  }

  tell();
  return {
    paint(lines, sizePx, ratio) {
      if (webgl !== undefined && !isLost) webgl.painter.paint(lines, sizePx, ratio);
      else svg.paint(lines, sizePx, ratio);
    },
    prepare() {
      if (isAsked) return;
      isAsked = true;
      timer = setTimeout(() => {
        load().catch((error: unknown) => {
          // The SVG shows the same; only the reason is worth knowing.
          console.warn('the core is drawn without WebGL:', error instanceof Error ? error.message : 'error');
        });
      }, afterMs);
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      svg.dispose();
      webgl?.painter.dispose();
      webgl?.canvas.remove();
      delete orb.dataset.painter;
    },
  };
}
