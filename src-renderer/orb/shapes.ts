/** The eight shapes of the core, each a place for every stroke. Tokens and angles in, numbers out: no page, no clock. */
import type { SoundNow } from '../voice/sound-meter.ts';
import type { OrbShape } from './orb-state.ts';
import { strengthAt } from './sound-bands.ts';
import { inkAt, innerCount, rayCount, ringCount, ringRadius, type Strokes } from './strokes.ts';

export interface Moment {
  readonly shape: OrbShape;
  /** What is said, or what is heard. */
  readonly sound: SoundNow;
  /** How far the folds of thinking have turned, in degrees. */
  readonly turnedDegrees: number;
  /** Every second ray only, where there is little room. */
  readonly isSmall: boolean;
}

const fullTurn = 2 * Math.PI;
const [line, edge, heard, said, thought, closed, away, broken] = (
  ['line', 'edge', 'in', 'out', 'thinking', 'private', 'offline', 'error'] as const
).map(inkAt) as [number, number, number, number, number, number, number, number];

const rayAt = (i: number): number => ringCount + i;
const innerAt = (i: number): number => ringCount + rayCount + i;

export function drawShape(strokes: Strokes, moment: Moment): void {
  shapes[moment.shape](strokes, moment);
}

const shapes: Readonly<Record<OrbShape, (strokes: Strokes, moment: Moment) => void>> = {
  idle(strokes) {
    ring(strokes, edge);
    dial(strokes, (i, isLong) => strokes.ray(rayAt(i), angleOf(i, rayCount), 72, isLong ? 80 : 75, line));
    dot(strokes, 3, edge);
  },
  armed(strokes) {
    ring(strokes, edge);
    dial(strokes, (i, isLong) => {
      const a = angleOf(i, rayCount);
      if (isLong) strokes.ray(rayAt(i), a, 68, 84, heard, 1, 1.5);
      else strokes.ray(rayAt(i), a, 72, 75, line);
    });
    const rest = circle(strokes, 0, 64, 12, heard);
    dot(strokes, 3, heard, 0, rest);
  },
  listening(strokes, { sound, isSmall }) {
    ring(strokes, heard, 0.85);
    rays(strokes, isSmall, (i, a) => {
      const turn = Math.abs(Math.PI - a) / Math.PI;
      const length = 3 + 31 * contrast(strengthAt(sound, turn)) * facing(turn);
      strokes.ray(rayAt(i), a, 98, 98 - length, heard);
    });
    dot(strokes, 5, heard, -8 * sound.loudness - 4);
  },
  speaking(strokes, { sound, isSmall }) {
    ring(strokes, said);
    rays(strokes, isSmall, (i, a) => {
      const turn = Math.min(a, fullTurn - a) / Math.PI;
      const length = 2 + 32 * contrast(strengthAt(sound, turn)) * facing(turn);
      strokes.ray(rayAt(i), a, 66, 66 + length, said);
    });
    const swell = 1 + 0.25 * sound.loudness;
    const inner = circle(strokes, 0, 64, 14 * swell, said, 0.9);
    const outer = circle(strokes, inner, 96, 26 * swell, said, 0.35);
    leave(strokes, outer);
  },
  thinking(strokes, { turnedDegrees, isSmall }) {
    ring(strokes, edge, 0.6);
    const folds = 4;
    const each = innerCount / folds;
    const turned = (turnedDegrees / 360) * fullTurn;
    for (let fold = 0; fold < folds; fold++) {
      const height = 14 + 10 * Math.sin(turned * 2.2 + fold * 1.1);
      const tilt = (fold * Math.PI) / folds + turned;
      for (let i = 0; i < each; i++)
        ellipsePart(strokes, fold * each + i, i / each, height, tilt, fold, each);
    }
    trail(strokes, turned * 3, isSmall);
  },
  private(strokes) {
    ring(strokes, closed, 0.8);
    blind(strokes);
    const lid = innerCount / 2;
    for (let i = 0; i < lid; i++) {
      const [x0, x1] = [i / lid, (i + 1) / lid].map(share => -ringRadius + 2 * ringRadius * share) as [
        number,
        number,
      ];
      strokes.set(innerAt(i), x0, lidHeight(x0), x1, lidHeight(x1), closed);
    }
    const lashes = [-36, -18, 0, 18, 36];
    lashes.forEach((x, i) => {
      const y = lidHeight(x);
      strokes.set(innerAt(lid + i), x, y, x * 1.12, y + 12, closed);
    });
    leave(strokes, lid + lashes.length);
  },
  offline(strokes) {
    const dashes = 24;
    for (let i = 0; i < ringCount; i++) {
      const isGap = (i * dashes) / ringCount - Math.floor((i * dashes) / ringCount) >= 0.5;
      ringPart(strokes, i, away, isGap ? 0 : 1);
    }
    fade(strokes);
    const rest = circle(strokes, 0, 64, 4, away);
    strokes.set(innerAt(rest), -70, 70, -42, 42, away);
    strokes.set(innerAt(rest + 1), 42, -42, 70, -70, away);
    leave(strokes, rest + 2);
  },
  error(strokes) {
    for (let i = 0; i < ringCount; i++) {
      // Angles run clockwise from the right: the first half is below.
      const isBelow = i < ringCount / 2;
      ringPart(strokes, i, broken, 1, isBelow ? 7 : -7, isBelow ? 3 : -3);
    }
    fade(strokes);
    strokes.set(innerAt(0), -80, -3, -67, -3, broken);
    strokes.set(innerAt(1), 67, 3, 80, 3, broken);
    strokes.set(innerAt(2), 0, -26, 0, 4, broken, 1, 2);
    dot(strokes, 3, broken, 0, 3, 16);
  },
};

const angleOf = (i: number, count: number): number => (i / count) * fullTurn;

/** Tones that carry a voice stand out from those beside them. */
const contrast = (strength: number): number => strength ** 1.4;

/** Strongest towards the sound, a little of it everywhere. */
const facing = (turn: number): number => 0.3 + 0.7 * (0.5 + 0.5 * Math.cos(turn * Math.PI)) ** 1.2;

/** The edge of the closed lid: a curve from one side of the ring to the other, lowest in the middle. */
const lidHeight = (x: number): number => 16 * (1 - (x / ringRadius) ** 2);

function ringPart(strokes: Strokes, i: number, ink: number, alpha: number, dx = 0, dy = 0): void {
  const [a, b] = [angleOf(i, ringCount), angleOf(i + 1, ringCount)];
  const [x0, y0] = [Math.cos(a) * ringRadius + dx, Math.sin(a) * ringRadius + dy];
  const [x1, y1] = [Math.cos(b) * ringRadius + dx, Math.sin(b) * ringRadius + dy];
  strokes.set(i, x0, y0, x1, y1, ink, alpha);
}

function ring(strokes: Strokes, ink: number, alpha = 1): void {
  for (let i = 0; i < ringCount; i++) ringPart(strokes, i, ink, alpha);
}

function rays(strokes: Strokes, isSmall: boolean, draw: (i: number, a: number) => void): void {
  for (let i = 0; i < rayCount; i++) {
    const a = angleOf(i, rayCount);
    if (isSmall && i % 2 === 1) strokes.hide(rayAt(i), a, 82);
    else draw(i, a);
  }
}

/** The rays at rest: 48 fine marks, four of them long. */
function dial(strokes: Strokes, draw: (i: number, isLong: boolean) => void): void {
  rays(strokes, true, i => draw(i, i % (rayCount / 4) === 0));
}

function fade(strokes: Strokes): void {
  for (let i = 0; i < rayCount; i++) strokes.hide(rayAt(i), angleOf(i, rayCount), 72);
}

/** What the lid covers, as fine lines across it. */
function blind(strokes: Strokes): void {
  const [top, step, lines] = [-56, 4, 17];
  fade(strokes);
  for (let i = 0; i < lines; i++) {
    const y = top + i * step;
    const width =
      y < 0 ? Math.sqrt(ringRadius ** 2 - y ** 2) : ringRadius * Math.sqrt(Math.max(0, 1 - y / 16));
    strokes.set(rayAt(i), -width, y, width, y, closed, 0.3);
  }
}

/** A circle of `count` inner strokes from the place `from`; the next free place. */
function circle(strokes: Strokes, from: number, count: number, r: number, ink: number, alpha = 1): number {
  for (let i = 0; i < count; i++) {
    const [a, b] = [angleOf(i, count), angleOf(i + 1, count)];
    const [x0, y0, x1, y1] = [Math.cos(a) * r, Math.sin(a) * r, Math.cos(b) * r, Math.sin(b) * r];
    strokes.set(innerAt(from + i), x0, y0, x1, y1, ink, alpha);
  }
  return from + count;
}

/** A stroke without length and with round ends; a width below zero is one in units of the drawing. */
function dot(strokes: Strokes, radius: number, ink: number, x = 0, from = 0, y = 0): void {
  strokes.set(innerAt(from), x, y, x, y, ink, 1, -2 * radius);
  leave(strokes, from + 1);
}

/** The inner strokes from here on are not needed. */
function leave(strokes: Strokes, from: number): void {
  for (let i = from; i < innerCount; i++) strokes.hide(innerAt(i));
}

function ellipsePart(
  strokes: Strokes,
  at: number,
  share: number,
  height: number,
  tilt: number,
  fold: number,
  each: number,
): void {
  const [c, s] = [Math.cos(tilt), Math.sin(tilt)];
  const [a, b] = [share * fullTurn, (share + 1 / each) * fullTurn];
  const [u0, v0] = [Math.cos(a) * ringRadius, Math.sin(a) * height];
  const [u1, v1] = [Math.cos(b) * ringRadius, Math.sin(b) * height];
  // Along the fold, from the voice that asked to the one that will answer.
  const along = (u0 + u1) / 2 / ringRadius;
  const ink = along < -0.4 ? heard : along > 0.4 ? said : thought;
  const alpha = fold % 2 === 0 ? 0.95 : 0.55;
  strokes.set(innerAt(at), u0 * c - v0 * s, u0 * s + v0 * c, u1 * c - v1 * s, u1 * s + v1 * c, ink, alpha);
}

/** A few dots that run around what is folding. */
function trail(strokes: Strokes, turned: number, isSmall: boolean): void {
  const dots = isSmall ? 0 : 7;
  for (let i = 0; i < rayCount; i++) {
    if (i >= dots) {
      strokes.hide(rayAt(i), angleOf(i, rayCount), 76);
      continue;
    }
    const a = turned + i * 0.42;
    const [x, y] = [Math.cos(a) * 76, Math.sin(a) * 76];
    strokes.set(rayAt(i), x, y, x, y, thought, 0.25 + i * 0.11, -2 * (1.2 + i * 0.3));
  }
}
