/** The keys of an action, as they are now: recorded anew they change wherever they are shown. */
import { commandOf, keysOf } from '../../commands/registry.ts';
import { useWindow } from '../window-context.tsx';
import { Chord } from './chord.tsx';

export function CommandKeys({ id }: { id: string }) {
  const recorded = useWindow(state => state.preferences.keys);
  const command = commandOf(id);
  const [chord] = command === undefined ? [] : keysOf(command, recorded);
  return chord === undefined ? null : <Chord chord={chord} />;
}
