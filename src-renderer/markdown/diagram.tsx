/** A diagram in words, drawn when it is asked for: as an image, in which nothing can run and which can fetch nothing. */
import { memo, useEffect, useState } from 'react';
import { useWords } from '../views/window-context.tsx';
import { CodeBlock } from './code-block.tsx';
import { scrolledByKeys } from './scrolled-by-keys.ts';

export const isDiagram = (language: string): boolean => language.toLowerCase() === 'mermaid';

type Drawing =
  | { readonly state: 'words' | 'drawing' | 'failed'; readonly text: string }
  | { readonly state: 'drawn'; readonly text: string; readonly address: string; readonly width: number };

export const Diagram = memo(({ text, growing = false }: { text: string; growing?: boolean }) => {
  const t = useWords();
  const [drawing, setDrawing] = useState<Drawing>({ state: 'words', text });
  const address = drawing.state === 'drawn' ? drawing.address : undefined;
  useEffect(() => () => (address === undefined ? undefined : URL.revokeObjectURL(address)), [address]);
  // What was drawn of another text says nothing of this one.
  const { state } = drawing.text === text ? drawing : { state: 'words' as const };
  const draw = async (): Promise<void> => {
    setDrawing({ state: 'drawing', text });
    try {
      const { drawDiagram } = await import('./draw-diagram.ts');
      setDrawing({ state: 'drawn', text, ...(await drawDiagram(text)) });
    } catch {
      // What it does not understand is shown, with the words that say so.
      setDrawing({ state: 'failed', text });
    }
  };
  return (
    <div className="diagram">
      {state === 'drawn' && drawing.state === 'drawn' && (
        <div className="diagram-frame" {...scrolledByKeys}>
          <img src={drawing.address} width={drawing.width} alt={t('markdown.diagramOf', { text })} />
        </div>
      )}
      {state !== 'drawn' && <CodeBlock language="Mermaid" text={text} />}
      {state === 'failed' && (
        <p className="remark" role="status">
          {t('markdown.diagramFailed')}
        </p>
      )}
      {!growing && (
        <button
          type="button"
          className="button"
          disabled={state === 'drawing'}
          onClick={() => (state === 'drawn' ? setDrawing({ state: 'words', text }) : void draw())}
        >
          {state === 'drawn' ? t('markdown.diagramWords') : t('markdown.diagramDraw')}
        </button>
      )}
    </div>
  );
});
