/** Sentences of an earlier version that a person asked to be remembered; what is told now lies in the memory. */
import { Shortened } from '../shortened.tsx';
import { SureButton } from '../sure-button.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function Facts() {
  const t = useWords();
  const { deleteFact } = useActions();
  const facts = useWindow(state => state.organizer.facts);
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="now-facts">
      <h2 id="now-facts">{t('facts')}</h2>
      <Shortened things={facts} className="now-list">
        {({ id, text }) => (
          <li key={id}>
            <span className="grow" dir="auto">
              {text}
            </span>
            <SureButton
              text={t('delete')}
              label={t('remove', { text })}
              warning={t('sure.fact')}
              onSure={() => void deleteFact(id)}
            />
          </li>
        )}
      </Shortened>
    </section>
  );
}
