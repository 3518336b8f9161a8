/** A run of messages that is drawn, and tells how high it is, so that its room is kept when it is not. */
import { memo, useEffect, useRef } from 'react';
import { Guarded } from '../frame/guarded.tsx';
import type { Run } from './chunks.ts';
import { MessageView } from './message.tsx';

interface Props {
  readonly run: Run;
  readonly measured: (run: Run, height: number) => void;
}

const isSame = ({ run: a }: Props, { run: b }: Props): boolean =>
  a.key === b.key && a.ids.length === b.ids.length && a.ids.every((id, at) => id === b.ids[at]);

export const MessageChunk = memo(({ run, measured }: Props) => {
  const ref = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.height > 0) measured(run, entry.contentRect.height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [run, measured]);
  return (
    <ol ref={ref} className="chunk" data-run={run.key}>
      {run.ids.map(id => (
        <Guarded key={id} part="message" as="li">
          <MessageView id={id} />
        </Guarded>
      ))}
    </ol>
  );
}, isSame);
