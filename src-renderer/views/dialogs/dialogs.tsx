/** The one dialog that is open, if any. */
import { KnowledgeDialog } from '../knowledge/knowledge-dialog.tsx';
import { MemoryDialog } from '../memory/memory-dialog.tsx';
import { ModelsDialog } from '../models/models-dialog.tsx';
import { useWindow } from '../window-context.tsx';
import { AddProfileDialog } from './add-profile-dialog.tsx';
import { AddServerDialog } from './add-server-dialog.tsx';
import { DoctorDialog } from './doctor-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';

export function Dialogs() {
  const dialog = useWindow(state => state.dialog);
  switch (dialog) {
    case 'memory':
      return <MemoryDialog />;
    case 'knowledge':
      return <KnowledgeDialog />;
    case 'models':
      return <ModelsDialog />;
    case 'settings':
      return <SettingsDialog />;
    case 'doctor':
      return <DoctorDialog />;
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
