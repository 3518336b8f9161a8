/** The button of a row that opens the menu of the list: by a press, by Enter or Space, by the arrow down, by an assistive click. */
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { IconButton } from '../icon-button.tsx';

interface Props {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onToggle: (button: HTMLElement) => void;
}

export function RowMenuButton({ label, isOpen, onToggle }: Props) {
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || event.ctrlKey) return;
    onToggle(event.currentTarget);
    // The menu takes the focus, not the button.
    if (!isOpen) event.preventDefault();
  };
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    // That of a pointer was its press already.
    if (event.detail === 0) onToggle(event.currentTarget);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'ArrowDown' || isOpen) return;
    event.preventDefault();
    onToggle(event.currentTarget);
  };
  return (
    <IconButton
      icon="more"
      label={label}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      data-state={isOpen ? 'open' : 'closed'}
      onPointerDown={onPointerDown}
      onClick={onClick}
      onKeyDown={onKeyDown}
    />
  );
}
