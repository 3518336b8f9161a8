/** The one dialog that is open, if any; those that are large are loaded when they are first opened. */
import { lazy, Suspense } from 'react';
import { BrokenDialog } from '../frame/broken-dialog.tsx';
import { ErrorBoundary } from '../frame/error-boundary.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { AddProfileDialog } from './add-profile-dialog.tsx';
import { AddServerDialog } from './add-server-dialog.tsx';
import { lateKeys, latePalette } from './late-dialogs.ts';
import { ListenDialog } from './listen-dialog.tsx';

const KeysDialog = lazy(lateKeys);
const Palette = lazy(latePalette);

export function Dialogs() {
  const t = useWords();
  const { closeDialog } = useActions();
  const dialog = useWindow(state => state.dialog);
  if (dialog === undefined) return null;
  return (
    <ErrorBoundary
      resetBy={dialog}
      broken={(error, again) => <BrokenDialog error={error} again={again} close={closeDialog} />}
    >
      <Suspense
        fallback={
          <p className="unseen" role="status">
            {t('frame.opening')}
          </p>
        }
      >
        <OneDialog />
      </Suspense>
    </ErrorBoundary>
  );
}

function OneDialog() {
  const dialog = useWindow(state => state.dialog);
  switch (dialog) {
    case 'add-server':
      return <AddServerDialog />;
    case 'add-profile':
      return <AddProfileDialog />;
    case 'consent-always':
      return <ListenDialog mode="always" />;
    case 'consent-hotword':
      return <ListenDialog mode="hotword" />;
    case 'help':
      return <KeysDialog />;
    case 'palette':
      return <Palette />;
    default:
      return null;
  }
}
