/** The control of a setting that is a switch, a choice, a number, languages or a line of text. */
import { useState } from 'react';
import {
  readSetting,
  type Setting,
  type SettingName,
  settingNamed,
} from '../../../src-main/domain/setting-table.ts';
import type { Language } from '../../store/contract-types.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { Options } from './options.tsx';
import { rowLabels } from './setting-row.tsx';
import { numberText, optionText } from './setting-words.ts';

export interface ControlProps {
  readonly name: SettingName;
}

export function PlainControl({ name }: ControlProps) {
  const setting = settingNamed(name);
  switch (setting.kind.type) {
    case 'switch':
      return <Switch name={name} />;
    case 'choice':
      return <ChoiceControl name={name} options={setting.kind.options} />;
    case 'number':
      return setting.isOptional ? (
        <NumberField name={name} kind={setting.kind} />
      ) : (
        <Slider name={name} kind={setting.kind} />
      );
    case 'languages':
      return <Languages name={name} />;
    default:
      return <TextLine name={name} />;
  }
}

export const useSetting = (name: SettingName): unknown =>
  useWindow(state => readSetting(state.preferences, settingNamed(name)));

function Switch({ name }: ControlProps) {
  const t = useWords();
  const { changeSetting } = useActions();
  const isOn = useSetting(name) === true;
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        onChange={event => void changeSetting(name, event.target.checked)}
        {...rowLabels(name, t)}
      />
      <span>{t(isOn ? 'setting.yes' : 'setting.no')}</span>
    </label>
  );
}

function ChoiceControl({ name, options }: ControlProps & { readonly options: readonly string[] }) {
  const t = useWords();
  const { changeSetting } = useActions();
  return (
    <Options
      name={name}
      value={String(useSetting(name))}
      options={options.map(option => [option, optionText(name, option, t)] as const)}
      onChange={value => void changeSetting(name, value)}
    />
  );
}

interface NumberProps extends ControlProps {
  readonly kind: Extract<Setting['kind'], { type: 'number' }>;
}

function Slider({ name, kind: { min, max, step, unit } }: NumberProps) {
  const t = useWords();
  const language = useLanguage();
  const { changeSetting } = useActions();
  const value = Number(useSetting(name));
  const shown = numberText(unit, value, t, language);
  return (
    <div className="slider">
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={shown}
        onChange={event => void changeSetting(name, Number(event.target.value))}
        {...rowLabels(name, t)}
      />
      <output className="mono">{shown}</output>
    </div>
  );
}

/** Kept when the field is left or Enter is pressed; what cannot be is put back. */
function NumberField({ name, kind: { min, max } }: NumberProps) {
  const { changeSetting } = useActions();
  const value = useSetting(name) as number | undefined;
  return (
    <Field
      key={String(value)}
      name={name}
      value={value === undefined ? '' : String(value)}
      inputMode="numeric"
      isFine={text => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max}
      onChange={text => void changeSetting(name, text === '' ? undefined : Number(text))}
    />
  );
}

function TextLine({ name }: ControlProps) {
  const { changeSetting } = useActions();
  const value = useSetting(name);
  const text = typeof value === 'string' ? value : '';
  return (
    <Field
      key={text}
      name={name}
      value={text}
      isFine={zone => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC'}
      suggestions={Intl.supportedValuesOf('timeZone')}
      onChange={wanted => void changeSetting(name, wanted === '' ? undefined : wanted)}
    />
  );
}

interface FieldProps extends ControlProps {
  readonly value: string;
  readonly inputMode?: 'numeric';
  readonly suggestions?: readonly string[];
  /** Of what is not empty. */
  readonly isFine: (text: string) => boolean;
  readonly onChange: (text: string) => void;
}

function Field({ name, value, suggestions, isFine, onChange, ...rest }: FieldProps) {
  const t = useWords();
  const [text, setText] = useState(value);
  const wanted = text.trim();
  const isWrong = wanted !== '' && !isFine(wanted);
  const keep = (): void => {
    if (wanted !== value && !isWrong) onChange(wanted);
  };
  return (
    <form
      className="setting-field"
      onSubmit={event => {
        event.preventDefault();
        keep();
      }}
    >
      <input
        className="input"
        value={text}
        list={suggestions && `setting-${name}-list`}
        aria-invalid={isWrong}
        autoComplete="off"
        spellCheck={false}
        onChange={event => setText(event.target.value)}
        onBlur={keep}
        {...rest}
        {...rowLabels(name, t)}
      />
      {isWrong && (
        <p className="remark-error" role="alert">
          {t('setting.notThis', { value: wanted })}
        </p>
      )}
      {suggestions && (
        <datalist id={`setting-${name}-list`}>
          {suggestions.map(one => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </form>
  );
}

const both: readonly Language[] = ['fr', 'en'];

function Languages({ name }: ControlProps) {
  const t = useWords();
  const { changeSetting } = useActions();
  const chosen = useSetting(name) as readonly Language[];
  const names = { fr: t('french'), en: t('english') };
  const toggle = (language: Language): void =>
    void changeSetting(
      name,
      both.filter(one => (one === language) !== chosen.includes(one)),
    );
  return (
    <fieldset className="choice" {...rowLabels(name, t)}>
      {both.map(language => (
        <label key={language}>
          <input
            type="checkbox"
            checked={chosen.includes(language)}
            disabled={chosen.length === 1 && chosen.includes(language)}
            onChange={() => toggle(language)}
          />
          <span>{names[language]}</span>
        </label>
      ))}
    </fieldset>
  );
}
