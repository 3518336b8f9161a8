/** The quick window shows what the main one hears, which waits for the name behind other programs. */
import type { CaptureState } from '../../src-preload/voice-contract.ts';
import type { VoiceView } from '../voice/voice-view.ts';
import type { Context } from './context.ts';
import type { Opening } from './opening.ts';

/** Long enough to read a short answer to its end. */
const goesAfterMs = 10_000;

export const followActions = ({ client, store, around }: Context, opening: Opening) => {
  let followed: string | undefined;
  let isUsed = (): boolean => false;
  let ends: readonly (() => void)[] = [];
  let cancelGoing = (): void => undefined;
  const show = (part: Partial<VoiceView>): void =>
    store.setState(({ voice }) => ({ voice: { ...voice, ...part } }));

  function end(): void {
    for (const one of ends) one();
    ends = [];
    followed = undefined;
    show({ state: 'idle', caption: '' });
  }

  function took(state: CaptureState): void {
    if (state !== 'armed' && state !== 'off') {
      show({ state });
      return;
    }
    end();
    cancelGoing = around.after(goesAfterMs, () => {
      const { drafts, open } = store.getState();
      if (isUsed() || drafts.has(open.id)) return;
      client.call('shell.hideQuick', {}).catch(() => {
        // It stays in sight, where Escape still closes it.
      });
    });
  }

  return {
    /**
     * Shows the words of this capture, and the conversation in which they are asked, until it waits for the name again;
     * then the window goes, unless the person uses it.
     */
    followCapture(captureId: string, isUsedNow: () => boolean): void {
      cancelGoing();
      end();
      followed = captureId;
      isUsed = isUsedNow;
      ends = [
        client.on('voice.caption', ({ captureId: of, text, isFinal }) => {
          if (of === followed) show({ caption: text, captionIsFinal: isFinal });
        }),
        client.on('turn.accepted', ({ message: { origin, conversationId } }) => {
          if (origin === 'spoken' && conversationId !== store.getState().open.id)
            void opening.open(conversationId);
        }),
        client.on('voice.state', ({ captureId: of, state }) => {
          if (of === followed) took(state);
        }),
      ];
      show({ state: 'listening', caption: '' });
    },
    /** What is being said there was not meant. False where nothing is followed. */
    unfollow(): boolean {
      cancelGoing();
      if (followed === undefined) return false;
      const captureId = followed;
      end();
      client.call('voice.drop', { captureId }).catch(() => {
        // The capture is over already.
      });
      return true;
    },
  };
};
