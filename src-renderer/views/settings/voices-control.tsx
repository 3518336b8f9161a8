/** The installed voices of each language: heard before they are chosen. */
import { useEffect, useId, useState } from 'react';
import type { Language } from '../../store/contract-types.ts';
import { wordsFor } from '../../words.ts';
import { useTalk } from '../dock/talk.ts';
import { IconButton } from '../icon-button.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

const languages: readonly Language[] = ['fr', 'en'];

export function VoicesControl() {
  const { loadCatalogue } = useActions();
  const spoken = useWindow(state => state.preferences.voice.languages);
  useEffect(() => void loadCatalogue(), [loadCatalogue]);
  return languages
    .filter(one => spoken.includes(one))
    .map(language => <VoicesOf key={language} language={language} />);
}

/** `id` absent: what speaks while no voice is installed. */
interface Voice {
  readonly id?: string;
  readonly name: string;
  readonly isInUse: boolean;
}

function useVoices(language: Language): readonly Voice[] {
  const engine = useWindow(state => state.speech.voices[language]);
  const models = useWindow(state => state.catalogue.picture?.models);
  const installed = (models ?? []).filter(
    ({ purpose, state, languages: spoken }) =>
      purpose === 'voice' && spoken.includes(language) && (state === 'installed' || state === 'built-in'),
  );
  return installed.length === 0 ? [{ name: engine, isInUse: true }] : installed;
}

export function VoicesOf({ language }: { language: Language }) {
  const t = useWords();
  const { changeVoice } = useActions();
  const [titleId, group] = [useId(), useId()];
  const voices = useVoices(language);
  const inUse = voices.find(({ isInUse }) => isInUse)?.id;
  return (
    <fieldset className="voices" aria-labelledby={titleId}>
      <p id={titleId} className="faint">
        {t(language === 'fr' ? 'french' : 'english')}
      </p>
      {voices.map(({ id, name }) => (
        <div className="voice-choice" key={name}>
          <Listen language={language} name={name} {...(id !== undefined && { voice: id })} />
          <label>
            <input
              type="radio"
              name={group}
              checked={id === inUse}
              onChange={() => {
                if (id !== undefined) void changeVoice(id, inUse);
              }}
            />
            <span>{name}</span>
          </label>
        </div>
      ))}
    </fieldset>
  );
}

interface ListenProps {
  readonly language: Language;
  readonly name: string;
  readonly voice?: string;
}

function Listen({ language, name, voice }: ListenProps) {
  const t = useWords();
  const talk = useTalk();
  const { hearVoice } = useActions();
  const speaking = useWindow(state => state.voice.speaking);
  const [isHeard, setHeard] = useState(false);
  const isPlaying = speaking && isHeard;
  // Another one was started, or this one is over.
  useEffect(() => {
    if (!speaking) setHeard(false);
  }, [speaking]);
  const listen = (): void => {
    setHeard(true);
    // Said in the language of the voice, whatever the window's is.
    const text = wordsFor(language)('setting.sample');
    void hearVoice({ language, text, ...(voice !== undefined && { voice }) });
  };
  return (
    <IconButton
      icon={isPlaying ? 'stop' : 'play'}
      label={isPlaying ? t('setting.stopVoice') : t('setting.listenTo', { name })}
      onClick={() => (isPlaying ? talk?.hush() : listen())}
      data-testid="listen-voice"
    />
  );
}
