/** A button that shows a sign and says its name to those who do not see it. */
import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icons.tsx';

type Props = ComponentProps<'button'> & { readonly icon: IconName; readonly label: string };

export function IconButton({ icon, label, className = '', ...rest }: Props) {
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
