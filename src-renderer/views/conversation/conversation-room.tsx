/** The conversation with its rail, and the panel beside it. */
import { Rail } from '../rail/rail.tsx';
import { ConversationView } from './conversation.tsx';

export function ConversationRoom() {
  return (
    <>
      <Rail />
      <ConversationView />
    </>
  );
}
