/** A run of messages that is drawn only while it is near the view: a conversation of 10,000 stays as light as a short one. */
import { memo, useRef } from 'react';
import { useWindow } from '../window-context.tsx';
import { MessageView } from './message.tsx';
import { useNear } from './use-near.ts';

interface Props {
  readonly ids: readonly string[];
  /** Drawn wherever the view is: the end, where answers grow. */
  readonly always: boolean;
}

/** A guess for runs never drawn so far, in pixels. */
const messageHeight = 110;

const sameRun = (a: Props, b: Props): boolean =>
  a.always === b.always && a.ids.length === b.ids.length && a.ids.every((id, at) => id === b.ids[at]);

export const MessageChunk = memo(({ ids, always }: Props) => {
  const ref = useRef<HTMLOListElement>(null);
  const { isNear, height } = useNear(ref, ids.length * messageHeight);
  const holdsHighlight = useWindow(
    state => state.highlight !== undefined && ids.includes(state.highlight.messageId),
  );
  const isDrawn = always || isNear || holdsHighlight;
  return (
    <ol ref={ref} className="chunk" style={isDrawn ? {} : { height }}>
      {isDrawn && ids.map(id => <MessageView key={id} id={id} />)}
    </ol>
  );
}, sameRun);
