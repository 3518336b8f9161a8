/** Opens the microphone for a test while it is wanted, and closes it when it is not, or when the view goes. */
import { useEffect, useState } from 'react';
import { type MicrophoneFault, microphoneError } from '../../voice/microphone-error.ts';
import { type MicrophoneTest, openMicrophoneTest } from '../../voice/microphone-test.ts';

export interface TestView {
  readonly test?: MicrophoneTest;
  readonly fault?: MicrophoneFault;
}

/**
 * `tries`: how often it was asked for; 0 leaves it closed, and another number asks the browser again. `label`: of the
 * chosen device; a change of it opens the other one.
 */
export function useMicrophoneTest(tries: number, label: string | undefined): TestView {
  const [view, setView] = useState<TestView>({});
  useEffect(() => {
    if (tries === 0) return;
    let isOver = false;
    const opening = openMicrophoneTest(label);
    opening.then(
      test => {
        if (!isOver) setView({ test });
      },
      (error: unknown) => {
        if (!isOver) setView({ fault: microphoneError(error).fault });
      },
    );
    return () => {
      isOver = true;
      setView({});
      opening.then(
        test => test.close(),
        () => undefined,
      );
    };
  }, [tries, label]);
  return view;
}
