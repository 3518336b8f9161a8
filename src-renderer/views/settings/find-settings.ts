/** Finds settings by what they are called, what they do and what else people call them. */
import { fold } from '../../../src-main/domain/fold.ts';
import type { Words } from '../../words.ts';
import { type RowName, rowNames } from './setting-words.ts';

/** Every word must be in it somewhere; those with it in the title come first. */
export function findSettings(query: string, t: Words): readonly RowName[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  const found = rowNames.flatMap(name => {
    const title = fold(t(`set.${name}.title`));
    const all = `${title} ${fold(t(`set.${name}.text`))} ${fold(t(`set.${name}.also`))}`;
    if (!wanted.every(word => all.includes(word))) return [];
    return [{ name, isInTitle: wanted.some(word => title.includes(word)) }];
  });
  return found.toSorted((a, b) => Number(b.isInTitle) - Number(a.isInTitle)).map(({ name }) => name);
}
