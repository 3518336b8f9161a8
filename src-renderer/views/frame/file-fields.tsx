/** The fields through which the browser lets a file be chosen, opened by commands from wherever they are called. */
import { useActions } from '../window-context.tsx';

export const fileFieldIds = { import: 'import-file', model: 'model-file' } as const;
export type FileField = keyof typeof fileFieldIds;

/** Only inside the press of a key or a button: the browser demands that. */
export const openFileField = (field: FileField): void =>
  document.getElementById(fileFieldIds[field])?.click();

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
