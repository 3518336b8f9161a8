/** The memory: what was said, what is known, what each night changed, and what is to be done with it. */
import { useEffect } from 'react';
import { Choice } from '../dialogs/choice.tsx';
import { Page } from '../frame/page.tsx';
import { Documents } from '../knowledge/documents.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { Facts } from './facts.tsx';
import { ForgetCard } from './forget-card.tsx';
import { Keeping } from './keeping.tsx';
import { MemorySearch } from './memory-search.tsx';
import { Nights } from './nights.tsx';
import { Why } from './why.tsx';

type Tab = 'search' | 'facts' | 'nights' | 'documents' | 'keeping';
const tabs: readonly Tab[] = ['search', 'facts', 'nights', 'documents', 'keeping'];
const views = { search: MemorySearch, facts: Facts, nights: Nights, documents: Documents, keeping: Keeping };
const tabOf = (part: string | undefined): Tab => tabs.find(one => one === part) ?? 'search';

export default function MemoryRoom() {
  const t = useWords();
  const { leaveMemory } = useActions();
  const error = useWindow(state => state.memory.error);
  const forgetting = useWindow(state => state.memory.forgetting);
  const why = useWindow(state => state.memory.why);
  const { goTo } = useActions();
  const tab = useWindow(state => tabOf(state.place.part));
  const Shown = views[tab];
  // What one looked into last time is not what one looks for now; an answer's "why" has just been asked for.
  useEffect(() => leaveMemory, [leaveMemory]);
  return (
    <Page title={t('memoryTitle')}>
      {error !== undefined && (
        <p className="remark-error" role="alert">
          {error.message} {error.hint}
        </p>
      )}
      {forgetting !== undefined ? (
        <ForgetCard forgetting={forgetting} />
      ) : why !== undefined ? (
        <Why why={why} />
      ) : (
        <>
          <div className="memory-tabs">
            <Choice
              label={t('memoryTabs')}
              value={tab}
              options={tabs.map(one => [one, t(`memoryTab.${one}`)] as const)}
              onChange={wanted => goTo('memory', wanted)}
            />
          </div>
          <Shown />
        </>
      )}
    </Page>
  );
}
