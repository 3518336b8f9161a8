/** Settings to a file and from one, and all of them as in the beginning. Nothing changes before it was shown. */
import { useRef, useState } from 'react';
import { withDefaults } from '../../../src-main/domain/setting-table.ts';
import type { ErrorReport, Preferences } from '../../store/contract-types.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { ChangesPreview } from './changes-preview.tsx';

type Shown =
  | { readonly kind: 'file'; readonly wanted: Preferences }
  | { readonly kind: 'refused'; readonly error: ErrorReport }
  | { readonly kind: 'reset' };

export function FileSection() {
  const t = useWords();
  const { exportSettings, readSettings, takeSettings, resetSettings } = useActions();
  const preferences = useWindow(state => state.preferences);
  const field = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState<Shown>();
  const close = (): void => setShown(undefined);
  const read = async (file: File): Promise<void> => {
    const found = readSettings(await file.text());
    setShown('error' in found ? { kind: 'refused', ...found } : { kind: 'file', ...found });
  };
  return (
    <>
      <p>{t('setting.fileText')}</p>
      <div className="choice">
        <button type="button" className="button" onClick={exportSettings}>
          {t('setting.export')}
        </button>
        <button type="button" className="button" onClick={() => field.current?.click()}>
          {t('setting.import')}
        </button>
        <input
          ref={field}
          type="file"
          hidden
          accept=".json,application/json"
          data-testid="settings-file"
          onChange={({ target }) => {
            const chosen = target.files?.[0];
            target.value = '';
            if (chosen !== undefined) void read(chosen);
          }}
        />
      </div>
      {shown?.kind === 'refused' && (
        <p className="remark-error" role="alert">
          {shown.error.message} {shown.error.hint}
        </p>
      )}
      {shown?.kind === 'file' && (
        <ChangesPreview
          wanted={shown.wanted}
          onCancel={close}
          onApply={() => {
            close();
            void takeSettings(shown.wanted);
          }}
        />
      )}
      <p className="setting-gap">{t('setting.resetText')}</p>
      <div className="choice">
        <button type="button" className="button" onClick={() => setShown({ kind: 'reset' })}>
          {t('setting.resetAll')}
        </button>
      </div>
      {shown?.kind === 'reset' && (
        <ChangesPreview
          wanted={withDefaults(preferences)}
          onCancel={close}
          onApply={() => {
            close();
            void resetSettings();
          }}
        />
      )}
    </>
  );
}
