/** What is under way: timers, reminders, lists and notes. */
import { Page } from '../frame/page.tsx';
import { Organizer } from '../organizer/organizer.tsx';
import { useWords } from '../window-context.tsx';

export default function NowRoom() {
  const t = useWords();
  return (
    <Page title={t('frame.room.now')}>
      <Organizer />
    </Page>
  );
}
