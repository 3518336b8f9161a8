/** What stands in a conversation before anything is said: a few things to try, and how to get a model. */
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { NoModelCard } from './no-model-card.tsx';

export function EmptyConversation() {
  const words = useWords();
  const { send } = useActions();
  const canListen = useWindow(state => state.speech.canListen);
  return (
    <div className="centre empty">
      <h2>{words.emptyTitle}</h2>
      <p className="faint">{canListen ? words.emptyText : words.emptyTextNoSpeech}</p>
      <ul className="suggestions">
        {words.suggestions.map(suggestion => (
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
