/** Texts that would take the parser seconds, or more depth than there is, are shown as they were written. */

/** Of one block, in UTF-16 units. */
const longest = 40_000;
const mostBrackets = 2000;
const mostMarks = 2500;
/** Quotes in quotes and lists in lists, all begun on one line. */
const deep = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){17}/m;
/** Emphasis in emphasis: each doubles the work. */
const tangled = /(?:\*_|_\*|\*~|~\*|_~|~_){6}/;

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;

export const isParsable = (text: string): boolean =>
  text.length <= longest &&
  !deep.test(text) &&
  !tangled.test(text) &&
  count(text, /\[/g) <= mostBrackets &&
  count(text, /[*_~]+/g) <= mostMarks;
