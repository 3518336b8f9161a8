/** Where a name stands: capitals in a row, a first name that is known, or any likely word after a kin word. */
import { isFirstName, isNeverName, isOpening } from './names.ts';
import { isPunctuation, type Token, type Words } from './tokens.ts';

const saysVerb = /^(?:says|told|said|thinks|claims|dit|pense|raconte|affirme|pretend|me)$/;
const startVerbs =
  /^(?:is|was|lives|works|has|likes|loves|hates|and|'s|est|vit|habite|travaille|a|aime|adore|deteste|et|,|says|said|told|thinks|claims|dit|pense|raconte|affirme|pretend|me|ce|plays|speaks|moved|got|joue|parle|vient|se|will|va|fait|studies|called|came|comes|turned)$/;

/** The longest name that begins at `at`: capitals in a row, a first name that is known, or any likely word after a kin word. */
export function nameAt(words: Words, at: number, isExpected: boolean): number | undefined {
  const first = words.tokens[at];
  if (!first || isPunctuation(first.w) || /\d/.test(first.w)) return undefined;
  const title = titleLength(words, at);
  if (title > 0) {
    const end = nameAt(words, at + title, true);
    return end === undefined && words.tokens[at + title]?.isCapital ? at + title + 1 : end;
  }
  const isKnown = isFirstName(first.w);
  const isStart = at === 0 || isPunctuation(words.tokens[at - 1]?.w ?? '');
  const never = isNeverName(first.w, words.language) || isOpening(first.w);
  if (!first.isCapital) {
    if (isStart && !never && saysVerb.test(words.tokens[at + 1]?.w ?? '')) return at + 1;
    if (!isKnown && !(isExpected && !never)) return undefined;
    if (isKnown && never) return undefined;
  } else if (never && !(isExpected && !isStart && isKnown)) return undefined;
  else if (isStart && !isKnown && !isExpected && !startVerbs.test(words.tokens[at + 1]?.w ?? ''))
    return undefined;
  let to = at + 1;
  while (to < words.tokens.length && to - at < 5 && continuesName(words, to, first.isCapital)) to++;
  return to;
}

const titles =
  /^(?:dr|doctor|docteur|mr|mrs|ms|miss|monsieur|madame|mme|mlle|maitre|professor|professeur|pr)$/;
function titleLength({ tokens }: Words, at: number): number {
  const next = tokens[at + 1];
  if (!titles.test(tokens[at]?.w ?? '') || !next) return 0;
  const length = next.w === '.' ? 2 : 1;
  const name = tokens[at + length];
  return name && (name.isCapital || !/^(?:is|est|said|a|dit|who|qui|at|,|\.)$/.test(name.w)) ? length : 0;
}

function continuesName(words: Words, at: number, isCapital: boolean): boolean {
  const token = words.tokens[at] as Token;
  if (token.glued && /^\p{L}/u.test(token.w))
    return !/^(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|t)$/.test(token.w);
  if (!isCapital) return false;
  const next = words.tokens[at + 1];
  if (token.isCapital && !isPunctuation(token.w))
    return token.w !== 'i' && !isNeverName(token.w, words.language);
  return /^(?:de|du|le|la|van|von|ben|el|al)$/.test(token.w) && next?.isCapital === true;
}

export const surface = ({ text, tokens }: Words, from: number, to: number): string =>
  to <= from ? '' : text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).replace(/\s+/g, ' ');
