/** A link of a text: says where it leads, and is opened by one function. */
import type { MouseEvent, ReactNode } from 'react';
import { useWords } from '../views/window-context.tsx';
import { hostOf, safeAddress } from './links.ts';
import { openLink } from './open-link.ts';

export function Link({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  const address = safeAddress(href);
  if (address === undefined) return <span>{children}</span>;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    openLink(address);
  };
  const host = hostOf(address);
  const saysItself = typeof children === 'string' && children.includes(host);
  return (
    <a
      href={address}
      title={address}
      target="_blank"
      rel="noopener noreferrer"
      onClick={open}
      data-host={saysItself ? undefined : host}
    >
      {children}
    </a>
  );
}

/** An image is not fetched: its address is offered as a link. */
export function ImageLink({ src, alt }: { src?: string | undefined; alt?: string | undefined }) {
  const t = useWords();
  return <Link href={src}>{t('imageLink', { text: alt || t('image') })}</Link>;
}
