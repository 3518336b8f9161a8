/** The conversation with its rail, and the panel beside it. */
import { Rail } from '../rail/rail.tsx';
import { ConversationView } from './conversation.tsx';
import { SidePanel } from './side-panel.tsx';

export function ConversationRoom() {
  return (
    <>
      <Rail />
      <ConversationView />
      <SidePanel />
    </>
  );
}
