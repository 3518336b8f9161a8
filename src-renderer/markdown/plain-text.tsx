/** Text as it was written; a very long one in parts, of which the browser lays out only those in sight. */

/** In UTF-16 units: a line of a megabyte in one piece takes the browser seconds at each width. */
const partLength = 4000;
/** A part ends with a line where there is an end of one this near. */
const lookBack = 1000;

export function PlainText({ text }: { text: string }) {
  if (text.length <= 2 * partLength) return text;
  return partsOf(text).map(({ from, part }) => (
    <span key={from} className="long-part">
      {part}
    </span>
  ));
}

function partsOf(text: string): readonly { readonly from: number; readonly part: string }[] {
  const parts = [];
  for (let from = 0; from < text.length; ) {
    const end = endOf(text, from + partLength);
    parts.push({ from, part: text.slice(from, end) });
    from = end;
  }
  return parts;
}

function endOf(text: string, wished: number): number {
  if (wished >= text.length) return text.length;
  const line = text.lastIndexOf('\n', wished);
  if (line > wished - lookBack) return line + 1;
  // Not between the halves of a character.
  return /[\uD800-\uDBFF]/.test(text[wished - 1] ?? '') ? wished + 1 : wished;
}
