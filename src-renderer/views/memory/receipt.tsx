/** What one order to forget removed, in numbers alone. */
import type { ForgetReceipt } from '../../store/contract-types.ts';
import { fullTime, number } from '../format.ts';
import { useLanguage, useWords } from '../window-context.tsx';

export function Receipt({ receipt }: { receipt: ForgetReceipt }) {
  const t = useWords();
  const language = useLanguage();
  const kinds = ['episodes', 'messages', 'facts', 'summaries', 'vectors', 'notes'] as const;
  return (
    <div className="receipt">
      <dl className="figures">
        {kinds
          .filter(kind => receipt[kind] > 0)
          .map(kind => (
            <div key={kind}>
              <dt>{t(`memoryCounts.${kind}`)}</dt>
              <dd className="mono">{number(receipt[kind], language)}</dd>
            </div>
          ))}
      </dl>
      {receipt.copies.length > 0 && <p>{t('memoryCopies', { names: receipt.copies.join(', ') })}</p>}
      <p className="faint">
        {fullTime(receipt.atMs, language)} · {t('memoryReceipt', { id: receipt.id })}
      </p>
    </div>
  );
}
