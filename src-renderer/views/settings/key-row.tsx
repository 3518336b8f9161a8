/** The keys of one command, and recording others. */
import { useRef, useState } from 'react';
import type { Command } from '../../commands/command.ts';
import { commandOf, keysOf } from '../../commands/registry.ts';
import type { Preferences } from '../../store/contract-types.ts';
import { IconButton } from '../icon-button.tsx';
import { Chord } from '../keys/chord.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { type ChordCheck, checkChord, withChord, withoutChord } from './chord-check.ts';
import { ChordRecorder } from './chord-recorder.tsx';

type Heard = { readonly chord: string; readonly check: ChordCheck };

export function KeyRow({ command }: { command: Command }) {
  const t = useWords();
  const { changeSetting } = useActions();
  const recorded = useWindow(state => state.preferences.keys);
  const [isRecording, setRecording] = useState(false);
  const comesBack = useRef(false);
  const what = t(command.title);
  const end = (byKey: boolean): void => {
    comesBack.current = byKey;
    setRecording(false);
  };
  const keep = (keys: Preferences['keys']): void => {
    end(true);
    void changeSetting('keys', keys);
  };
  const isOwn = recorded[command.id] !== undefined;
  return (
    <li className="key-row" data-testid={`keys-${command.id}`}>
      <span className="grow">{what}</span>
      {isRecording ? (
        <Recorder command={command} onKeep={keep} onEnd={end} />
      ) : (
        <>
          <Chords chords={keysOf(command, recorded)} />
          <button
            ref={button => {
              if (comesBack.current) button?.focus();
              comesBack.current = false;
            }}
            type="button"
            className="link-button"
            aria-label={t('setting.recordOf', { what })}
            onClick={() => setRecording(true)}
          >
            {t('setting.record')}
          </button>
          {isOwn ? (
            <IconButton
              icon="again"
              label={t('setting.ownKeysOf', { what })}
              onClick={() => keep(withoutChord(recorded, command.id))}
            />
          ) : (
            <IconButton
              icon="close"
              label={t('setting.noKeysOf', { what })}
              disabled={keysOf(command, recorded).length === 0}
              onClick={() => keep(withChord(recorded, command.id, ''))}
            />
          )}
        </>
      )}
    </li>
  );
}

function Chords({ chords }: { chords: readonly string[] }) {
  const t = useWords();
  if (chords.length === 0) return <span className="faint">{t('setting.noKeys')}</span>;
  return chords.map(chord => <Chord chord={chord} key={chord} />);
}

interface RecorderProps {
  readonly command: Command;
  readonly onKeep: (keys: Preferences['keys']) => void;
  /** `byKey`: the focus stays with this row. */
  readonly onEnd: (byKey: boolean) => void;
}

function Recorder({ command, onKeep, onEnd }: RecorderProps) {
  const recorded = useWindow(state => state.preferences.keys);
  const [heard, setHeard] = useState<Heard>();
  const take = (chord: string): void => {
    const check = checkChord(chord, command.id, recorded);
    // Pressed once more, they are meant.
    const isMeant = check.kind === 'taken' && heard?.chord === chord;
    if (check.kind === 'free' || isMeant) onKeep(withChord(recorded, command.id, chord));
    else setHeard({ chord, check });
  };
  return (
    <ChordRecorder onChord={take} onEnd={onEnd}>
      {heard !== undefined && (
        <Verdict {...heard} onTake={() => onKeep(withChord(recorded, command.id, heard.chord))} />
      )}
    </ChordRecorder>
  );
}

function Verdict({ chord, check, onTake }: Heard & { readonly onTake: () => void }) {
  const t = useWords();
  const said = (): string => {
    if (check.kind === 'taken') {
      const other = commandOf(check.by);
      return t('setting.chordTaken', { chord, what: other === undefined ? check.by : t(other.title) });
    }
    if (check.kind === 'reserved') return t('setting.chordReserved', { chord });
    return check.kind === 'meta' ? t('setting.chordMeta', { chord }) : t('setting.chordNeeded', { chord });
  };
  return (
    <span className="verdict-line" role="alert">
      {said()}
      {check.kind === 'taken' && (
        <button type="button" className="button" onClick={onTake} data-testid="take-chord">
          {t('setting.takeChord')}
        </button>
      )}
    </span>
  );
}
