/** How the program is: its parts and models, what it measured, what left this computer, and its log. */
import type { ComponentType } from 'react';
import { Choice } from '../dialogs/choice.tsx';
import { Page } from '../frame/page.tsx';
import { ModelsPart } from '../models/models.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { Charts } from './charts.tsx';
import { Health } from './health.tsx';
import { LedgerPart } from './ledger.tsx';
import { Logs } from './logs.tsx';
import { UpdatesPart } from './updates.tsx';

const parts = ['health', 'models', 'measures', 'ledger', 'logs', 'updates'] as const;
type Part = (typeof parts)[number];
const views: Readonly<Record<Part, ComponentType>> = {
  health: Health,
  models: ModelsPart,
  measures: Charts,
  ledger: LedgerPart,
  logs: Logs,
  updates: UpdatesPart,
};
const partOf = (part: string | undefined): Part => parts.find(one => one === part) ?? 'health';

export default function SystemRoom() {
  const t = useWords();
  const { goTo } = useActions();
  const part = useWindow(state => partOf(state.place.part));
  const error = useWindow(state => state.system.error);
  const Shown = views[part];
  return (
    <Page title={t('frame.room.system')}>
      <div className="system-parts">
        <Choice
          label={t('system.parts')}
          value={part}
          options={parts.map(one => [one, t(`system.part.${one}`)] as const)}
          onChange={wanted => goTo('system', wanted)}
        />
      </div>
      {error !== undefined && (
        <p className="remark-error" role="alert">
          {error.message} {error.hint}
        </p>
      )}
      <Shown />
    </Page>
  );
}
