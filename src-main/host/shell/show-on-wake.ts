/** Whoever says the name while they work with another program sees the answer over it. */
import type { Concern } from './shell-parts.ts';

export const showOnWake: Concern = ({ client, main, quick }) =>
  client.on('voice.woke', ({ accepted, captureId }) => {
    if (accepted && !main.isFocused() && !quick.isVisible()) quick.show({ follows: captureId });
  });
