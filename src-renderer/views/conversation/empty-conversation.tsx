/** What stands in a conversation before anything is said: a few things to try, and how to get a model. */
import { useActions, useWindow, useWordList, useWords } from '../window-context.tsx';
import { NoModelCard } from './no-model-card.tsx';

export function EmptyConversation() {
  const t = useWords();
  const suggestions = useWordList('suggestions');
  const { send } = useActions();
  const canListen = useWindow(state => state.speech.canListen);
  return (
    <div className="centre empty">
      <h2>{t('emptyTitle')}</h2>
      <p className="faint">{canListen ? t('emptyText') : t('emptyTextNoSpeech')}</p>
      <ul className="suggestions">
        {suggestions.map(suggestion => (
          <li key={suggestion}>
            <button type="button" className="button" onClick={() => send(suggestion)}>
              {suggestion}
            </button>
          </li>
        ))}
      </ul>
      <NoModelCard />
    </div>
  );
}
