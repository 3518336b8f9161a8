/** Word documents as blocks, by way of HTML. */
import mammoth from 'mammoth';
import { RequestFailure } from '../frames.ts';
import type { Blocks } from './blocks.ts';
import { checkZip } from './check-zip.ts';
import { readHtml } from './read-html.ts';

/** Word keeps a protected document in a compound file, not in a zip. */
const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

export async function readDocx(bytes: Buffer, blocks: Blocks): Promise<void> {
  if (bytes.subarray(0, 8).equals(compoundFile)) throw new RequestFailure('knowledge.encrypted');
  const names = checkZip(bytes);
  if (!names.includes('word/document.xml'))
    throw new RequestFailure('knowledge.damaged', { detail: 'no text' });
  await readHtml(await htmlOf(bytes), blocks);
}

async function htmlOf(buffer: Buffer): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Titre'] => h1:fresh"],
      },
    );
    return value;
  } catch (error) {
    throw new RequestFailure('knowledge.damaged', { detail: 'docx' }, error);
  }
}
