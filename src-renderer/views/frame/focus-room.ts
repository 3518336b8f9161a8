/** Brings the focus into the room that is shown: the field one writes in, else its text. */
import { composerId } from '../dock/composer-id.ts';

export function focusRoom(): void {
  const composer = document.getElementById(composerId);
  const main = document.querySelector<HTMLElement>('.rooms main');
  if (composer !== null) composer.focus();
  else if (main !== null) {
    main.tabIndex = -1;
    main.focus();
  }
}
