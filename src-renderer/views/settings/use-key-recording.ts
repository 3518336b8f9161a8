/** While a key is recorded it is only a key: what it does in every program comes back once the hand has left it. */
import { useEffect } from 'react';
import { useActions } from '../window-context.tsx';
import { KeyRecording } from './key-recording.ts';

export function useKeyRecording(): void {
  const { recordKey } = useActions();
  useEffect(() => {
    const recording = new KeyRecording(window, isOn => void recordKey(isOn));
    return () => recording.end();
  }, [recordKey]);
}
