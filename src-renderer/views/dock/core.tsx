/** The core and the two halves of its horizon; what they show is said in words beside them. */
import { useEffect, useRef } from 'react';
import { type CoreMotion, createCoreMotion } from '../../orb/core-motion.ts';
import type { OrbLook } from '../../orb/orb-state.ts';
import type { WindowState } from '../../store/state.ts';
import { hush, type SoundNow } from '../../voice/sound-meter.ts';
import { useWindowStore } from '../window-context.tsx';
import { useTalk } from './talk.ts';

interface Props extends OrbLook {
  /** Measures another sound than the microphone of the conversation. */
  readonly measureHeard?: (into: SoundNow) => void;
}

export function Core({ shape, isPrivate, measureHeard }: Props) {
  const { store } = useWindowStore();
  const talk = useTalk();
  const orb = useRef<HTMLDivElement>(null);
  const [into, out] = [useRef<HTMLCanvasElement>(null), useRef<HTMLCanvasElement>(null)];
  const motion = useRef<CoreMotion>(undefined);

  useEffect(() => {
    if (orb.current === null || into.current === null || out.current === null) return;
    const parts = { orb: orb.current, horizon: { in: into.current, out: out.current } };
    const started = createCoreMotion(parts, {
      measureHeard: measureHeard ?? talk?.measureHeard ?? hush,
      measureSaid: talk?.measureSaid ?? hush,
      answerLength: () => growingLength(store.getState()),
    });
    motion.current = started;
    return () => started.close();
  }, [store, talk, into, out, measureHeard]);

  useEffect(() => motion.current?.show({ shape, isPrivate }), [shape, isPrivate]);

  return (
    <div className="core" aria-hidden="true">
      <div className="horizon horizon-in">
        <canvas ref={into} />
      </div>
      <div ref={orb} className="orb" data-shape={shape} data-private={isPrivate} data-testid="orb" />
      <div className="horizon horizon-out">
        <canvas ref={out} />
      </div>
    </div>
  );
}

function growingLength({ running, open }: WindowState): number {
  const answerId = running.get(open.id)?.answerId;
  return answerId === undefined ? 0 : (open.messages.get(answerId)?.text.length ?? 0);
}
