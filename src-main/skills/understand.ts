/** From a sentence to an intent with its slots: deterministic, whole-sentence grammars in both languages. */

import { guessLanguage, protectedWords } from '../domain/detect-language.ts';
import type { Understanding } from '../domain/intent.ts';
import type { Language } from '../domain/language.ts';
import { closedIntents, commandParts, sameThing } from './clauses.ts';
import { type Built, type Context, compileGrammar, type Details, type Grammar } from './grammar.ts';
import { calculationRules } from './intents/calculation.ts';
import { controlRules } from './intents/control.ts';
import { knowledgeRules } from './intents/knowledge.ts';
import { listRules } from './intents/lists.ts';
import { memoryRules } from './intents/memory.ts';
import { memoryToldRules } from './intents/memory-told.ts';
import { noteRules } from './intents/notes.ts';
import { privacyRules } from './intents/privacy.ts';
import { reminderRules } from './intents/reminders.ts';
import { timeRules } from './intents/time.ts';
import { timerRules } from './intents/timers.ts';
import { voiceRules } from './intents/voice.ts';
import { windowRules } from './intents/window.ts';
import { readSentences, type Sentence } from './sentence.ts';
import { measureWords, spellingCorrector } from './spelling.ts';

interface UnderstandOptions extends Context {
  /** Absent: detected. */
  readonly language?: Language;
}

/** What was understood, in which language, and what the answer needs beside the slots. */
type Understood = Understanding & { readonly language: Language; readonly details?: Details };

/** Longer than this is no command, except for a note or a fact to remember. */
const longestCommand = 300;
const longestNote = 20_000;

/** Families in the order in which they are tried: the more particular first. */
const families = [
  privacyRules,
  knowledgeRules,
  voiceRules,
  controlRules,
  timeRules,
  timerRules,
  listRules,
  noteRules,
  memoryToldRules,
  memoryRules,
  reminderRules,
  calculationRules,
  windowRules,
];

interface Reader {
  readonly grammar: Grammar;
  readonly correct: (word: string) => string;
}
const readers = new Map<Language, Reader>();
function readerOf(language: Language): Reader {
  const known = readers.get(language);
  if (known) return known;
  const grammar = compileGrammar(
    families.flatMap(family => family[language]),
    language,
  );
  const made = {
    grammar,
    correct: spellingCorrector(
      new Set([...grammar.vocabulary, ...measureWords[language]]),
      protectedWords(language),
    ),
  };
  readers.set(language, made);
  return made;
}

/**
 * What `text` asks of the built-in skills; `none` when it is for somebody else. Never throws, keeps nothing.
 * `nowMs` and `zone` place words such as "tomorrow".
 */
export function understand(text: string, options: UnderstandOptions): Understood {
  const language = options.language ?? guessLanguage(text).language;
  if (!mayBeCommand(text)) return { intent: 'none', slots: {}, confidence: 0, language };
  const order: readonly Language[] = language === 'fr' ? ['fr', 'en'] : ['en', 'fr'];
  const whole = readAll(text, order, options);
  if (whole) return whole;
  const twice = saidTwice(text, order, options);
  if (twice) return twice;
  for (const part of commandParts(text, language)) {
    const found = readAll(part.text, order, options);
    if (found && part.intents.has(found.intent))
      return { ...found, confidence: rounded(found.confidence * 0.95) };
  }
  return { intent: 'none', slots: {}, confidence: 0, language };
}

/** Orders without any slot are sometimes said in two ways at once. */
function saidTwice(text: string, order: readonly Language[], context: Context): Understood | undefined {
  const readings = sameThing(text).map(part => readAll(part, order, context));
  const [first] = readings;
  const isSame = first !== undefined && readings.every(reading => reading?.intent === first.intent);
  return isSame && bareIntents.has(first.intent) ? first : undefined;
}
const bareIntents: ReadonlySet<string> = new Set(['stop', 'repeat', 'help', 'time.now', 'date.today']);

const rounded = (confidence: number): number => Math.round(confidence * 100) / 100;

/** How a text is looked at: as it stands, with slips of the keyboard mended, and also without adverbs. */
const looks = [
  { corrected: false, bare: false, sureness: 1 },
  { corrected: true, bare: false, sureness: 0.9 },
  { corrected: true, bare: true, sureness: 0.85 },
] as const;
type Look = (typeof looks)[number];

/** The strictest look first, in the likelier language first; a look that sees nothing new is not taken. */
function readAll(text: string, order: readonly Language[], context: Context): Understood | undefined {
  const long = text.length > longestCommand;
  const seen = new Set<string>();
  // A long text leaves no doubt about its language, and its slips are the writer's own.
  for (const look of long ? looks.slice(0, 1) : looks) {
    for (const tongue of long ? order.slice(0, 1) : order) {
      const sentences = lookAt(text, tongue, look);
      const key = `${tongue} ${sentences[0]?.text}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const built = firstBuilt(sentences, tongue, context, long);
      if (!built || (look.bare && !wordless.has(built.intent))) continue;
      const details = built.details ? { details: built.details } : {};
      return {
        intent: built.intent,
        slots: built.slots,
        confidence: rounded((built.confidence ?? 0.97) * look.sureness),
        language: tongue,
        ...details,
      };
    }
  }
  return undefined;
}
/** Adverbs are left out only where no slot holds the user's own words. */
const wordless: ReadonlySet<string> = new Set([...closedIntents, 'list.show']);

function mayBeCommand(text: string): boolean {
  if (text.length > longestNote || !/[\p{L}\d]/u.test(text)) return false;
  // Quoted words are talked about, not meant.
  return !/^\s*(?:["“”«].*["“”»]\s*[.?!]?\s*$|>)/su.test(text);
}

function lookAt(text: string, language: Language, look: Look): readonly Sentence[] {
  return readSentences(text, language, {
    ...(look.corrected && { correct: readerOf(language).correct }),
    withoutAdverbs: look.bare,
  });
}

/** The barest sentence first: what was peeled off is politeness in most cases. */
function firstBuilt(
  sentences: readonly Sentence[],
  language: Language,
  context: Context,
  long: boolean,
): Built | undefined {
  const { grammar } = readerOf(language);
  for (const sentence of sentences.toReversed()) {
    const built = sentence.text === '' ? undefined : grammar.match(sentence, context, long);
    if (built) return built;
  }
  return undefined;
}
