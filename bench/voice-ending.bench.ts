/** How well the voice alone tells an end from a pause, on clips that its weights did not see, people and synthetic voices apart. */
import type { Bench, Row } from './bench.ts';
import { type Example, examples } from './voice-ending-examples.ts';
import { crossValidated, fitted, judgedBy } from './voice-ending-fit.ts';

type Judged = readonly { example: Example; finished: number }[];

const bench: Bench = {
  name: 'voice-ending',
  baseline: 'a coin: 0.5 of the pairs',
  run: async () => {
    const all = examples();
    const people = all.filter(({ isRecorded }) => isRecorded);
    const synthetic = all.filter(({ isRecorded }) => !isRecorded);
    const crossed = crossValidated(all);
    const isPerson = ({ example }: Judged[number]) => example.isRecorded;
    return [
      ...rowsOf('people, by clip', crossed.filter(isPerson)),
      ...rowsOf(
        'synthetic voices, by clip',
        crossed.filter(one => !isPerson(one)),
      ),
      ...rowsOf('people, by weights of synthetic voices alone', people.map(judgedBy(fitted(synthetic)))),
      ...rowsOf('synthetic voices, by weights of people alone', synthetic.map(judgedBy(fitted(people)))),
    ];
  },
};
export default bench;

function rowsOf(name: string, judged: Judged): readonly Row[] {
  return (['cut', 'own'] as const).flatMap(kind => {
    const value = pairsRight(judged, kind);
    const pauses = kind === 'cut' ? 'pauses put in' : "the speaker's own pauses";
    return Number.isNaN(value)
      ? []
      : [{ what: `${name}: ends above ${pauses}, of all pairs`, value, unit: '', baseline: 0.5 }];
  });
}

/** Area under the receiver's curve. */
function pairsRight(judged: Judged, kind: 'cut' | 'own'): number {
  const of = (wanted: string) =>
    judged.filter(({ example }) => example.kind === wanted).map(({ finished }) => finished);
  const [ends, pauses] = [of('end'), of(kind)];
  const right = ends.flatMap(end => pauses.map(pause => (end > pause ? 1 : end === pause ? 0.5 : 0)));
  return right.reduce<number>((sum, one) => sum + one, 0) / right.length;
}
