/** What a finding offers to do about it; afterwards everything is tried again. */
import type { Mend, OfferedMend } from '../../store/contract-types.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function MendButtons({ mends }: { mends: readonly OfferedMend[] }) {
  const t = useWords();
  const { goTo, mend, runDoctor, exportConversations } = useActions();
  const mending = useWindow(state => state.system.mending);
  const byTheCore = async (wanted: Mend): Promise<void> => {
    if (await mend(wanted)) await runDoctor();
  };
  const act = (wanted: OfferedMend): unknown => {
    switch (wanted) {
      case 'show-models':
        return goTo('system', 'models');
      case 'show-settings':
        return goTo('settings');
      case 'export-all':
        return exportConversations('all', 'json');
      default:
        return byTheCore(wanted);
    }
  };
  return (
    <div className="system-line">
      {mends.map(one => (
        <button
          key={one}
          type="button"
          className="button"
          disabled={mending !== undefined}
          aria-busy={mending === one}
          onClick={() => act(one)}
        >
          {t(`system.mend.${one}`)}
        </button>
      ))}
    </div>
  );
}
