/** Draws an answer's Markdown: no raw HTML, nothing fetched, one parse for each block that changed. */
import { memo, useState } from 'react';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { ErrorBoundary } from '../views/frame/error-boundary.tsx';
import type { Block } from './block.ts';
import { CodeBlock } from './code-block.tsx';
import { components } from './components.tsx';
import { definitionsOf } from './definitions.ts';
import { Diagram, isDiagram } from './diagram.tsx';
import { Formula } from './formula.tsx';
import { withFormulas } from './formulas.ts';
import { settled } from './growing.ts';
import { isParsable } from './limits.ts';
import { NoteList, NotesOf } from './notes.tsx';
import { PlainText } from './plain-text.tsx';
import { showHidden } from './show-hidden.ts';
import { createSplitter } from './split-growing.ts';
import { useMaths } from './use-maths.ts';

/** A growing block longer than this is shown as plain text until it ends: parsing it at every frame would stutter. */
const longestGrowingBlock = 20_000;

/** And one longer than this is parsed only when another line of it is whole. */
const longBlock = 4000;

const wholeLines = (text: string): string =>
  text.length <= longBlock ? text : text.slice(0, text.lastIndexOf('\n') + 1 || text.length);

const plugins = [remarkGfm];
const htmlPlugins = [showHidden];
/** Addresses are judged by `Link`; react-markdown's own filter would hide them from it. */
const asWritten = (address: string): string => address;

const MarkdownBlock = memo(({ text }: { text: string }) =>
  isParsable(text) ? (
    <ErrorBoundary broken={() => <AsWritten text={text} />} resetBy={text}>
      <ParsedBlock text={text} />
    </ErrorBoundary>
  ) : (
    <AsWritten text={text} />
  ),
);

const AsWritten = ({ text }: { text: string }) => (
  <p className="plain">
    <PlainText text={text} />
  </p>
);

function ParsedBlock({ text }: { text: string }) {
  const formulas = withFormulas(text);
  const maths = useMaths(formulas !== undefined);
  return (
    <ReactMarkdown
      remarkPlugins={maths === undefined ? plugins : [...plugins, ...maths.mathsPlugins]}
      rehypePlugins={htmlPlugins}
      components={components}
      urlTransform={asWritten}
    >
      {(maths && formulas) ?? text}
    </ReactMarkdown>
  );
}

interface BlockProps {
  readonly block: Block;
  /** Its text with the definitions that it uses. */
  readonly whole: string;
  readonly growing: boolean;
}

const BlockView = memo(({ block, whole, growing }: BlockProps) => {
  if (block.kind === 'definition') return null;
  if (block.kind === 'code') {
    if (isDiagram(block.language)) return <Diagram text={block.text} growing={growing && !block.closed} />;
    return <CodeBlock language={block.language} text={block.text} />;
  }
  if (block.kind === 'formula') {
    if (block.closed) return <Formula tex={block.text} display />;
    return growing ? null : <MarkdownBlock text={`$$\n${block.text}`} />;
  }
  if (growing && block.text.length > longestGrowingBlock) return <AsWritten text={block.text} />;
  return <MarkdownBlock text={whole} />;
});

/** Only the last block of what is still being written is held back where it is not clear yet what it will be. */
const drawnText = (block: Block, isGrowing: boolean): string =>
  isGrowing && block.kind === 'markdown' && block.text.length <= longestGrowingBlock
    ? settled(wholeLines(block.text))
    : block.text;

const drawNote = (text: string) => <MarkdownBlock text={text} />;

/** Blocks only come at the end, so their place is their identity. */
const placed = (blocks: readonly Block[]) =>
  blocks.map((block, place) => ({ block, key: `${place}`, isLast: place === blocks.length - 1 }));

/** `growing`: the text is still being written. */
export const Markdown = memo(({ text, growing = false }: { text: string; growing?: boolean }) => {
  const [split] = useState(createSplitter);
  const blocks = split(text);
  const { notes, complete } = definitionsOf(blocks);
  return (
    <div className="markdown" data-growing={growing}>
      <NotesOf notes={notes}>
        {placed(blocks).map(({ block, key, isLast }) => (
          <BlockView
            key={key}
            block={block}
            whole={complete(drawnText(block, growing && isLast))}
            growing={growing && isLast}
          />
        ))}
        <NoteList notes={notes} draw={drawNote} />
      </NotesOf>
    </div>
  );
});
