/** A menu that opens under its button; arrows, letters and Escape work in it. */
import { DropdownMenu } from 'radix-ui';
import { type ReactElement, type ReactNode, type Ref, useImperativeHandle } from 'react';

/** `modal={false}`: the page's policy allows no style sheets made by scripts, which locking the scroll would need. */
export function Menu({ button, children }: { button: ReactElement; children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{button}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuAtProps {
  /** What it opens at, drawn elsewhere; it has the focus again when the menu closes. */
  readonly anchor: HTMLElement | undefined;
  readonly label: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One menu for many buttons: each with a menu of its own costs far more than a row of a list should. */
export function MenuAt({ anchor, label, isOpen, onClose, children }: MenuAtProps) {
  const giveBack = (event: Event): void => {
    event.preventDefault();
    // Whoever went elsewhere meanwhile, stays there.
    if (document.activeElement === null || document.activeElement === document.body) anchor?.focus();
  };
  /** A press on what it opens at is that button's own business: it closes the menu, or brings it there. */
  const leave = (event: CustomEvent<{ readonly originalEvent: PointerEvent }>): void => {
    const { target } = event.detail.originalEvent;
    if (target instanceof Node && anchor?.contains(target)) event.preventDefault();
  };
  return (
    <DropdownMenu.Root modal={false} open={isOpen} onOpenChange={open => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <Anchor element={anchor} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          aria-labelledby={undefined}
          onPointerDownOutside={leave}
          onCloseAutoFocus={giveBack}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Draws nothing: stands for an element that is there. */
function Anchor({ element, ref }: { element: HTMLElement | undefined; ref?: Ref<HTMLElement | undefined> }) {
  useImperativeHandle(ref, () => element, [element]);
  return null;
}

/** The menu closes after it, unless `onSelect` prevents what the event does by itself. */
export function MenuItem({ onSelect, children }: { onSelect: (event: Event) => void; children: ReactNode }) {
  return (
    <DropdownMenu.Item className="menu-item" onSelect={onSelect}>
      {children}
    </DropdownMenu.Item>
  );
}

interface Choice {
  readonly checked: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export function MenuChoice({ checked, onSelect, children }: Choice) {
  return (
    <DropdownMenu.CheckboxItem className="menu-item" checked={checked} onSelect={onSelect}>
      {children}
    </DropdownMenu.CheckboxItem>
  );
}

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <DropdownMenu.Label className="menu-label">{children}</DropdownMenu.Label>
);

export const MenuLine = () => <DropdownMenu.Separator className="menu-line" />;
