/** PDF documents as blocks, page by page: lines become paragraphs by the gaps between them, headings by their size. */
import type { DocumentBlock } from '../../src-main/domain/knowledge.ts';
import { RequestFailure } from '../frames.ts';
import type { Blocks } from './blocks.ts';

interface TextItem {
  readonly str: string;
  /** A matrix: [4] and [5] are the place, the length of its first column the size. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly hasEOL: boolean;
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly size: number;
}

const maxPages = 5000;
/** Against the size of most text. */
const headingSize = 1.15;
const longestHeading = 160;
/** Against the distance of most lines. */
const paragraphGap = 1.5;

/** Returns its title and number of pages. Throws `knowledge.encrypted`, `knowledge.damaged`, `knowledge.too-large`. */
export async function readPdf(
  bytes: Uint8Array,
  blocks: Blocks,
): Promise<{ readonly title?: string; readonly pages: number }> {
  const document = await openPdf(bytes);
  try {
    const pages = document.numPages;
    if (pages > maxPages) throw new RequestFailure('knowledge.too-large');
    for (let number = 1; number <= pages; number += 1) {
      for (const block of blocksOfPage(await linesOfPage(document, number), number)) await blocks.add(block);
    }
    const title = await titleOf(document);
    return { pages, ...(title !== undefined && { title }) };
  } finally {
    await document.loadingTask.destroy();
  }
}

type Pdf = Awaited<ReturnType<typeof openPdf>>;

async function openPdf(bytes: Uint8Array) {
  // Two megabytes that only PDFs need.
  const { getDocumentProxy } = await import('unpdf');
  try {
    return await getDocumentProxy(Uint8Array.from(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      useWasm: false,
      verbosity: 0,
    });
  } catch (error) {
    const isProtected = error instanceof Error && error.name === 'PasswordException';
    throw new RequestFailure(isProtected ? 'knowledge.encrypted' : 'knowledge.damaged', {}, error);
  }
}

async function titleOf(document: Pdf): Promise<string | undefined> {
  try {
    const { info } = await document.getMetadata();
    const title: unknown = (info as { readonly Title?: unknown }).Title;
    return typeof title === 'string' && title.trim() !== '' ? title.trim().slice(0, 300) : undefined;
  } catch (error) {
    // Its pages were read.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

async function linesOfPage(document: Pdf, number: number): Promise<readonly Line[]> {
  const items = await itemsOfPage(document, number);
  const lines: Line[] = [];
  let row: TextItem[] = [];
  const flush = (): void => {
    const line = lineOf(row);
    if (line.text.trim() !== '') lines.push(line);
    row = [];
  };
  for (const item of items) {
    row.push(item);
    if (item.hasEOL) flush();
  }
  flush();
  return lines;
}

async function itemsOfPage(document: Pdf, number: number): Promise<readonly TextItem[]> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.filter(item => 'str' in item);
  } catch (error) {
    throw new RequestFailure('knowledge.damaged', { detail: `page ${number}` }, error);
  }
}

function lineOf(items: readonly TextItem[]): Line {
  const first = items.find(({ str }) => str.trim() !== '') ?? items[0];
  const [a = 0, b = 0, , , , y = 0] = first?.transform ?? [];
  return { text: items.map(({ str }) => str).join(''), y, size: Math.hypot(a, b) };
}

function blocksOfPage(lines: readonly Line[], page: number): readonly DocumentBlock[] {
  const size = weightedMedian(lines.map(line => [line.size, line.text.length]));
  const gap = weightedMedian(lines.slice(1).map((line, at) => [Math.abs((lines[at]?.y ?? 0) - line.y), 1]));
  const blocks: DocumentBlock[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') blocks.push({ kind: 'paragraph', text, page });
    text = '';
  };
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const isHeading = line.size > size * headingSize && line.text.length <= longestHeading;
    if (isHeading) {
      flush();
      blocks.push({ kind: 'heading', text: line.text, level: line.size > size * 1.6 ? 1 : 2, page });
      continue;
    }
    if (before !== undefined && Math.abs(before.y - line.y) > gap * paragraphGap) flush();
    text = joined(text, line.text.trim());
  }
  flush();
  return blocks;
}

/** A word that was cut at the end of a line is one again. */
const joined = (text: string, line: string): string =>
  text === ''
    ? line
    : /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line)
      ? text.slice(0, -1) + line
      : `${text}${/^(?:[-•–*]|\d{1,2}[.)])\s/.test(line) ? '\n' : ' '}${line}`;

function weightedMedian(values: readonly (readonly [value: number, weight: number])[]): number {
  const sorted = [...values].sort(([x], [y]) => x - y);
  let left = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  for (const [value, weight] of sorted) {
    left -= weight;
    if (left <= 0) return value;
  }
  return 0;
}
