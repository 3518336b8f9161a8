/** What lasts and concerns the whole window: the connection, lasting remarks of the program, uploads, imports. */
import { Icon } from '../icons.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

function ConnectionBanner() {
  const t = useWords();
  const connection = useWindow(state => state.connection);
  const isReady = useWindow(state => state.ready);
  const isStopping = useWindow(state => state.stopping);
  const text =
    isStopping && connection !== 'closed'
      ? t('stopping')
      : {
          connecting: isReady ? t('reconnecting') : '',
          reconnecting: t('reconnecting'),
          closed: t('closed'),
          open: '',
        }[connection];
  if (text === '') return null;
  return (
    <div className="banner" role="alert" data-testid="connection">
      <Icon name="warning" />
      <span className="grow">{text}</span>
      {connection === 'closed' && (
        <button type="button" className="button" onClick={() => location.reload()}>
          {t('reload')}
        </button>
      )}
    </div>
  );
}

function WarningBanners() {
  const t = useWords();
  const { dismissWarning, startNormally } = useActions();
  const warnings = useWindow(state => state.warnings);
  const text = (code: string): string => {
    if (code === 'secrets-in-file') return t('warningSecretsInFile');
    if (code === 'embedder-away') return t('warningEmbedderAway');
    if (code === 'safe-mode') return t('warningSafeMode');
    if (code === 'no-tray') return t('warningNoTray');
    if (code === 'update-went-back') return t('warningUpdateWentBack');
    return t('warningOther', { code });
  };
  return warnings.map(code => (
    <div key={code} className="banner quiet" role="status" data-testid={`warning-${code}`}>
      <Icon name="warning" />
      <span className="grow">{text(code)}</span>
      {code === 'safe-mode' && (
        <button
          type="button"
          className="button"
          onClick={() => void startNormally()}
          data-testid="start-normally"
        >
          {t('startNormally')}
        </button>
      )}
      <button type="button" className="button" onClick={() => dismissWarning(code)}>
        {t('close')}
      </button>
    </div>
  ));
}

interface Progress {
  readonly testId: string;
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly cancel: () => void;
}

function ProgressBanner({ testId, label, done, total, cancel }: Progress) {
  const t = useWords();
  return (
    <div className="banner quiet" data-testid={testId}>
      <span>{label}</span>
      <progress className="grow" value={done} max={Math.max(1, total)} aria-label={label} />
      <span className="mono">{Math.floor((100 * done) / Math.max(1, total))} %</span>
      <button type="button" className="button" onClick={cancel}>
        {t('cancelUpload')}
      </button>
    </div>
  );
}

function UploadBanners() {
  const t = useWords();
  const { cancelUpload } = useActions();
  const uploads = useWindow(state => state.uploads);
  return uploads.map(({ id, name, doneBytes, totalBytes }) => (
    <ProgressBanner
      key={id}
      testId="upload"
      label={t('uploading', { name })}
      done={doneBytes}
      total={totalBytes}
      cancel={() => cancelUpload(id)}
    />
  ));
}

function TranscriptionBanners() {
  const t = useWords();
  const { cancelTranscription } = useActions();
  const transcriptions = useWindow(state => state.transcriptions);
  return transcriptions.map(({ id, name, share }) => (
    <ProgressBanner
      key={id}
      testId="transcription"
      label={t('transcribing', { name })}
      done={share}
      total={1}
      cancel={() => cancelTranscription(id)}
    />
  ));
}

function ImportBanners() {
  const t = useWords();
  const { cancelImport } = useActions();
  const imports = useWindow(state => state.imports);
  return imports.map(({ id, name, messages, totalMessages }) => (
    <ProgressBanner
      key={id}
      testId="import"
      label={t('importing', { name })}
      done={messages}
      total={totalMessages}
      cancel={() => void cancelImport(id)}
    />
  ));
}

export const Banners = () => (
  <>
    <ConnectionBanner />
    <WarningBanners />
    <UploadBanners />
    <TranscriptionBanners />
    <ImportBanners />
  </>
);
