/** A document, a model file or an audio file may be dropped anywhere on the window. */
import { useEffect, useState } from 'react';
import { isImageFile } from '../../store/attachment.ts';
import { isAudioFile } from '../../store/audio-actions.ts';
import { isDocumentFile } from '../../store/knowledge-actions.ts';
import { useActions, useWords } from '../window-context.tsx';

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export function DropZone() {
  const t = useWords();
  const { addImages, transcribeFile, uploadDocument, uploadModel } = useActions();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const over = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      // Without this the browser would leave the window and show the file.
      event.preventDefault();
      setOver(false);
      for (const file of event.dataTransfer?.files ?? []) {
        if (isImageFile(file)) void addImages([file]);
        else if (isAudioFile(file)) void transcribeFile(file);
        else if (isDocumentFile(file)) void uploadDocument(file);
        else void uploadModel(file);
      }
    };
    addEventListener('dragover', over, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [addImages, transcribeFile, uploadDocument, uploadModel]);
  if (!isOver) return null;
  return (
    <div className="drop-zone" data-testid="drop-zone">
      <p>{t('dropHere')}</p>
      <p className="faint">{t('dropText')}</p>
    </div>
  );
}
