/** What can be ordered of a work that runs: pause, go on, give up. */
import type { RunningWork, WorkOrder } from '../../store/running-work.ts';
import type { WindowActions } from '../../store/window-store.ts';
import { useActions, useWords } from '../window-context.tsx';

export function WorkButtons({ work }: { work: RunningWork }) {
  const t = useWords();
  const actions = useActions();
  const texts = { pause: t('modelPause'), resume: t('modelResume'), cancel: t('modelCancel') } as const;
  const name = work.name ?? t(`now.work.${work.kind}`);
  return (
    <>
      {work.orders.map(order => (
        <button
          key={order}
          type="button"
          className="button"
          aria-label={t('modelAction', { action: texts[order], name })}
          onClick={() => void obey(actions, work, order)}
        >
          {texts[order]}
        </button>
      ))}
    </>
  );
}

function obey(actions: WindowActions, { kind, id }: RunningWork, order: WorkOrder): unknown {
  const own = id.slice(id.indexOf(' ') + 1);
  switch (kind) {
    case 'download':
      return order === 'pause'
        ? actions.pauseDownload(own)
        : order === 'resume'
          ? actions.resumeDownload(own)
          : actions.cancelDownload(own);
    case 'documents':
      return actions.pauseKnowledge(order === 'pause');
    case 'upload':
      return actions.cancelUpload(own);
    case 'import':
      return actions.cancelImport(own);
    case 'transcription':
      return actions.cancelTranscription(own);
    case 'consolidation':
      return actions.stopConsolidating();
    case 'embedding':
      return undefined;
  }
}
