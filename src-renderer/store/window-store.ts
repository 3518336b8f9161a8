/** The window's state and everything that changes it; knows neither React nor the wire. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { audioActions } from './audio-actions.ts';
import { bindCatalogueEvents, catalogueActions } from './catalogue-actions.ts';
import type { Context } from './context.ts';
import { conversationActions } from './conversation-actions.ts';
import type { CoreClient } from './core-client.ts';
import { bindCoreEvents } from './core-events.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { followActions } from './follow-capture.ts';
import { imageActions } from './image-actions.ts';
import { knowledgeActions } from './knowledge-actions.ts';
import { bindMemoryEvents, memoryActions } from './memory-actions.ts';
import { modelActions } from './model-actions.ts';
import { nowActions, watchWorks } from './now-actions.ts';
import { createOpening, type Opening } from './opening.ts';
import { paletteActions } from './palette-actions.ts';
import { placeActions } from './place-actions.ts';
import { profileActions } from './profile-actions.ts';
import { searchActions } from './search-actions.ts';
import { sentTodayActions } from './sent-today-actions.ts';
import { settingActions } from './setting-actions.ts';
import { bindShellOrders, shellActions } from './shell-actions.ts';
import { rememberOpen, takeSnapshot } from './snapshot.ts';
import { initialState, type WindowState } from './state.ts';
import type { Surroundings } from './surroundings.ts';
import { systemActions } from './system-actions.ts';
import { turnActions } from './turn-actions.ts';
import { bindTurnEvents } from './turn-events.ts';
import { updateActions } from './update-actions.ts';
import { bindReading, turnFocusActions } from './walk-turns.ts';
import { welcomeActions } from './welcome-actions.ts';
import { bindWindowOrders } from './window-orders.ts';

function collectActions(context: Context, opening: Opening, drafts: Drafts) {
  const conversation = conversationActions(context, opening, drafts);
  const profile = profileActions(context);
  const catalogue = catalogueActions(context);
  return {
    start: () => takeSnapshot(context, opening),
    ...shellActions(context),
    ...followActions(context, opening),
    ...conversation,
    ...searchActions(context),
    ...turnActions(context, drafts),
    ...modelActions(context),
    ...catalogue,
    ...memoryActions(context),
    ...knowledgeActions(context),
    ...nowActions(context),
    ...systemActions(context),
    ...updateActions(context),
    ...audioActions(context, drafts),
    ...imageActions(context),
    ...profile,
    ...settingActions(context, { ...profile, chooseModel: catalogue.useModel }),
    ...welcomeActions(context, { ...profile, ...conversation }),
    ...placeActions(context),
    ...turnFocusActions(context),
    ...paletteActions(context),
    ...sentTodayActions(context),
  };
}

export type WindowActions = ReturnType<typeof collectActions>;

export interface WindowStore {
  readonly store: StoreApi<WindowState>;
  readonly actions: WindowActions;
}

/** The store of one window; `actions.start` brings the first picture. */
export function createWindowStore(client: CoreClient, around: Surroundings): WindowStore {
  const store = createStore<WindowState>()(() => initialState(around.newId(), around.browserLanguage()));
  const context: Context = { client, around, store };
  const opening = createOpening(context);
  const drafts = createDrafts(context);
  const actions = collectActions(context, opening, drafts);
  drafts.recall();
  rememberOpen(context);
  bindTurnEvents(context, opening);
  bindWindowOrders(context);
  bindShellOrders(context);
  bindReading(context);
  bindCatalogueEvents(context);
  watchWorks(context);
  bindMemoryEvents(context, actions.refreshMemory);
  bindCoreEvents(context, opening, { takeSnapshot: actions.start, recallDrafts: drafts.recall });
  return { store, actions };
}
