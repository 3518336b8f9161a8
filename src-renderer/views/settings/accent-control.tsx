/** The two colours of the voices, shown as they would be beside each name. */
import type { Preferences } from '../../store/contract-types.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { Options } from './options.tsx';
import { optionText } from './setting-words.ts';

const accents: readonly Preferences['accent'][] = ['signal', 'lagune', 'givre'];

export function AccentControl() {
  const t = useWords();
  const { changeSetting } = useActions();
  const accent = useWindow(state => state.preferences.accent);
  return (
    <Options
      name="accent"
      value={accent}
      options={accents.map(
        one => [one, <Preview key={one} accent={one} name={optionText('accent', one, t)} />] as const,
      )}
      onChange={wanted => void changeSetting('accent', wanted)}
    />
  );
}

function Preview({ accent, name }: { accent: string; name: string }) {
  const chosen = useWindow(state => state.preferences.theme);
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return (
    <span className="accent">
      <span
        className="accent-voices"
        aria-hidden="true"
        data-accent={accent}
        data-theme={chosen === 'system' ? system : chosen}
      >
        <span className="accent-in" />
        <span className="accent-out" />
      </span>
      {name}
    </span>
  );
}
