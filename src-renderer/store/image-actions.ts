/** Pictures that are dropped on the window or pasted: they wait beside the draft and go with the next words. */
import { mostImageBytes, mostImages } from '../../src-main/domain/image.ts';
import { type Attachment, addressOf } from './attachment.ts';
import type { Context } from './context.ts';
import { showToast } from './toasts.ts';

/** Beyond that even reading it would hold the window up. */
const mostFileBytes = 8 * mostImageBytes;

export const imageActions = (context: Context) => {
  const { store, client, around } = context;

  const waiting = (conversationId: string): readonly Attachment[] =>
    store.getState().attachments.get(conversationId) ?? [];

  function setWaiting(conversationId: string, images: readonly Attachment[]): void {
    const attachments = new Map(store.getState().attachments);
    if (images.length === 0) attachments.delete(conversationId);
    else attachments.set(conversationId, images);
    store.setState({ attachments });
  }

  async function addImage(conversationId: string, file: File): Promise<void> {
    try {
      if (file.size > mostFileBytes) throw new RangeError('too large');
      const image = await around.readImage(file);
      if ((image.base64.length * 3) / 4 > mostImageBytes) throw new RangeError('too large');
      const next = [...waiting(conversationId), { id: around.newId(), name: file.name, ...image }];
      if (next.length > mostImages) showToast(context, { kind: 'too-many-images' });
      else setWaiting(conversationId, next);
    } catch (error) {
      // The name of the fault only: what is in a picture is nobody's business.
      console.warn('a picture could not be read:', error instanceof Error ? error.name : 'error');
      showToast(context, { kind: 'not-an-image', name: file.name });
    }
  }

  return {
    /** They wait in the open conversation. */
    async addImages(files: readonly File[]): Promise<void> {
      const { id } = store.getState().open;
      for (const file of files) await addImage(id, file);
    },
    removeImage(id: string): void {
      const { open } = store.getState();
      setWaiting(
        open.id,
        waiting(open.id).filter(one => one.id !== id),
      );
    },
    /** The address of a picture that went with a message. */
    async imageOf(messageId: string, at: number): Promise<string> {
      return addressOf(await client.call('conversation.image', { messageId, at }));
    },
  };
};
