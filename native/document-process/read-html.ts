/** HTML as blocks: what a reader would see of it, without scripts, navigation and what is hidden. */
import { Parser } from 'htmlparser2';
import type { DocumentBlock } from '../../src-main/domain/knowledge.ts';
import type { Blocks } from './blocks.ts';

const unread = new Set(
  'script style noscript template svg math head nav aside footer form button select option iframe object canvas audio video'.split(
    ' ',
  ),
);
const breaking = new Set(
  'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer header hr html legend main p pre section summary'.split(
    ' ',
  ),
);
const headings = /^h([1-6])$/;
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0/i;

/** Returns its title. Tags may lie as deep as they like: no tree is built. */
export async function readHtml(html: string, blocks: Blocks): Promise<string | undefined> {
  const reader = new HtmlReader();
  const parser = new Parser(reader.handler, { decodeEntities: true });
  for (let from = 0; from < html.length; from += pieceLength) {
    parser.write(html.slice(from, from + pieceLength));
    for (const block of reader.taken()) await blocks.add(block);
  }
  parser.end();
  for (const block of reader.finish()) await blocks.add(block);
  return reader.title;
}

const pieceLength = 65_536;

class HtmlReader {
  #ready: DocumentBlock[] = [];
  #text = '';
  #kind: DocumentBlock['kind'] = 'paragraph';
  #level = 1;
  /** How many open elements are not read; `#unreadNames` are their names. */
  #unreadNames: string[] = [];
  #lists = 0;
  #tables = 0;
  #inTitle = false;
  #title = '';

  get title(): string | undefined {
    return this.#title.replace(/\s+/g, ' ').trim().slice(0, 300) || undefined;
  }

  readonly handler = {
    onopentag: (name: string, attributes: Record<string, string>): void => this.#open(name, attributes),
    ontext: (text: string): void => {
      if (this.#inTitle) this.#title += text.slice(0, 300);
      else if (this.#unreadNames.length === 0) this.#text += text.replace(/\s+/g, ' ');
    },
    onclosetag: (name: string): void => this.#close(name),
  };

  taken(): readonly DocumentBlock[] {
    return this.#ready.splice(0);
  }

  finish(): readonly DocumentBlock[] {
    this.#flush();
    return this.taken();
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (name === 'title') this.#inTitle = this.#title === '';
    const isHidden =
      'hidden' in attributes ||
      attributes['aria-hidden'] === 'true' ||
      hiddenStyle.test(attributes.style ?? '');
    const skips = this.#unreadNames.length > 0;
    if (skips ? this.#unreadNames.at(-1) === name : unread.has(name) || isHidden)
      this.#unreadNames.push(name);
    if (this.#unreadNames.length > 0) return;
    const level = headings.exec(name)?.[1];
    if (level !== undefined) this.#begin('heading', Number(level));
    else if (name === 'ul' || name === 'ol') {
      if (this.#lists === 0) this.#begin('list');
      this.#lists += 1;
    } else if (name === 'table') {
      if (this.#tables === 0) this.#begin('table');
      this.#tables += 1;
    } else if (name === 'li' || name === 'tr') this.#line(name === 'li' ? '- ' : '');
    else if ((name === 'td' || name === 'th') && !/(^|\n)$/.test(this.#text)) this.#text += ' | ';
    else if (breaking.has(name)) this.#break(name);
  }

  #close(name: string): void {
    if (name === 'title') this.#inTitle = false;
    if (this.#unreadNames.length > 0) {
      if (this.#unreadNames.at(-1) === name) this.#unreadNames.pop();
      return;
    }
    if (headings.test(name)) this.#flush();
    else if (name === 'ul' || name === 'ol') {
      this.#lists = Math.max(0, this.#lists - 1);
      if (this.#lists === 0) this.#flush();
    } else if (name === 'table') {
      this.#tables = Math.max(0, this.#tables - 1);
      if (this.#tables === 0) this.#flush();
    } else if (name !== 'br' && breaking.has(name)) this.#break(name);
  }

  /** Within a list or table a new line, elsewhere a new paragraph. */
  #break(name: string): void {
    if (this.#kind === 'heading' || this.#tables > 0) this.#text += ' ';
    else if (this.#lists > 0 || name === 'br') this.#line('');
    else this.#flush();
  }

  #line(mark: string): void {
    if (mark !== '' || !/(^|\n|- )\s*$/.test(this.#text.slice(-8))) this.#text += `\n${mark}`;
    else if (this.#tables > 0) this.#text += '\n';
  }

  #begin(kind: DocumentBlock['kind'], level = 1): void {
    if (this.#lists > 0 || this.#tables > 0) return;
    this.#flush();
    this.#kind = kind;
    this.#level = level;
  }

  #flush(): void {
    const text = this.#text.trim();
    this.#text = '';
    const kind = this.#kind;
    this.#kind = this.#tables > 0 ? 'table' : this.#lists > 0 ? 'list' : 'paragraph';
    if (text !== '') this.#ready.push({ kind, text, ...(kind === 'heading' && { level: this.#level }) });
  }
}
