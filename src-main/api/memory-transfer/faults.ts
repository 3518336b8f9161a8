/** What is wrong with a file that holds no memories, in words; what stands in it is not repeated. */
import { JarvisError } from '../../domain/errors.ts';
import type { Bilingual } from '../../domain/language.ts';

export const noMemories = (detail: Bilingual, cause?: unknown): JarvisError =>
  new JarvisError('memory.import-malformed', { detail }, cause);

export const cutShort = (): JarvisError =>
  noMemories({ fr: 'il est coupé avant la fin', en: 'it is cut short' });

/** `at`: the line, or the entry, counted from 1. */
export const wrongAt = (at: number, cause?: unknown): JarvisError =>
  noMemories(
    { fr: `l’entrée ${at} n’a pas la forme attendue`, en: `entry ${at} does not have the expected shape` },
    cause,
  );

export const tooLong = (at: number): JarvisError =>
  noMemories({ fr: `l’entrée ${at} est trop longue`, en: `entry ${at} is too long` });

export const tooDeep = (): JarvisError =>
  noMemories({ fr: 'ses parties sont trop imbriquées', en: 'its parts are nested too deeply' });
