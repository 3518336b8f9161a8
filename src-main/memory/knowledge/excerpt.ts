/** The part of a passage that answers: whole sentences around the words that were asked for. */
import { indexTerms } from '../../domain/index-terms.ts';

const sentence = /[^\n.!?…]*(?:[.!?…]+["'”’»)\]]*|\n|$)\s*/gu;
const mark = '…';

/** At most `longest` UTF-16 units, marks of what was left out not counted; the passage itself where it is short. */
export function excerptOf(text: string, terms: readonly string[], longest: number): string {
  if (text.length <= longest) return text;
  const wanted = new Set(terms);
  const parts = [...text.matchAll(sentence)].map(match => match[0]).filter(part => part !== '');
  const hits = parts.map(part => new Set(indexTerms(part).filter(term => wanted.has(term))));
  let best = { from: 0, to: 1, held: -1 };
  for (const from of parts.keys()) {
    const held = new Set<string>();
    let length = 0;
    for (let to = from; to < parts.length; to += 1) {
      length += parts[to]?.length ?? 0;
      if (length > longest && to > from) break;
      for (const term of hits[to] ?? []) held.add(term);
      // Of equal ones the first, and as much behind it as fits.
      const isSame = held.size === best.held && from === best.from;
      if (held.size > best.held || isSame) best = { from, to: to + 1, held: held.size };
    }
  }
  const cut = parts.slice(best.from, best.to).join('').trim();
  const whole =
    cut.length > longest
      ? cut
          .slice(0, longest)
          .replace(/\s+\S*$/u, '')
          .toWellFormed()
      : cut;
  const [before, after] = [best.from > 0, best.to < parts.length || whole !== cut];
  return `${before ? `${mark} ` : ''}${whole}${after ? ` ${mark}` : ''}`;
}
