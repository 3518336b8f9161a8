/** Answers what was understood: one short text in the user's language, with its effects on disk. */
import type { Understanding } from '../domain/intent.ts';
import { conversion, currency, sum } from './answers/calculation.ts';
import { help, repeat, stop } from './answers/control.ts';
import { askKnowledge } from './answers/knowledge.ts';
import { addToList, clearList, removeFromList, showList } from './answers/lists.ts';
import { askBefore, askFacts, correctFact, forgetFacts, rememberFact, whyKnown } from './answers/memory.ts';
import { addNote, deleteNote, listNotes } from './answers/notes.ts';
import { privateOff, privateOn } from './answers/privacy.ts';
import type { Question, Skill, Spoken, Surroundings } from './answers/skill.ts';
import { dateToday, dayOfDate, daysTo, timeElsewhere, timeNow } from './answers/time.ts';
import { cancelTimer, listTimers, setReminder, setTimer, timeLeft } from './answers/timers.ts';
import { faster, louder, slower, softer } from './answers/voice.ts';
import { commandWindow } from './answers/window.ts';
import type { Details } from './grammar.ts';

const skills: Readonly<Record<string, Skill>> = {
  'time.now': timeNow,
  'date.today': dateToday,
  'day.ofDate': dayOfDate,
  'date.until': daysTo,
  'date.since': daysTo,
  'time.elsewhere': timeElsewhere,
  math: sum,
  percent: sum,
  units: conversion,
  currency,
  'timer.set': setTimer,
  'timer.cancel': cancelTimer,
  'timer.list': listTimers,
  'timer.remaining': timeLeft,
  'reminder.set': setReminder,
  'note.add': addNote,
  'note.list': listNotes,
  'note.delete': deleteNote,
  'list.add': addToList,
  'list.remove': removeFromList,
  'list.show': showList,
  'list.clear': clearList,
  'memory.remember': rememberFact,
  'memory.ask': askFacts,
  'memory.forget': forgetFacts,
  'memory.why': whyKnown,
  'memory.correct': correctFact,
  'memory.before': askBefore,
  'knowledge.ask': askKnowledge,
  'private.on': privateOn,
  'private.off': privateOff,
  'voice.louder': louder,
  'voice.softer': softer,
  'voice.slower': slower,
  'voice.faster': faster,
  'window.command': commandWindow,
  repeat,
  help,
  stop,
};

export interface SkillAnswer extends Spoken {
  readonly intent: string;
}

export interface SkillRunner {
  /**
   * The answer to what `understand` made of `asked.text`; undefined when no skill answers it (intent `none`, or a
   * question such as "what is my sister's name?" about which nothing is remembered). Throws what the store throws.
   */
  answer(
    understanding: Understanding & { readonly details?: Details },
    asked: Omit<Question, 'understanding'>,
  ): Promise<SkillAnswer | undefined>;
}

export function createSkillRunner(surroundings: Surroundings): SkillRunner {
  return {
    answer: async (understanding, asked) => {
      const skill = Object.hasOwn(skills, understanding.intent) ? skills[understanding.intent] : undefined;
      const spoken = await skill?.({ understanding, ...asked }, surroundings);
      return spoken && { intent: understanding.intent, ...spoken };
    },
  };
}
