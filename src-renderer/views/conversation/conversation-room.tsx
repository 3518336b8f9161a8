/** The conversation with its rail, and the panel beside it. */
import { Guarded } from '../frame/guarded.tsx';
import { Rail } from '../rail/rail.tsx';
import { useWindow } from '../window-context.tsx';
import { ConversationView } from './conversation.tsx';
import { SidePanel } from './side-panel.tsx';

export function ConversationRoom() {
  const shown = useWindow(state => state.panelOf);
  return (
    <>
      <Guarded part="list" as="aside">
        <Rail />
      </Guarded>
      <ConversationView />
      <Guarded part="panel" as="aside" {...(shown !== undefined && { resetBy: shown })}>
        <SidePanel />
      </Guarded>
    </>
  );
}
