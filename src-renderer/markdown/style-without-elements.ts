/**
 * Lets a library that writes style elements and style attributes draw under a policy that allows neither: while it
 * draws, its rules go to a sheet of the document and its attributes to the elements' own style, as the policy wants it.
 */

/** Addresses in a style would be fetched; those inside the drawing stay. */
const addresses = /url\(\s*(?!["']?#)[^)]*\)/gi;

/** Even a document that is only parsed, to be purified, may have no style: there it goes by another name. */
const heldName = 'data-held-style';

/** Text that was purified, with its styles. */
export const withHeldStyles = (text: string): string => text.replaceAll(` ${heldName}=`, ' style=');

export interface Drawn<T> {
  readonly result: T;
  /** The rules of the drawing, for the file that is made of it. */
  readonly rules: string;
}

export async function withoutStyleElements<T>(draw: () => Promise<T>): Promise<Drawn<T>> {
  const sheet = new CSSStyleSheet();
  let rules = '';
  const apply = (given: string): void => {
    rules += given.replaceAll(addresses, 'none');
    sheet.replaceSync(rules);
  };
  const setAttribute = Element.prototype.setAttribute;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  Element.prototype.setAttribute = function (this: Element, name: string, value: string): void {
    if (name === 'style' && (this instanceof HTMLElement || this instanceof SVGElement))
      this.style.cssText = String(value).replaceAll(addresses, 'none');
    // Menus that open by a click: a picture has none.
    else if (!/^on/i.test(name)) setAttribute.call(this, name, value);
  };
  const { parseFromString } = DOMParser.prototype;
  DOMParser.prototype.parseFromString = function (
    this: DOMParser,
    text: string,
    type: DOMParserSupportedType,
  ) {
    return parseFromString.call(this, String(text).replaceAll(/\sstyle=/gi, ` ${heldName}=`), type);
  };
  const createElement: (name: string) => HTMLElement = document.createElement.bind(document);
  const create = (name: string): Element => (name === 'style' ? standIn(apply) : createElement(name));
  Object.assign(document, { createElement: create });
  try {
    const result = await draw();
    return { result, rules };
  } finally {
    Element.prototype.setAttribute = setAttribute;
    DOMParser.prototype.parseFromString = parseFromString;
    // What the document inherits shows again.
    Reflect.deleteProperty(document, 'createElement');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheet);
  }
}

/** An empty description in the place of a style element: even a style of another type would be refused. */
function standIn(apply: (rules: string) => void): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'desc');
  for (const name of ['innerHTML', 'textContent']) Object.defineProperty(element, name, { set: apply });
  return element;
}
