/** The pictures that go with the next words, and whether the model in use will see them. */
import { addressOf } from '../../store/attachment.ts';
import type { WindowState } from '../../store/state.ts';
import { IconButton } from '../icon-button.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

/** The name of the model in use where it does not see; '' without a model; undefined where it sees. */
export function blindModel({ models: { active, backends } }: WindowState): string | undefined {
  if (active === undefined) return '';
  const model = backends
    .find(({ id }) => id === active.backendId)
    ?.models.find(({ name }) => name === active.model);
  return model?.capabilities.includes('vision') === true ? undefined : active.model;
}

export function Attachments() {
  const t = useWords();
  const { removeImage } = useActions();
  const images = useWindow(({ attachments, open }) => attachments.get(open.id));
  const blind = useWindow(blindModel);
  if (images === undefined) return null;
  return (
    <div className="attachments" data-testid="attachments">
      <ul aria-label={t('picture.waiting')}>
        {images.map(image => (
          <li key={image.id}>
            <img src={addressOf(image)} alt={image.name} />
            <IconButton
              icon="close"
              label={t('picture.remove', { name: image.name })}
              onClick={() => removeImage(image.id)}
            />
          </li>
        ))}
      </ul>
      {blind !== undefined && (
        <p role="status" data-testid="blind-model">
          {blind === '' ? t('picture.noModel') : t('picture.blind', { model: blind })}
        </p>
      )}
    </div>
  );
}
