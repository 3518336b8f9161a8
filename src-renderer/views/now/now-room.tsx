/** What is under way: timers, reminders, lists and notes, and what runs in the background. */
import { Page } from '../frame/page.tsx';
import { useWords } from '../window-context.tsx';
import { Background } from './background.tsx';
import { Facts } from './facts.tsx';
import { Lists } from './lists.tsx';
import { Notes } from './notes.tsx';
import { Timers } from './timers.tsx';

export default function NowRoom() {
  const t = useWords();
  return (
    <Page title={t('frame.room.now')}>
      <div className="now" data-testid="organizer">
        <div className="now-kept">
          <Timers />
          <Lists />
          <Notes />
          <Facts />
        </div>
        <Background />
      </div>
    </Page>
  );
}
