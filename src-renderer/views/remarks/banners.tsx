/** What lasts and concerns the whole window: the connection, lasting remarks of the program, uploads. */
import { Icon } from '../icons.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

function ConnectionBanner() {
  const words = useWords();
  const connection = useWindow(state => state.connection);
  const isReady = useWindow(state => state.ready);
  const isStopping = useWindow(state => state.stopping);
  const text =
    isStopping && connection !== 'closed'
      ? words.stopping
      : {
          connecting: isReady ? words.reconnecting : '',
          reconnecting: words.reconnecting,
          closed: words.closed,
          open: '',
        }[connection];
  if (text === '') return null;
  return (
    <div className="banner" role="alert" data-testid="connection">
      <Icon name="warning" />
      <span className="grow">{text}</span>
      {connection === 'closed' && (
        <button type="button" className="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      )}
    </div>
  );
}

function WarningBanners() {
  const words = useWords();
  const { dismissWarning } = useActions();
  const warnings = useWindow(state => state.warnings);
  const text = (code: string): string =>
    code === 'secrets-in-file' ? words.warningSecretsInFile : words.warningOther(code);
  return warnings.map(code => (
    <div key={code} className="banner quiet" role="status">
      <Icon name="warning" />
      <span className="grow">{text(code)}</span>
      <button type="button" className="button" onClick={() => dismissWarning(code)}>
        {words.close}
      </button>
    </div>
  ));
}

function UploadBanners() {
  const words = useWords();
  const { cancelUpload } = useActions();
  const uploads = useWindow(state => state.uploads);
  return uploads.map(({ id, name, doneBytes, totalBytes }) => (
    <div key={id} className="banner quiet" data-testid="upload">
      <span>{words.uploading(name)}</span>
      <progress
        className="grow"
        value={doneBytes}
        max={Math.max(1, totalBytes)}
        aria-label={words.uploading(name)}
      />
      <span className="mono">{Math.floor((100 * doneBytes) / Math.max(1, totalBytes))} %</span>
      <button type="button" className="button" onClick={() => cancelUpload(id)}>
        {words.cancelUpload}
      </button>
    </div>
  ));
}

export const Banners = () => (
  <>
    <ConnectionBanner />
    <WarningBanners />
    <UploadBanners />
  </>
);
