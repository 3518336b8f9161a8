/** Dialogs, and a room, that are no part of the first page; fetched once it stands, so that they open at once. */
export const latePalette = () => import('../palette/palette.tsx');
export const lateKeys = () => import('../keys/keys-dialog.tsx');
/** The largest of the rooms: whoever looks for what they said does not wait for its script as well. */
const lateMemoryRoom = () => import('../memory/memory-room.tsx');

/** After the page is ready to write in, which must not wait for them. */
const afterMs = 1_500;

export function fetchLateDialogs(): () => void {
  const timer = setTimeout(() => {
    for (const fetchOne of [latePalette, lateKeys, lateMemoryRoom])
      fetchOne().catch((error: unknown) => {
        // Opened later it is fetched again, and what is wrong is shown then.
        console.warn(
          'a part of the window could not be fetched yet:',
          error instanceof Error ? error.name : 'error',
        );
      });
  }, afterMs);
  return () => clearTimeout(timer);
}
