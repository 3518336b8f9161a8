/** Walks from turn to turn with the keyboard, and reads answers aloud. */
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';

export const turnFocusActions = (context: Context) => {
  const { store, client, around } = context;
  return {
    /** The turn above or below the one that has the focus; from nowhere, the last one. */
    walkTurns(step: 1 | -1): void {
      const { open, turnAt } = store.getState();
      const at = turnAt === undefined ? open.order.length : open.order.indexOf(turnAt);
      const next = open.order[Math.min(open.order.length - 1, Math.max(0, at + step))];
      if (next === undefined) return;
      store.setState(({ turnWanted }) => ({
        turnWanted: { messageId: next, nonce: (turnWanted?.nonce ?? 0) + 1 },
      }));
    },
    /** A turn took the focus, or none has it any more. */
    turnFocused(messageId: string | undefined): void {
      if (store.getState().turnAt === messageId) return;
      if (messageId !== undefined) store.setState({ turnAt: messageId });
      else store.setState(({ turnAt: _left, ...rest }) => rest, true);
    },
    /** The side panel tells of this answer; of the last one when none is named. Opens it where it is a drawer. */
    showTurn(messageId: string | undefined): void {
      store.setState(
        ({ panelOf: _before, ...rest }) => ({
          ...rest,
          panelOpen: true,
          ...(messageId !== undefined && { panelOf: messageId }),
        }),
        true,
      );
    },
    togglePanel: (): void => store.setState(({ panelOpen }) => ({ panelOpen: !panelOpen })),
    /** `from`: where to begin in its text, in UTF-16 units. */
    async readAloud(messageId: string, from = 0): Promise<void> {
      const id = around.newId();
      store.setState({ reading: { id, messageId } });
      const asked = await attempt(context, () =>
        client.call('voice.read', { readingId: id, messageId, from }),
      );
      if (!asked) endReading(context, id);
    },
  };
};

function endReading({ store }: Context, id: string): void {
  if (store.getState().reading?.id === id) store.setState(({ reading: _over, ...rest }) => rest, true);
}

/** A reading is over when the core says so: by then all of it was heard, or it was stopped. */
export function bindReading(context: Context): void {
  context.client.on('voice.speaking', ({ turnId, state }) => {
    if (state === 'ended') endReading(context, turnId);
  });
}
