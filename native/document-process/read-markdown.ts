/** Markdown as blocks: headings, paragraphs, lists, tables and code, with its marks left in the text. */
import type { Blocks } from './blocks.ts';
import { linesOf } from './read-plain.ts';

type Kind = 'paragraph' | 'list' | 'table';

const heading = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
const underline = /^ {0,3}(=+|-+)[ \t]*$/;
const fence = /^ {0,3}(```+|~~~+)/;
const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s+\S/;
const row = /^\s*\|.*\|\s*$/;
const comment = /<!--[\s\S]*?(?:-->|$)/g;

/** What stands between the marks at the top, and the text behind it. */
const frontMatter = /^---\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)\r?\n/;
const titleLine = /^title:[ \t]*["']?(.+?)["']?[ \t]*$/m;

/** Returns its title, where it names one. */
export async function readMarkdown(text: string, blocks: Blocks): Promise<string | undefined> {
  const front = frontMatter.exec(text);
  const body = (front === null ? text : text.slice(front[0].length)).replace(comment, '');
  const reader = new MarkdownReader(blocks);
  for (const line of linesOf(body)) await reader.line(line);
  await reader.flush();
  return titleLine.exec(front?.[1] ?? '')?.[1] ?? reader.firstHeading;
}

class MarkdownReader {
  readonly #blocks: Blocks;
  #lines: string[] = [];
  #kind: Kind = 'paragraph';
  #fence: string | undefined;
  firstHeading: string | undefined;

  constructor(blocks: Blocks) {
    this.#blocks = blocks;
  }

  async line(line: string): Promise<void> {
    const mark = fence.exec(line)?.[1];
    if (this.#fence !== undefined) {
      if (mark?.startsWith(this.#fence)) this.#fence = undefined;
      else this.#lines.push(line);
      return;
    }
    if (mark !== undefined) this.#fence = mark;
    else await this.#plainLine(line);
  }

  async flush(): Promise<void> {
    const text = this.#lines.join('\n').trim();
    this.#lines = [];
    if (text !== '') await this.#blocks.add({ kind: this.#kind, text });
    this.#kind = 'paragraph';
  }

  async #plainLine(line: string): Promise<void> {
    const title = heading.exec(line);
    if (title?.[1] !== undefined) return this.#heading(title[2] ?? '', title[1].length);
    const under = underline.exec(line)?.[1];
    if (under !== undefined && this.#lines.length === 1 && this.#kind === 'paragraph') {
      const [text = ''] = this.#lines;
      this.#lines = [];
      return this.#heading(text, under.startsWith('=') ? 1 : 2);
    }
    // Items of one list may stand apart from each other.
    if (line.trim() === '') return this.#kind === 'list' ? void this.#lines.push('') : this.flush();
    await this.#take(line);
  }

  async #take(line: string): Promise<void> {
    const kind: Kind = row.test(line) ? 'table' : item.test(line) ? 'list' : 'paragraph';
    const isMore = this.#kind === 'list' && kind === 'paragraph' && /^\s+\S/.test(line);
    if (kind !== this.#kind && !isMore) {
      await this.flush();
      this.#kind = kind;
    }
    this.#lines.push(line.trimEnd());
  }

  async #heading(text: string, level: number): Promise<void> {
    await this.flush();
    this.firstHeading ??= text.trim() || undefined;
    if (text.trim() !== '') await this.#blocks.add({ kind: 'heading', text: text.trim(), level });
  }
}
