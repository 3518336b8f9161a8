/** Draws one measure with uPlot, in the greys of the tokens; loaded with the first chart that is looked at. */
import uPlot from 'uplot';
import type { History, Language } from '../../store/contract-types.ts';
import type { Words } from '../../words.ts';
import { axisText } from './figure.ts';

export interface DrawnChart {
  /** Puts the cursor on this point, or takes it away. */
  show(at: number | undefined): void;
  remove(): void;
}

interface Told {
  readonly language: Language;
  readonly t: Words;
  /** The cursor, whoever moves it, is on this point, or on none. */
  readonly onPoint: (at: number | undefined) => void;
}

interface Drawn extends Pick<History, 'span' | 'stepMs'> {
  readonly measure: History['series'][number]['measure'];
  readonly points: History['series'][number]['points'];
}

const height = 160;
const mostDots = 60;
const lengths: Readonly<Record<History['span'], number>> = {
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 31 * 86_400_000,
  year: 366 * 86_400_000,
};

export function drawChart(place: HTMLElement, drawn: Drawn, told: Told): DrawnChart {
  const colours = coloursOf(place);
  const data = dataOf(drawn);
  const { points, measure } = drawn;
  const plot = new uPlot(
    {
      ...optionsOf(place.clientWidth, drawn, colours, told),
      hooks: { setCursor: [({ cursor: { idx } }) => told.onPoint(pointOf(data[0][idx ?? -1], points))] },
    },
    data,
    place,
  );
  const watch = new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height }));
  watch.observe(place);
  return {
    show: at => {
      const point = at === undefined ? undefined : points[at];
      if (point === undefined) return plot.setCursor({ left: -1, top: -1 });
      const value = (measure === 'errors' ? point.count : point.p50) ?? 0;
      plot.setCursor({ left: plot.valToPos(point.atMs / 1000, 'x'), top: plot.valToPos(value, 'y') });
    },
    remove: () => {
      watch.disconnect();
      plot.destroy();
    },
  };
}

/** A hole in the line is no point. */
function pointOf(seconds: number | undefined, points: Drawn['points']): number | undefined {
  const at = points.findIndex(({ atMs }) => atMs / 1000 === seconds);
  return at < 0 ? undefined : at;
}

interface Colours {
  readonly first: string;
  readonly second: string;
  readonly line: string;
  readonly text: string;
  readonly font: string;
}

function coloursOf(place: HTMLElement): Colours {
  const style = getComputedStyle(place);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    first: token('--d1'),
    second: token('--d3'),
    line: token('--line-2'),
    text: token('--text-2'),
    font: `12px ${token('--font-mono')}`,
  };
}

/** Seconds on both axes; a step without a measure is a hole in the line. */
function dataOf({ measure, points, stepMs }: Drawn): uPlot.AlignedData {
  const xs: number[] = [];
  const rows: (number | null)[][] = [[], []];
  points.forEach(({ atMs, count, p50, p95 }, index) => {
    const before = points[index - 1];
    if (before !== undefined && atMs - before.atMs > 1.5 * stepMs) {
      xs.push((before.atMs + stepMs) / 1000);
      for (const row of rows) row.push(measure === 'errors' ? 0 : null);
    }
    xs.push(atMs / 1000);
    rows[0]?.push(measure === 'errors' ? count : (p50 ?? null));
    rows[1]?.push(measure === 'errors' ? null : (p95 ?? null));
  });
  return [xs, ...rows] as uPlot.AlignedData;
}

function optionsOf(
  width: number,
  { measure, points, span, stepMs }: Drawn,
  colours: Colours,
  { language, t }: Told,
): uPlot.Options {
  const { first, second, line, text, font } = colours;
  const axis = { stroke: text, font, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
  const isCount = measure === 'errors';
  const now = Date.now() / 1000;
  // Where there are many, the lines say it; a lonely one has no line.
  const dots = { show: points.length <= mostDots, size: 5 };
  return {
    width,
    height,
    legend: { show: false },
    cursor: { drag: { x: false, y: false } },
    scales: {
      x: { time: true, range: [now - (lengths[span] + stepMs) / 1000, now] },
      y: { range: (_, __, max) => [0, (max || 1) * 1.1] },
    },
    axes: [
      {
        ...axis,
        values: (_, ticks) => ticks.map(tick => tickText(tick, span, language)),
        space: 80,
        size: 32,
      },
      { ...axis, size: 64, values: (_, ticks) => ticks.map(tick => axisText(measure, tick, language, t)) },
    ],
    series: [
      {},
      isCount
        ? { stroke: first, fill: first, paths: barPaths(), points: { show: false } }
        : { stroke: first, width: 1.5, points: { ...dots, stroke: first, fill: first } },
      {
        show: !isCount,
        stroke: second,
        width: 1.5,
        dash: [4, 4],
        points: { ...dots, stroke: second, fill: second },
      },
    ],
  };
}

const barPaths = (): uPlot.Series.PathBuilder => uPlot.paths.bars?.({ size: [0.6, 12] }) ?? (() => null);

function tickText(seconds: number, span: History['span'], language: string): string {
  const at = new Date(seconds * 1000);
  const isClock = span === 'hour' || span === 'day';
  return isClock
    ? at.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' })
    : at.toLocaleDateString(language, { day: 'numeric', month: 'short' });
}
