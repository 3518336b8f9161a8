/** A key that is heard in every program: which, what it can do on this machine, and recording another. */
import { useRef, useState } from 'react';
import {
  defaultGlobalKeys,
  type GlobalKey,
  type GlobalKeyName,
  globalKeyNames,
  type KeysStatus,
  keyFault,
  noKey,
} from '../../../src-main/domain/global-key.ts';
import { onMac } from '../../commands/chords.ts';
import { commandOfChord } from '../../commands/registry.ts';
import type { Preferences } from '../../store/contract-types.ts';
import type { Words } from '../../words.ts';
import { IconButton } from '../icon-button.tsx';
import { Chord } from '../keys/chord.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { ChordRecorder } from './chord-recorder.tsx';

interface Props {
  readonly name: GlobalKeyName;
}

const keyOf = ({ desktop }: Preferences, name: GlobalKeyName): GlobalKey =>
  name === 'talk' ? desktop.talkKey : desktop.quickKey;

export function GlobalKeyControl({ name }: Props) {
  const t = useWords();
  const { changeGlobalKey } = useActions();
  const key = useWindow(state => keyOf(state.preferences, name));
  const [isRecording, setRecording] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const comesBack = useRef(false);
  const what = t(name === 'talk' ? 'set.talkKey.title' : 'set.quickKey.title');
  const end = (byKey: boolean): void => {
    comesBack.current = byKey;
    setRecording(false);
  };
  const keep = async (wanted: GlobalKey): Promise<void> => {
    end(true);
    const error = await changeGlobalKey(name, wanted);
    setRefusal(error && `${error.message} ${error.hint}`);
  };
  const isDefault = key.chord === defaultGlobalKeys[name].chord;
  return (
    <div className="global-key">
      <div className="key-row">
        {isRecording ? (
          <Recorder name={name} onKeep={keep} onEnd={end} />
        ) : (
          <>
            {key.chord === '' ? (
              <span className="faint">{t('setting.noKeys')}</span>
            ) : (
              <Chord chord={key.chord} />
            )}
            <button
              ref={button => {
                if (comesBack.current) button?.focus();
                comesBack.current = false;
              }}
              type="button"
              className="link-button"
              aria-label={t('setting.recordOf', { what })}
              onClick={() => {
                setRefusal(undefined);
                setRecording(true);
              }}
            >
              {t('setting.record')}
            </button>
            {isDefault ? (
              <IconButton
                icon="close"
                label={t('setting.noKeysOf', { what })}
                onClick={() => void keep(noKey)}
              />
            ) : (
              <IconButton
                icon="again"
                label={t('setting.ownKeysOf', { what })}
                onClick={() => void keep(defaultGlobalKeys[name])}
              />
            )}
          </>
        )}
      </div>
      {refusal !== undefined && (
        <p className="remark-error" role="alert">
          {refusal}
        </p>
      )}
      <Reach name={name} chord={key.chord} />
    </div>
  );
}

/** What the key can do here; and where it can do nothing, what the person can. */
function Reach({ name, chord }: Props & { readonly chord: string }) {
  const t = useWords();
  const keys = useWindow(state => state.shell?.keys);
  if (keys === undefined) return null;
  if (keys.source === 'command')
    return (
      <p className="faint" data-testid={`key-reach-${name}`}>
        {t('globalKeys.command')} <code>{keys.commands[name]}</code>
      </p>
    );
  const isTaken = chord !== '' && keys.taken.includes(name);
  return (
    <>
      {isTaken && (
        <p className="remark-error" role="alert">
          {t('globalKeys.taken', { chord })}
        </p>
      )}
      {name === 'talk' && (
        <p className="faint" data-testid="key-reach-talk">
          {reachText(keys, t)}
        </p>
      )}
    </>
  );
}

const reachText = ({ canHold, why }: KeysStatus, t: Words): string =>
  canHold || why === undefined
    ? t('globalKeys.hold')
    : t('globalKeys.noHold', { why: t(`globalKeys.why.${why}`) });

interface RecorderProps extends Props {
  readonly onKeep: (key: GlobalKey) => Promise<void>;
  /** `byKey`: the focus stays with this row. */
  readonly onEnd: (byKey: boolean) => void;
}

function Recorder({ name, onKeep, onEnd }: RecorderProps) {
  const t = useWords();
  const preferences = useWindow(state => state.preferences);
  const [fault, setFault] = useState<string>();
  const take = (chord: string, code: string): void => {
    const key = { chord, code };
    const found = faultText(key, name, preferences, t);
    if (found === undefined) void onKeep(key);
    else setFault(found);
  };
  return (
    <ChordRecorder onChord={take} onEnd={onEnd}>
      {fault !== undefined && (
        <span className="verdict-line" role="alert">
          {fault}
        </span>
      )}
    </ChordRecorder>
  );
}

/** Why it will not do, in one sentence. What other programs have is known only once it is asked for. */
function faultText(
  key: GlobalKey,
  name: GlobalKeyName,
  preferences: Preferences,
  t: Words,
): string | undefined {
  const { chord } = key;
  const platform = window.jarvisShell?.platform ?? (onMac() ? 'darwin' : 'linux');
  const others = globalKeyNames.filter(one => one !== name).map(one => keyOf(preferences, one).chord);
  const fault = keyFault(key, platform, others);
  if (fault === 'other') {
    const what = t(name === 'talk' ? 'set.quickKey.title' : 'set.talkKey.title');
    return t('globalKeys.unfit.other', { chord, what });
  }
  if (fault !== undefined) return t(`globalKeys.unfit.${fault}`, { chord });
  const command = commandOfChord(chord, preferences.keys);
  return command && t('globalKeys.unfit.other', { chord, what: t(command.title) });
}
