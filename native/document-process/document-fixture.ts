/** Makes real PDF, docx and zip files, sound and hostile ones, for tests. */
import { crc32, deflateRawSync } from 'node:zlib';

interface PdfLine {
  readonly text: string;
  /** In points; default 11. */
  readonly size?: number;
  /** Points below the line before; default 14. */
  readonly gap?: number;
}

/** `extra`: written into the trailer, e.g. an `/Encrypt` entry. */
export function makePdf(
  pages: readonly (readonly PdfLine[])[],
  { title, extra = '' }: { readonly title?: string; readonly extra?: string } = {},
): Buffer {
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * at} 0 R
         /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream(pageText(lines)),
    ]),
    ...(title === undefined ? [] : [`<< /Title (${escaped(title)}) >>`]),
  ];
  const info = title === undefined ? '' : `/Info ${objects.length} 0 R`;
  return pdfOf(objects, `${info} ${extra}`);
}

/** Its objects numbered from 1, the first the catalogue. */
export function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  const parts = ['%PDF-1.7\n'];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [number, object] of objects.entries()) {
    places.push(at);
    const text = `${number + 1} 0 obj\n${object}\nendobj\n`;
    parts.push(text);
    at += text.length;
  }
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`);
  parts.push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF`);
  return Buffer.from(parts.join(''), 'latin1');
}

export const stream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;

function pageText(lines: readonly PdfLine[]): string {
  const drawn = lines.map(
    ({ text, size = 11, gap = 14 }) => `/F1 ${size} Tf 0 -${gap} Td (${escaped(text)}) Tj`,
  );
  return `BT 60 800 Td\n${drawn.join('\n')}\nET`;
}

const escaped = (text: string): string => text.replace(/[\\()]/g, sign => `\\${sign}`);

interface ZipEntry {
  readonly name: string;
  readonly data: Buffer;
  /** What the file says of its unpacked size; default: the truth. */
  readonly claimedBytes?: number;
}

export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, claimedBytes = data.length } of entries) {
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimedBytes, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail, Buffer.from(name)]));
    files.push(file);
    at += file.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, index, end]);
}

const contentTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>`;
const relationships = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>`;

/** `body`: paragraphs, of which those that begin with `# ` are headings and those with `| ` rows of a table. */
export function makeDocx(body: readonly string[], more: readonly ZipEntry[] = []): Buffer {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.map(wordBlock).join('')}</w:body></w:document>`;
  return makeZip([
    { name: '[Content_Types].xml', data: Buffer.from(contentTypes) },
    { name: '_rels/.rels', data: Buffer.from(relationships) },
    { name: 'word/document.xml', data: Buffer.from(xml) },
    { name: 'word/styles.xml', data: Buffer.from(styles) },
    { name: 'word/_rels/document.xml.rels', data: Buffer.from(documentRelationships) },
    ...more,
  ]);
}

const styles = `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`;
const documentRelationships = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
</Relationships>`;

function wordBlock(text: string): string {
  if (text.startsWith('| ')) {
    const cells = text.slice(2).split(' | ');
    return `<w:tbl><w:tr>${cells.map(cell => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr></w:tbl>`;
  }
  return text.startsWith('# ') ? paragraph(text.slice(2), 'Heading1') : paragraph(text);
}

const paragraph = (text: string, style?: string): string =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')}</w:t></w:r></w:p>`;
