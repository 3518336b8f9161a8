/** Sounds without speech, made from numbers: silence, noise, hum, clicks, music-like tones, breathing. */

const rateHz = 16_000;

export interface Noise {
  readonly what: string;
  readonly samples: Int16Array;
}

/** Of each kind, three loudnesses of 3 to 8 s. */
export function noises(): Noise[] {
  const kinds: Readonly<Record<string, (random: () => number) => (t: number) => number>> = {
    silence: () => () => 0,
    'white noise': random => () => random(),
    'brown noise': brown,
    hum: () => t => 0.6 * Math.sin(t * 314) + 0.3 * Math.sin(t * 628) + 0.1 * Math.sin(t * 1_884),
    clicks: random => t => (t % 0.7 < 0.004 ? random() : 0),
    'music-like tones': () => music,
    'breathing-like noise': breathing,
    'keyboard-like noise': random => t => (t % 0.23 < 0.012 ? random() * Math.exp(-(t % 0.23) * 300) : 0),
    'a door': random => t => (t % 4 > 1 && t % 4 < 1.3 ? random() * Math.exp(-((t % 4) - 1) * 25) : 0),
  };
  return Object.entries(kinds).flatMap(([what, make]) =>
    [0.003, 0.03, 0.3].map((loudness, i) => {
      const value = make(randomNumbers(i + 1));
      const length = (3 + 2.5 * i) * rateHz;
      return {
        what: `${what} at ${loudness}`,
        samples: Int16Array.from({ length }, (_, n) =>
          Math.max(-32_767, Math.min(32_767, 32_767 * loudness * value(n / rateHz))),
        ),
      };
    }),
  );
}

/** From -1 to 1, the same each time. */
function randomNumbers(first: number): () => number {
  let seed = first * 48_271;
  return () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return (2 * seed) / 2_147_483_647 - 1;
  };
}

function brown(random: () => number): () => number {
  let level = 0;
  return () => {
    level = 0.99 * level + 0.06 * random();
    return level;
  };
}

/** A chord that changes each half second, plucked. */
function music(t: number): number {
  const root = [220, 247, 196, 262][Math.floor(t * 2) % 4] ?? 220;
  const pluck = Math.exp(-(t % 0.5) * 3);
  return [1, 1.25, 1.5, 2].reduce(
    (sum, ratio) => sum + 0.22 * pluck * Math.sin(2 * Math.PI * root * ratio * t),
    0,
  );
}

/** In and out every four seconds, through a narrowed mouth. */
function breathing(random: () => number): (t: number) => number {
  let soft = 0;
  return t => {
    soft = 0.7 * soft + 0.3 * random();
    return soft * Math.max(0, Math.sin(t * Math.PI * 0.5)) ** 2;
  };
}
