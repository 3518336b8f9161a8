/** The keys of every command, by group. */
import { fold } from '../../../src-main/domain/fold.ts';
import type { Command } from '../../commands/command.ts';
import { commands } from '../../commands/registry.ts';
import type { Words } from '../../words.ts';
import { useWords } from '../window-context.tsx';
import { KeyRow } from './key-row.tsx';

/** The commands that a search means; all where the whole section is meant. */
export function findCommands(query: string, isWhole: boolean, t: Words): readonly Command[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  if (isWhole) return commands;
  return commands.filter(({ title, also }) => {
    const words = `${fold(t(title))} ${also === undefined ? '' : fold(t(also))}`;
    return wanted.every(word => words.includes(word));
  });
}

export function KeysSection({ found }: { found: readonly Command[] }) {
  const t = useWords();
  const groups = Map.groupBy(found, ({ group }) => group);
  return [...groups].map(([group, ofGroup]) => (
    <div className="key-group" key={group}>
      <h3>{t(`commandGroups.${group}`)}</h3>
      <ul>
        {ofGroup.map(command => (
          <KeyRow key={command.id} command={command} />
        ))}
      </ul>
    </div>
  ));
}
