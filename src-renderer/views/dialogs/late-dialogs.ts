/** Dialogs that are no part of the first page; fetched once it stands, so that they open at once. */
export const latePalette = () => import('../palette/palette.tsx');
export const lateKeys = () => import('../keys/keys-dialog.tsx');

/** After the page is ready to write in, which must not wait for them. */
const afterMs = 1_500;

export function fetchLateDialogs(): () => void {
  const timer = setTimeout(() => {
    for (const fetchOne of [latePalette, lateKeys])
      fetchOne().catch((error: unknown) => {
        // Opened later it is fetched again, and what is wrong is shown then.
        console.warn('a dialog could not be fetched yet:', error instanceof Error ? error.name : 'error');
      });
  }, afterMs);
  return () => clearTimeout(timer);
}
