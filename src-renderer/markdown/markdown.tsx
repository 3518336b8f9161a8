/** Draws an answer's Markdown: no raw HTML, nothing fetched, one parse for each block that changed. */
import { memo, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { useWords } from '../views/window-context.tsx';
import { type Block, splitBlocks } from './blocks.ts';
import { CodeBlock } from './code-block.tsx';
import { safeAddress } from './links.ts';

/** A growing block longer than this is shown as plain text until it ends: parsing it at every frame would stutter. */
const longestGrowingBlock = 20_000;

function Link({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  const address = safeAddress(href);
  if (address === undefined) return <span>{children}</span>;
  return (
    <a href={address} title={address} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** An image is not fetched: its address is offered as a link. */
function ImageLink({ src, alt }: { src?: string | undefined; alt?: string | undefined }) {
  const t = useWords();
  return <Link href={src}>{t('imageLink', { text: alt || t('image') })}</Link>;
}

const components: Components = {
  a: ({ href, children }) => <Link href={href}>{children}</Link>,
  img: ({ src, alt }) => <ImageLink src={typeof src === 'string' ? src : undefined} alt={alt} />,
  pre: ({ node }) => {
    const code = node?.children[0];
    if (code?.type !== 'element') return null;
    const text = code.children.map(child => (child.type === 'text' ? child.value : '')).join('');
    const names = code.properties.className;
    const name = Array.isArray(names) ? String(names[0] ?? '').replace(/^language-/, '') : '';
    return <CodeBlock language={name} text={text.replace(/\n$/, '')} />;
  },
  table: ({ children }) => (
    <div className="table-frame">
      <table>{children}</table>
    </div>
  ),
};

const plugins = [remarkGfm];
/** Addresses are judged by `Link`; react-markdown's own filter would hide them from it. */
const asWritten = (address: string): string => address;

const MarkdownBlock = memo(({ text }: { text: string }) => (
  <ReactMarkdown remarkPlugins={plugins} components={components} urlTransform={asWritten}>
    {text}
  </ReactMarkdown>
));

function BlockView({ block, growing }: { block: Block; growing: boolean }) {
  if (block.kind === 'code') return <CodeBlock language={block.language} text={block.text} />;
  if (growing && block.text.length > longestGrowingBlock) return <p className="plain">{block.text}</p>;
  return <MarkdownBlock text={block.text} />;
}

/** Blocks only come at the end, so their place is their identity. */
const placedBlocks = (text: string) =>
  splitBlocks(text).map((block, place, all) => ({
    block,
    key: `${place}`,
    isLast: place === all.length - 1,
  }));

/** `growing`: the text is still being written. */
export const Markdown = memo(({ text, growing = false }: { text: string; growing?: boolean }) => (
  <div className="markdown" data-growing={growing}>
    {placedBlocks(text).map(({ block, key, isLast }) => (
      <BlockView key={key} block={block} growing={growing && isLast} />
    ))}
  </div>
));
