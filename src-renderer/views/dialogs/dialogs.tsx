/** The one dialog that is open, if any. */
import { useWindow } from '../window-context.tsx';
import { AddProfileDialog } from './add-profile-dialog.tsx';
import { AddServerDialog } from './add-server-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';

export function Dialogs() {
  const dialog = useWindow(state => state.dialog);
  switch (dialog) {
    case 'add-server':
      return <AddServerDialog />;
    case 'add-profile':
      return <AddProfileDialog />;
    case 'help':
      return <HelpDialog />;
    default:
      return null;
  }
}
