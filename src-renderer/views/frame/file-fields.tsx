/** The fields through which the browser lets a file be chosen, opened by commands from wherever they are called. */
import { useActions } from '../window-context.tsx';

export const fileFieldIds = { import: 'import-file', model: 'model-file' } as const;
export type FileField = keyof typeof fileFieldIds;

/** False when the browser would refuse: it demands the press of a key or a button a moment before. */
export function openFileField(field: FileField): boolean {
  if (!navigator.userActivation.isActive) return false;
  document.getElementById(fileFieldIds[field])?.click();
  return true;
}

export function FileFields() {
  const { importFile, uploadModel } = useActions();
  return (
    <>
      <FileInput
        field="import"
        accept=".json,.md,.markdown,application/json,text/markdown"
        onFile={file => void importFile(file)}
      />
      <FileInput field="model" accept=".gguf" onFile={file => void uploadModel(file)} />
    </>
  );
}

interface Props {
  readonly field: FileField;
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

const FileInput = ({ field, accept, onFile }: Props) => (
  <input
    id={fileFieldIds[field]}
    type="file"
    hidden
    accept={accept}
    data-testid={fileFieldIds[field]}
    onChange={event => {
      const chosen = event.target.files?.[0];
      event.target.value = '';
      if (chosen !== undefined) onFile(chosen);
    }}
  />
);
