/** Topics that the person does not want kept or recalled. */
import { fold } from '../domain/fold.ts';
import type { MemoryPreferences } from '../domain/settings.ts';
import { compileTopics } from './prefrontal-working-memory/inhibition.ts';

/** A book that is pasted need not be read to its end. */
const longestRead = 50_000;

/** Whether the text speaks of one of the topics. */
export const isExcluded = (text: string, { excludedTopics }: MemoryPreferences): boolean =>
  excludedTopics.length > 0 && compileTopics(excludedTopics)(text.slice(0, longestRead));

/** The topics with this one, or without it. */
export function withTopic(preferences: MemoryPreferences, topic: string, on: boolean): MemoryPreferences {
  const wanted = topic.trim();
  const others = preferences.excludedTopics.filter(one => fold(one) !== fold(wanted));
  return { ...preferences, excludedTopics: on && wanted !== '' ? [...others, wanted] : others };
}
