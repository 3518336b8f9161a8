/** The two fields of the profile itself: what it is called, and its language. */
import { useState } from 'react';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { Options } from './options.tsx';
import { rowLabels } from './setting-row.tsx';

export function LanguageControl() {
  const t = useWords();
  const { changeLanguage } = useActions();
  const language = useWindow(state => state.profile?.language ?? state.language);
  return (
    <Options
      name="language"
      value={language}
      options={[
        ['fr', t('french')],
        ['en', t('english')],
      ]}
      onChange={wanted => void changeLanguage(wanted)}
    />
  );
}

export function NameControl() {
  const name = useWindow(state => state.profile?.name ?? '');
  return <NameField key={name} name={name} />;
}

function NameField({ name }: { name: string }) {
  const t = useWords();
  const { renameProfile } = useActions();
  const [text, setText] = useState(name);
  const keep = (): void => {
    const wanted = text.trim();
    if (wanted === '') setText(name);
    else void renameProfile(wanted);
  };
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        keep();
      }}
    >
      <input
        className="input"
        value={text}
        maxLength={60}
        autoComplete="given-name"
        onChange={event => setText(event.target.value)}
        onBlur={keep}
        {...rowLabels('name', t)}
      />
    </form>
  );
}
