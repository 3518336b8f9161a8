/** The keys, and how to learn more. */
import { Modal } from '../modal.tsx';
import { useWords } from '../window-context.tsx';

export function HelpDialog() {
  const words = useWords();
  const rows = [
    [[words.keyEnter], words.shortcutSend],
    [[words.keyShift, words.keyEnter], words.shortcutNewline],
    [['↑'], words.shortcutHistory],
    [[words.keyEscape], words.shortcutStop],
    [[words.keyControl, 'K'], words.shortcutSearch],
    [['Alt', 'N'], words.shortcutNew],
    [[words.keySpace], words.shortcutTalk],
    [['?'], words.shortcutHelp],
  ] as const;
  return (
    <Modal title={words.help}>
      <h3>{words.shortcuts}</h3>
      <dl className="keys">
        {rows.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>{words.helpSkills}</p>
    </Modal>
  );
}
