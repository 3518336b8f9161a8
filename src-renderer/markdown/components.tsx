/** What each element of Markdown becomes on the page. */
import type { Components } from 'react-markdown';
import { CodeBlock } from './code-block.tsx';
import { Diagram, isDiagram } from './diagram.tsx';
import { Formula } from './formula.tsx';
import { ImageLink, Link } from './link.tsx';
import { NoteMark } from './notes.tsx';
import { scrolledByKeys } from './scrolled-by-keys.ts';

type Node = Parameters<Extract<NonNullable<Components['pre']>, (...all: never) => unknown>>[0]['node'];

/** Text of an element that holds nothing else. */
const textOf = (node: Node): string =>
  node?.children.map(child => (child.type === 'text' ? child.value : '')).join('') ?? '';

const classesOf = (node: Node): readonly string[] => {
  const names = node?.properties.className;
  return Array.isArray(names) ? names.map(String) : [];
};

/** As the parser names the notes of a text. */
const notePrefix = '#user-content-fn-';

export const components: Components = {
  a: ({ href, children, node }) =>
    node?.properties.dataFootnoteRef === undefined ? (
      <Link href={href}>{children}</Link>
    ) : (
      <NoteMark label={decodeURIComponent(String(href).slice(notePrefix.length)).toLowerCase()} />
    ),
  // The mark brings its own.
  sup: ({ children }) => children,
  img: ({ src, alt }) => <ImageLink src={typeof src === 'string' ? src : undefined} alt={alt} />,
  // Notes stand once at the end of the message, not at the end of each block.
  section: () => null,
  code: ({ node, children }) =>
    classesOf(node).includes('math-inline') ? (
      <Formula tex={textOf(node)} display={false} />
    ) : (
      <code>{children}</code>
    ),
  pre: ({ node }) => {
    const code = node?.children[0];
    if (code?.type !== 'element') return null;
    const text = textOf(code).replace(/\n$/, '');
    const names = classesOf(code);
    if (names.includes('math-display')) return <Formula tex={text} display />;
    const language = (names[0] ?? '').replace(/^language-/, '');
    return isDiagram(language) ? <Diagram text={text} /> : <CodeBlock language={language} text={text} />;
  },
  table: ({ children }) => (
    <div className="table-frame" {...scrolledByKeys}>
      <table>{children}</table>
    </div>
  ),
};
