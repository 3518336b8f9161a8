/** Everything that can be done, found by a few letters: actions, rooms, conversations, models, settings, memories. */
import { Command } from 'cmdk';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { actionsOf, type Entry, findEntries, thingsOf } from '../../commands/entries.ts';
import { useCommandAround } from '../frame/use-command-around.ts';
import { Icon } from '../icons.tsx';
import { Chord } from '../keys/chord.tsx';
import { useActions, useWindowStore, useWords } from '../window-context.tsx';
import { FoundThings } from './found-things.tsx';
import type { Pick } from './pick.ts';
import { useLookUp } from './use-look-up.ts';

const mostShown = 60;
/** More than the list has room for: it stands at once, and the rest comes a moment later. */
const firstShown = 16;

export default function Palette() {
  const t = useWords();
  const { store } = useWindowStore();
  const { closeDialog } = useActions();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const { entries, isMore, answerIfBehind } = useFound(query);
  const found = useLookUp(query);
  const [selected, setSelected] = useFirst(entries);
  const pick = usePick(dialog);
  /** Who types fast means what was typed, not what the list still shows. */
  const takeTyped = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const answer = answerIfBehind();
    if (answer === undefined) return;
    event.preventDefault();
    const best = answer.find(canBeDone);
    if (best !== undefined) pick(best.run, best.isCommand ? best.id : undefined);
  };
  useEffect(() => {
    // React does not know this attribute yet.
    dialog.current?.setAttribute('closedby', 'any');
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('frame.allActions')}
      // What was chosen may have opened another dialog since.
      onClose={() => store.getState().dialog === 'palette' && closeDialog()}
      data-testid="palette"
    >
      <Command
        label={t('frame.allActions')}
        value={selected}
        onValueChange={setSelected}
        shouldFilter={false}
        onKeyDown={takeTyped}
        loop
      >
        <div className="palette-field">
          <Icon name="search" />
          <Command.Input
            value={query}
            onValueChange={setQuery}
            placeholder={t('palette.placeholder')}
            maxLength={500}
            autoFocus
            data-testid="palette-input"
          />
        </div>
        <Command.List className="palette-list" label={t('frame.allActions')}>
          <Command.Empty className="palette-note">{t('palette.nothing')}</Command.Empty>
          <Lines entries={entries} isSearching={query.trim() !== ''} pick={pick} />
          <FoundThings found={found} pick={pick} />
        </Command.List>
        {isMore && <p className="palette-note">{t('palette.more')}</p>}
      </Command>
    </dialog>
  );
}

/** Closing first gives the focus back to where it was; then the action may take it elsewhere. */
function usePick(dialog: RefObject<HTMLDialogElement | null>): Pick {
  const around = useCommandAround();
  const { closeDialog, noteAction } = useActions();
  return (run, id) => {
    dialog.current?.close();
    closeDialog();
    if (id !== undefined) noteAction(id);
    run(around);
  };
}

const canBeDone = ({ whyNot }: Entry): boolean => whyNot === undefined;

interface FoundEntries {
  readonly entries: readonly Entry[];
  readonly isMore: boolean;
  /** What answers the words of now, best first, while `entries` still answer those before; else undefined. */
  readonly answerIfBehind: () => readonly Entry[] | undefined;
}

function useFound(query: string): FoundEntries {
  const { recentActions } = useActions();
  const asked = useDeferredValue(query);
  // As it was when the palette was opened: what streams meanwhile would move the lines under the hand.
  const { store } = useWindowStore();
  const [state] = useState(() => store.getState());
  const [recent] = useState(recentActions);
  const isSearching = asked.trim() !== '';
  const actions = useMemo(() => actionsOf(state), [state]);
  // Without words nothing but actions is shown.
  const things = useMemo(() => (isSearching ? thingsOf(state) : []), [state, isSearching]);
  const entries = useMemo(
    () => findEntries([...actions, ...things], asked, recent),
    [actions, things, asked, recent],
  );
  const most = useDeferredValue(isSearching ? mostShown : entries.length, firstShown);
  const shown = useMemo(() => entries.slice(0, most), [entries, most]);
  return {
    entries: shown,
    isMore: isSearching && entries.length > mostShown,
    answerIfBehind: () =>
      asked === query ? undefined : findEntries([...actions, ...thingsOf(state)], query, recent),
  };
}

/** The best answer is the one that Enter takes, until another is walked to. */
function useFirst(entries: readonly Entry[]): readonly [string, (id: string) => void] {
  const first = entries.find(canBeDone)?.id ?? '';
  const [chosen, choose] = useState({ among: entries, id: first });
  return [chosen.among === entries ? chosen.id : first, id => choose({ among: entries, id })];
}

interface LinesProps {
  readonly entries: readonly Entry[];
  readonly isSearching: boolean;
  readonly pick: Pick;
}

function Lines({ entries, isSearching, pick }: LinesProps) {
  const t = useWords();
  const { recentActions } = useActions();
  const [recent] = useState(recentActions);
  const line = (entry: Entry): ReactNode => (
    <Line key={entry.id} entry={entry} showsGroup={isSearching} pick={pick} />
  );
  if (isSearching) return entries.map(line);
  const isRecent = ({ id }: Entry): boolean => recent.includes(id);
  const groups = Map.groupBy(
    entries.filter(one => !isRecent(one)),
    one => one.group,
  );
  return (
    <>
      {entries.some(isRecent) && (
        <Command.Group className="palette-group" heading={t('palette.recent')}>
          {entries.filter(isRecent).map(line)}
        </Command.Group>
      )}
      {[...groups].map(([group, lines]) => (
        <Command.Group key={group} className="palette-group" heading={t(`commandGroups.${group}`)}>
          {lines.map(line)}
        </Command.Group>
      ))}
    </>
  );
}

function Line({ entry, showsGroup, pick }: { entry: Entry; showsGroup: boolean; pick: Pick }) {
  const t = useWords();
  const { id, group, title, chord, whyNot, isOn, isCommand, run } = entry;
  return (
    <Command.Item
      className="palette-line"
      value={id}
      disabled={whyNot !== undefined}
      onSelect={() => pick(run, isCommand ? id : undefined)}
      data-testid="palette-line"
      data-command={isCommand ? id : undefined}
    >
      <span className="palette-mark">{isOn && <Icon name="check" />}</span>
      <span className="grow palette-title">
        {title}
        {isOn && <span className="unseen"> {t('palette.on')}</span>}
      </span>
      {whyNot !== undefined && <span className="faint">{whyNot}</span>}
      {showsGroup && whyNot === undefined && <span className="faint">{t(`commandGroups.${group}`)}</span>}
      {chord !== undefined && <Chord chord={chord} />}
    </Command.Item>
  );
}
