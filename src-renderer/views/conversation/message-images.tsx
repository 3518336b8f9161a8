/** The pictures that went with the person's words, asked for when their message is drawn. */
import { useEffect, useState } from 'react';
import type { Message } from '../../store/contract-types.ts';
import { useActions, useWords } from '../window-context.tsx';

export function MessageImages({ message: { id, images = [] } }: { message: Message }) {
  if (images.length === 0) return null;
  return (
    <ul className="message-images">
      {images.map((image, at) => (
        <li key={`${image.mediaType} ${image.byteLength}`}>
          <Picture messageId={id} at={at} />
        </li>
      ))}
    </ul>
  );
}

function Picture({ messageId, at }: { messageId: string; at: number }) {
  const t = useWords();
  const { imageOf } = useActions();
  const [address, setAddress] = useState<string | 'gone'>();
  useEffect(() => {
    let isHere = true;
    imageOf(messageId, at).then(
      found => isHere && setAddress(found),
      () => isHere && setAddress('gone'),
    );
    return () => {
      isHere = false;
    };
  }, [imageOf, messageId, at]);
  if (address === 'gone') return <span className="faint">{t('picture.gone')}</span>;
  if (address === undefined) return <span className="picture-place" />;
  return <img src={address} alt={t('picture.sent', { number: at + 1 })} data-testid="message-image" />;
}
