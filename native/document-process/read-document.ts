/** Finds out what a file is, by its content and its name, and reads it. */
import { RequestFailure } from '../frames.ts';
import type { Blocks } from './blocks.ts';
import { decodeTextFile, looksBinary } from './decode-text.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlain } from './read-plain.ts';

type Format = 'pdf' | 'docx' | 'email' | 'html' | 'markdown' | 'text';

const formats: Readonly<Record<string, Format>> = {
  ...{
    txt: 'text',
    text: 'text',
    log: 'text',
    csv: 'text',
    tsv: 'text',
    rst: 'text',
    org: 'text',
    tex: 'text',
  },
  ...{ md: 'markdown', markdown: 'markdown', mdx: 'markdown' },
  ...{ html: 'html', htm: 'html', xhtml: 'html', pdf: 'pdf', docx: 'docx', docm: 'docx', eml: 'email' },
};

/** UTF-16 units, marks and empty space included. */
const maxTextLength = 30_000_000;

interface About {
  readonly title?: string;
  readonly pages?: number;
}

/** Throws RequestFailure `knowledge.*`. */
export async function readDocument(bytes: Buffer, name: string, blocks: Blocks): Promise<About> {
  if (bytes.length === 0) throw new RequestFailure('knowledge.empty');
  const format = formatOf(bytes, name);
  const about = await readers[format](bytes, blocks);
  await blocks.finish();
  return about;
}

const readers: Readonly<Record<Format, (bytes: Buffer, blocks: Blocks) => Promise<About>>> = {
  pdf: async (bytes, blocks) => (await import('./read-pdf.ts')).readPdf(bytes, blocks),
  docx: async (bytes, blocks) => {
    await (await import('./read-docx.ts')).readDocx(bytes, blocks);
    return {};
  },
  email: async (bytes, blocks) => titled(await (await import('./read-email.ts')).readEmail(bytes, blocks)),
  html: async (bytes, blocks) => titled(await readHtml(textOf(bytes), blocks)),
  markdown: async (bytes, blocks) => titled(await readMarkdown(textOf(bytes), blocks)),
  text: async (bytes, blocks) => {
    await readPlain(textOf(bytes), blocks);
    return {};
  },
};

const titled = (title: string | undefined): About => (title === undefined ? {} : { title });

/** A PDF is one whatever it is called; what is called so and is none is damaged. */
function formatOf(bytes: Buffer, name: string): Format {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = Object.hasOwn(formats, ending) ? formats[ending] : undefined;
  if (named === undefined) throw new RequestFailure('knowledge.unsupported');
  if (named === 'pdf') throw new RequestFailure('knowledge.damaged', { detail: 'no PDF' });
  return named;
}

function textOf(bytes: Buffer): string {
  const text = decodeTextFile(bytes);
  if (text.length > maxTextLength) throw new RequestFailure('knowledge.too-large');
  if (looksBinary(text)) throw new RequestFailure('knowledge.unsupported', { detail: 'binary' });
  return text;
}
