/** Reads a picture in the browser, as models take it: PNG or JPEG, no larger than they can see, of a moving one the first frame. */
import type { Attachment } from './store/attachment.ts';

/** Models make pictures smaller than this anyway. */
const longestSide = 2048;
const jpegQuality = 0.9;

/** Rejects for what is no picture that this browser knows. */
export async function readImage(file: Blob): Promise<Pick<Attachment, 'mediaType' | 'base64'>> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const isAsWanted = scale === 1 && (file.type === 'image/png' || file.type === 'image/jpeg');
  const blob = isAsWanted ? file : await drawn(picture, scale, file.type === 'image/jpeg');
  picture.close();
  return { mediaType: blob.type, base64: await base64Of(blob) };
}

function drawn(picture: ImageBitmap, scale: number, isPhoto: boolean): Promise<Blob> {
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser draws nothing');
  context.drawImage(picture, 0, 0, width, height);
  return canvas.convertToBlob(isPhoto ? { type: 'image/jpeg', quality: jpegQuality } : { type: 'image/png' });
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'));
    reader.readAsDataURL(blob);
  });
}
