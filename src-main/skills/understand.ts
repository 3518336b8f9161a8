/** From a sentence to an intent with its slots: deterministic, whole-sentence grammars in both languages. */
import type { Understanding } from '../domain/intent.ts';
import type { Language } from '../domain/language.ts';
import { commandParts } from './clauses.ts';
import { guessLanguage, protectedWords } from './detect-language.ts';
import { type Built, type Context, compileGrammar, type Details, type Grammar } from './grammar.ts';
import { calculationRules } from './intents/calculation.ts';
import { controlRules } from './intents/control.ts';
import { listRules } from './intents/lists.ts';
import { memoryRules } from './intents/memory.ts';
import { noteRules } from './intents/notes.ts';
import { reminderRules } from './intents/reminders.ts';
import { timeRules } from './intents/time.ts';
import { timerRules } from './intents/timers.ts';
import { readSentences } from './sentence.ts';
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
  controlRules,
  timeRules,
  timerRules,
  listRules,
  noteRules,
  memoryRules,
  reminderRules,
  calculationRules,
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
  for (const part of commandParts(text, language)) {
    const found = readAll(part.text, order, options);
    if (found && part.intents.has(found.intent))
      return { ...found, confidence: rounded(found.confidence * 0.95) };
  }
  return { intent: 'none', slots: {}, confidence: 0, language };
}

const rounded = (confidence: number): number => Math.round(confidence * 100) / 100;

/** As it is spelled first, then with slips of the keyboard mended; in the likelier language first. */
function readAll(text: string, order: readonly Language[], context: Context): Understood | undefined {
  for (const spelled of [false, true]) {
    for (const tongue of order) {
      const built = read(text, tongue, context, spelled);
      if (!built) continue;
      const sure = (built.confidence ?? 0.97) * (spelled ? 0.9 : 1);
      const details = built.details ? { details: built.details } : {};
      return {
        intent: built.intent,
        slots: built.slots,
        confidence: rounded(sure),
        language: tongue,
        ...details,
      };
    }
  }
  return undefined;
}

function mayBeCommand(text: string): boolean {
  if (text.length > longestNote || !/[\p{L}\d]/u.test(text)) return false;
  // Quoted words are talked about, not meant.
  return !/^\s*(?:["“”«].*["“”»]\s*[.?!]?\s*$|>)/su.test(text);
}

function read(text: string, language: Language, context: Context, spelled: boolean): Built | undefined {
  const long = text.length > longestCommand;
  if (long && spelled) return undefined;
  const { grammar, correct } = readerOf(language);
  const sentences = readSentences(text, language, spelled ? correct : undefined);
  for (const sentence of sentences.toReversed()) {
    const built = sentence.text === '' ? undefined : grammar.match(sentence, context, long);
    if (built) return built;
  }
  return undefined;
}
