/** E-mails as blocks: who wrote to whom and when, and what. */
import PostalMime, { type Address } from 'postal-mime';
import { RequestFailure } from '../frames.ts';
import type { Blocks } from './blocks.ts';
import { readHtml } from './read-html.ts';
import { readPlain } from './read-plain.ts';

/** Parts within parts. */
const maxNesting = 32;

/** Returns its subject. */
export async function readEmail(bytes: Uint8Array, blocks: Blocks): Promise<string | undefined> {
  const mail = await parse(bytes);
  if (mail.from === undefined && mail.subject === undefined && mail.date === undefined) {
    throw new RequestFailure('knowledge.damaged', { detail: 'eml' });
  }
  const { subject } = mail;
  if (subject) await blocks.add({ kind: 'heading', level: 1, text: subject });
  const attached = mail.attachments.flatMap(({ filename }) => filename ?? []).join(', ');
  const lines = [
    ['From', mail.from === undefined ? '' : people([mail.from])],
    ['To', people(mail.to ?? [])],
    ['Cc', people(mail.cc ?? [])],
    ['Date', mail.date ?? ''],
    ['Attachments', attached],
  ].filter(([, value]) => value !== '');
  await blocks.add({ kind: 'paragraph', text: lines.map(line => line.join(': ')).join('\n') });
  if (mail.text?.trim()) await readPlain(mail.text, blocks);
  else if (mail.html) await readHtml(mail.html, blocks);
  return subject || undefined;
}

async function parse(bytes: Uint8Array) {
  try {
    return await PostalMime.parse(Uint8Array.from(bytes), { maxNestingDepth: maxNesting });
  } catch (error) {
    throw new RequestFailure('knowledge.damaged', { detail: 'eml' }, error);
  }
}

const people = (addresses: readonly Address[]): string =>
  addresses
    .map(({ name, address }) => (name && address ? `${name} <${address}>` : name || address || ''))
    .filter(text => text !== '')
    .join(', ');
