/** Which way a field reads. `dir="auto"` would do it too, but in a text area of thousands of lines it takes seconds at each key. */

/** The first letter decides, as in the Unicode rule that `auto` follows; it is looked for no further than here. */
const lookedAt = 2000;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

export function textDirection(text: string): 'ltr' | 'rtl' {
  const letter = /\p{L}/u.exec(text.slice(0, lookedAt))?.[0] ?? '';
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
}
