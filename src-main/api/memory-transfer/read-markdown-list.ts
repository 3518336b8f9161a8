/** Reads a Markdown file of memories: each point of a list is one; a date in a heading or before it says when. */
import type { ImportedUtterance } from '../../ports/memory-records.ts';
import { msOfIso } from './dates.ts';
import { noMemories } from './faults.ts';
import { inFirstPerson } from './first-person.ts';

const point = /^\s*(?:[-*+•]|\d{1,4}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/;
const isoDay = /\b(\d{4}-\d{2}-\d{2})\b/;
/** "[2025-03-01]. Likes tea", "2025-03-01: likes tea". */
const dated = /^[[(]?(\d{4}-\d{2}-\d{2})[^\s\])]*[\])]?[\s.:,–-]*/;

export async function* readMarkdownList(
  lines: AsyncIterable<string>,
  nowMs: number,
): AsyncGenerator<ImportedUtterance> {
  let sectionMs = nowMs;
  let open: { text: string; readonly atMs: number } | undefined;
  let isEmpty = true;
  for await (const line of lines) {
    const begun = point.exec(line)?.[1];
    const goesOn = begun === undefined && open !== undefined && /^\s+\S/.test(line);
    if (open !== undefined && goesOn) {
      open.text = `${open.text}\n${line.trim()}`;
      continue;
    }
    if (open !== undefined) yield utterance(open);
    open = undefined;
    if (/^#{1,6}\s/.test(line)) sectionMs = msOfIso(isoDay.exec(line)?.[1], nowMs);
    if (begun === undefined) continue;
    const text = begun.replace(dated, '').trim();
    if (text === '') continue;
    isEmpty = false;
    open = { text, atMs: msOfIso(dated.exec(begun)?.[1], sectionMs) };
  }
  if (open !== undefined) yield utterance(open);
  if (isEmpty) throw noMemories({ fr: 'aucune liste n’y est trouvée', en: 'no list is found in it' });
}

const utterance = ({ text, atMs }: { readonly text: string; readonly atMs: number }): ImportedUtterance => ({
  kind: 'utterance',
  text: inFirstPerson(text),
  atMs,
  provenance: 'user',
  conversationId: 'imported-list',
});
