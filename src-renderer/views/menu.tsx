/** A menu that opens under its button; arrows, letters and Escape work in it. */
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

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

export function MenuItem({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
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
