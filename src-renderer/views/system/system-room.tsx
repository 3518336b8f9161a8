/** How the program is: each part with its health, and the models. */
import { Page } from '../frame/page.tsx';
import { ModelsPart } from '../models/models.tsx';
import { useWords } from '../window-context.tsx';
import { Doctor } from './doctor.tsx';

export default function SystemRoom() {
  const t = useWords();
  return (
    <Page title={t('frame.room.system')}>
      <Doctor />
      <ModelsPart />
    </Page>
  );
}
