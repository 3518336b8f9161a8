/** A hundred days of talk with known truth, from a seed: facts and their changes, repetitions, events, jokes, questions, orders, chatter. */
import type { Language } from '../../../domain/language.ts';
import type { Provenance } from '../../../domain/memory.ts';
import { pick, random } from './chance.ts';
import type { ExpectedFact, Labelled } from './measure.ts';
import { noisy } from './noise.ts';
import { devTemplates } from './templates-dev.ts';
import { keptAsideTemplates } from './templates-kept-aside.ts';
import { forms, vocabulary } from './vocabulary.ts';

export interface SimulatedTurn extends Labelled {
  readonly day: number;
  readonly kind: string;
  readonly nowMs: number;
}

/** Of a hundred turns; chatter is what grows when people talk more. */
const shares: Readonly<Record<string, number>> = {
  fact: 18,
  change: 2,
  past: 2,
  event: 7,
  joke: 2,
  supposed: 5,
  quoted: 2,
  fiction: 3,
  question: 16,
  command: 14,
  small: 13,
  instruction: 1,
  negative: 2,
  answer: 2,
  correction: 2,
  pronoun: 2,
  web: 2,
  assistant: 5,
}; // prettier-ignore
const stored = new Set([
  'fact',
  'change',
  'past',
  'event',
  'negative',
  'answer',
  'correction',
  'pronoun',
  'quoted',
]);

interface Template {
  readonly kind: string;
  readonly text: string;
  readonly facts: string;
  readonly context: string;
}

function readTemplates(half: 'dev' | 'kept-aside', language: Language): readonly Template[] {
  const table = half === 'dev' ? devTemplates : keptAsideTemplates;
  return table[language]
    .trim()
    .split('\n')
    .map(line => {
      const [kind = '', text = '', facts = '', context = ''] = line.split('|');
      return { kind, text, facts, context };
    });
}

type Filling = Map<string, readonly string[]>;

function fill(template: string, language: Language, filling: Filling, chance: () => number): string {
  return template.replace(
    /\{([a-z]+)(2?)(?:\.([a-z]+))?\}/g,
    (_, slot: string, second: string, form: string | undefined) => {
      const key = `${slot}${second}`;
      const parts = filling.get(key) ?? choose(slot, language, filling.get(slot), chance);
      filling.set(key, parts);
      const at = form === undefined ? 0 : 1 + (forms[slot] ?? []).indexOf(form);
      return parts[at] ?? parts[0] ?? '';
    },
  );
}

function choose(
  slot: string,
  language: Language,
  other: readonly string[] | undefined,
  chance: () => number,
): readonly string[] {
  const words: readonly string[] =
    (vocabulary[language] as Readonly<Record<string, readonly string[]>>)[slot] ?? [];
  for (;;) {
    const entry = pick(words, chance);
    if (entry.split('|')[0] !== other?.[0]) return entry.split('|');
  }
}

function factsOf(facts: string): readonly ExpectedFact[] {
  return facts
    .split(' ; ')
    .filter(fact => fact !== '')
    .map(fact => {
      const [subject = '', relation = '', value = '', supersedes] = fact.split('>');
      return { subject, relation: relation.replace(/ /g, '_'), value, ...(supersedes && { supersedes }) };
    });
}

export interface Simulation {
  readonly half: 'dev' | 'kept-aside';
  readonly seed: number;
  readonly days?: number;
  readonly turnsADay?: number;
  /** How many times as much chatter, questions and orders. */
  readonly chatter?: number;
}

/** Both languages mixed, day by day; a tenth of the facts are said again as they were. */
export function simulate({
  half,
  seed,
  days = 100,
  turnsADay = 34,
  chatter = 1,
}: Simulation): readonly SimulatedTurn[] {
  const chance = random(seed);
  const templates = { fr: readTemplates(half, 'fr'), en: readTemplates(half, 'en') };
  const turns: SimulatedTurn[] = [];
  const kinds = wheel(chatter);
  const perDay = Math.round(turnsADay * (kinds.length / 100));
  for (let day = 0; day < days; day++) {
    for (let i = 0; i < perDay; i++) {
      const language: Language = chance() < 0.5 ? 'fr' : 'en';
      const kind = pick(kinds, chance);
      const again =
        kind === 'fact' && chance() < 0.1
          ? turns.findLast(turn => turn.kind === 'fact' && turn.lang === language)
          : undefined;
      const turn =
        again ??
        make(
          pick(
            templates[language].filter(one => one.kind === kind),
            chance,
          ),
          language,
          chance,
        );
      turns.push({ ...turn, id: `${half}-${turns.length}`, day, kind, nowMs: Date.UTC(2026, 0, 5 + day, 9) });
    }
  }
  return turns;
}

const idle = new Set(['question', 'command', 'small', 'assistant']);
function wheel(chatter: number): readonly string[] {
  return Object.entries(shares).flatMap(([kind, share]) =>
    new Array<string>(Math.round(share * (idle.has(kind) ? chatter : 1))).fill(kind),
  );
}

function make(
  template: Template,
  lang: Language,
  chance: () => number,
): Omit<SimulatedTurn, 'id' | 'day' | 'kind' | 'nowMs'> {
  const filling: Filling = new Map();
  const plain = fill(template.text, lang, filling, chance);
  const facts = factsOf(fill(template.facts, lang, filling, chance));
  const context = fill(template.context, lang, filling, chance);
  const provenance: Provenance =
    template.kind === 'web' ? 'web' : template.kind === 'assistant' ? 'assistant' : 'user';
  const isQuoted = /["«]/.test(plain);
  const text = provenance === 'user' && !isQuoted ? noisy(plain, lang, chance) : plain;
  return { lang, text, provenance, store: stored.has(template.kind), facts, ...(context && { context }) };
}
