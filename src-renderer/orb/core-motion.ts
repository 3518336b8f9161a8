/** Keeps the core and its horizon drawn: with the sound while there is some, and not at all while nothing moves. */
import { hush, type SoundNow, silence } from '../voice/sound-meter.ts';
import { drawMarks, HorizonTrace, type Side } from './horizon-trace.ts';
import type { OrbLook } from './orb-state.ts';
import { breathAt, frameGapMs, LoadWatch, TokenPace, turnPerSecond } from './pace.ts';
import { colourOf, type Palette, pagePalette } from './palette.ts';
import { cross, type Lines, mix, noLines } from './picture.ts';
import { createScreen, type Screen } from './screen.ts';
import { drawShape } from './shapes.ts';
import { follow } from './sound-bands.ts';
import { halfSize, Strokes } from './strokes.ts';

export interface CoreParts {
  /** The core's box; what is painted is put into it. */
  readonly orb: HTMLElement;
  readonly horizon: Readonly<Record<Side, HTMLCanvasElement>>;
}

export interface CoreSources {
  measureHeard(into: SoundNow): void;
  measureSaid(into: SoundNow): void;
  /** Letters of the answer that grows; 0 when none does. */
  answerLength(): number;
}

export interface CoreMotion {
  show(look: OrbLook): void;
  close(): void;
}

const crossingMs = 160;
/** At a faster screen every second frame is left out. */
const shortestGapMs = 14;
const mostPixelRatio = 2;
/** Below this side there is room for half of the rays only. */
const smallPx = 72;

export function createCoreMotion({ orb, horizon }: CoreParts, sources: CoreSources): CoreMotion {
  const strokes = new Strokes();
  const lines = noLines();
  const before = noLines();
  const [now, shown] = [silence(), silence()];
  const traces = { in: new HorizonTrace('in'), out: new HorizonTrace('out') };
  const tokens = new TokenPace();
  const load = new LoadWatch();
  const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
  const leaving = new AbortController();
  let look: OrbLook = { shape: 'idle', isPrivate: false };
  let palette: Palette = pagePalette(orb, false);
  const sizes = new Map<Element, { readonly widthPx: number; readonly heightPx: number }>();
  let crossesFromMs = Number.NEGATIVE_INFINITY;
  let hasLines = false;
  /** Something changed since it was last painted. */
  let isStale = true;
  let turnedDegrees = 0;
  let drawnAtMs = 0;
  let wantedAtOnce = false;
  let cancelNext: (() => void) | undefined;
  const screen: Screen = createScreen(orb, redraw);

  const wantsLess = (): boolean => lessMotion.matches || document.documentElement.dataset.motion === 'less';
  const isStill = (nowMs: number): boolean => wantsLess() || load.isUnderLoad(nowMs);
  const isCrossing = (nowMs: number): boolean => !isStill(nowMs) && nowMs - crossesFromMs < crossingMs;

  function draw(): void {
    cancelNext?.();
    cancelNext = undefined;
    const nowMs = performance.now();
    const passedMs = nowMs - drawnAtMs;
    if (wantedAtOnce && document.visibilityState === 'visible') load.note(passedMs, nowMs);
    drawnAtMs = nowMs;
    const sizePx = sizes.get(orb)?.widthPx ?? 0;
    if (!document.hidden && sizePx > 0) {
      if (isStale || isMoving(nowMs)) paint(sizePx, nowMs, passedMs);
      breathe(nowMs);
    }
    next(nowMs);
  }

  const isMoving = (nowMs: number): boolean =>
    isCrossing(nowMs) || ['listening', 'thinking', 'speaking'].includes(look.shape);

  /** At rest only the light changes: nothing is painted anew. */
  function breathe(nowMs: number): void {
    const light = look.shape === 'idle' && !isStill(nowMs) ? breathAt(nowMs).toFixed(3) : '';
    if (orb.style.opacity !== light) orb.style.opacity = light;
  }

  function paint(sizePx: number, nowMs: number, passedMs: number): void {
    hear(passedMs);
    const ratio = Math.min(mostPixelRatio, devicePixelRatio);
    drawShape(strokes, { shape: look.shape, sound: shown, turnedDegrees, isSmall: sizePx < smallPx });
    mix(lines, strokes, palette, sizePx / (2 * halfSize));
    if (isCrossing(nowMs)) cross(lines, before, (nowMs - crossesFromMs) / crossingMs);
    hasLines = true;
    // The last step of a crossing is still to come.
    isStale = isCrossing(nowMs);
    screen.paint(lines, sizePx, ratio);
    runAlong('in', look.shape === 'listening', nowMs, ratio);
    runAlong('out', look.shape === 'speaking', nowMs, ratio);
  }

  function hear(passedMs: number): void {
    if (look.shape === 'listening') sources.measureHeard(now);
    else if (look.shape === 'speaking') sources.measureSaid(now);
    else hush(now);
    follow(shown, now, passedMs);
    if (look.shape !== 'thinking') return;
    const perSecond = turnPerSecond(tokens.note(sources.answerLength(), drawnAtMs));
    if (!isStill(drawnAtMs)) turnedDegrees += (Math.min(passedMs, 100) / 1000) * perSecond;
  }

  function runAlong(side: Side, isActive: boolean, nowMs: number, ratio: number): void {
    const trace = traces[side];
    if (!isActive && trace.isEmpty) return;
    if (isActive) trace.note(shown.loudness, nowMs);
    else trace.clear();
    const canvas = horizon[side];
    const { widthPx, heightPx } = sizes.get(canvas) ?? { widthPx: 0, heightPx: 0 };
    const marks = trace.marks(widthPx, heightPx / 2, nowMs);
    drawMarks(canvas, { marks, widthPx, heightPx, ratio, colour: colourOf(palette, side) });
  }

  function next(nowMs: number): void {
    const gapMs = frameGapMs({
      shape: look.shape,
      isHidden: document.hidden,
      isStill: isStill(nowMs),
      isCrossing: isCrossing(nowMs),
    });
    wantedAtOnce = gapMs === 0;
    if (gapMs === undefined) return;
    cancelNext = gapMs === 0 ? onFrame(draw, shortestGapMs) : later(draw, gapMs);
  }

  function redraw(): void {
    isStale = true;
    draw();
  }

  function changed(): void {
    palette = pagePalette(orb, look.isPrivate);
    if (!wantsLess()) screen.prepare();
    redraw();
  }

  const resized = new ResizeObserver(entries => {
    for (const { target, contentRect } of entries)
      sizes.set(target, { widthPx: contentRect.width, heightPx: contentRect.height });
    redraw();
  });
  for (const part of [orb, horizon.in, horizon.out]) resized.observe(part);
  const rethemed = new MutationObserver(changed);
  rethemed.observe(document.documentElement, {
    attributeFilter: ['data-theme', 'data-accent', 'data-motion'],
  });
  for (const query of [
    lessMotion,
    matchMedia('(forced-colors: active)'),
    matchMedia('(prefers-contrast: more)'),
  ])
    query.addEventListener('change', changed, { signal: leaving.signal });
  document.addEventListener('visibilitychange', draw, { signal: leaving.signal });
  changed();

  return {
    show(wanted) {
      const nowMs = performance.now();
      // Whoever cuts in is heard at once.
      const isCutIn = look.shape === 'speaking' && wanted.shape === 'listening';
      if (hasLines && !isCutIn) {
        copyLines(before, lines);
        crossesFromMs = nowMs;
      } else crossesFromMs = Number.NEGATIVE_INFINITY;
      look = wanted;
      palette = pagePalette(orb, look.isPrivate);
      redraw();
    },
    close() {
      cancelNext?.();
      leaving.abort();
      resized.disconnect();
      rethemed.disconnect();
      screen.close();
    },
  };
}

const copyLines = (to: Lines, from: Lines): void => to.set(from);

function later(action: () => void, delayMs: number): () => void {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
}

/** With the screen, but not before `shortestMs` have passed. */
function onFrame(action: () => void, shortestMs: number): () => void {
  const fromMs = performance.now();
  let frame = requestAnimationFrame(function again(nowMs) {
    if (nowMs - fromMs >= shortestMs) action();
    else frame = requestAnimationFrame(again);
  });
  return () => cancelAnimationFrame(frame);
}
