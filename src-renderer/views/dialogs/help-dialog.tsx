/** The keys, and how to learn more. */
import { Modal } from '../modal.tsx';
import { useWords } from '../window-context.tsx';

export function HelpDialog() {
  const t = useWords();
  const rows = [
    [[t('keyEnter')], t('shortcutSend')],
    [[t('keyShift'), t('keyEnter')], t('shortcutNewline')],
    [['↑'], t('shortcutHistory')],
    [[t('keyEscape')], t('shortcutStop')],
    [[t('keyControl'), 'K'], t('shortcutSearch')],
    [[t('keyAlt'), 'N'], t('shortcutNew')],
    [[t('keySpace')], t('shortcutTalk')],
    [['?'], t('shortcutHelp')],
  ] as const;
  return (
    <Modal title={t('help')}>
      <h3>{t('shortcuts')}</h3>
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
      <p>{t('helpSkills')}</p>
    </Modal>
  );
}
