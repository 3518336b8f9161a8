/** Actions that there are only because of what is there: a model, a conversation, a person, a timer, a setting. */
import { settingTable } from '../../src-main/domain/setting-table.ts';
import type { WindowState } from '../store/state.ts';
import type { WordKey } from '../words.ts';
import type { CommandAround, CommandGroup } from './command.ts';

export interface Choice {
  readonly id: string;
  readonly group: CommandGroup;
  readonly title: WordKey;
  /** What stands in the places of the title. */
  readonly values?: Readonly<Record<string, string>>;
  readonly also?: WordKey;
  readonly isOn?: boolean;
  readonly run: (around: CommandAround) => unknown;
}

/** Beyond these the search of the core finds them. */
const mostConversations = 200;

const conversations = (state: WindowState): readonly Choice[] =>
  state.conversations.slice(0, mostConversations).map(({ id, title }) => ({
    id: `open ${id}`,
    group: 'conversation',
    title: title === '' ? 'choices.openUntitled' : 'choices.open',
    values: { title },
    isOn: state.open.id === id,
    run: ({ actions }) => {
      actions.goTo('conversation');
      return actions.openConversation(id);
    },
  }));

const models = ({ models: { backends, active } }: WindowState): readonly Choice[] =>
  backends.flatMap(backend =>
    backend.models.map(
      ({ name }): Choice => ({
        id: `model ${backend.id} ${name}`,
        group: 'system',
        title: 'choices.model',
        values: { name, backend: backend.label },
        isOn: active?.backendId === backend.id && active.model === name,
        run: ({ actions }) => actions.chooseModel({ backendId: backend.id, model: name }),
      }),
    ),
  );

const servers = ({ models: { backends } }: WindowState): readonly Choice[] =>
  backends.flatMap((backend, place): readonly Choice[] => [
    ...(place === 0
      ? []
      : [
          {
            id: `prefer ${backend.id}`,
            group: 'system' as const,
            title: 'preferBackend' as const,
            values: { name: backend.label },
            run: ({ actions }: CommandAround) =>
              actions.orderBackends([
                backend.id,
                ...backends.map(one => one.id).filter(id => id !== backend.id),
              ]),
          },
        ]),
    ...(backend.kind === 'openai-compatible'
      ? [
          {
            id: `remove ${backend.id}`,
            group: 'system' as const,
            title: 'removeServerNamed' as const,
            values: { name: backend.label },
            run: ({ actions }: CommandAround) => actions.removeModel(backend.id),
          },
        ]
      : []),
  ]);

const profiles = ({ profiles: all, profile }: WindowState): readonly Choice[] =>
  all
    .filter(one => one.id !== profile?.id)
    .map(({ id, name }) => ({
      id: `profile ${id}`,
      group: 'settings',
      title: 'choices.profile',
      values: { name },
      run: ({ actions }) => actions.switchProfile(id),
    }));

const kept = ({ organizer: { timers, notes, lists } }: WindowState): readonly Choice[] => [
  ...timers
    .filter(one => one.rangAtMs === undefined)
    .map(
      ({ id, label, kind }): Choice => ({
        id: `timer ${id}`,
        group: 'now',
        title:
          label !== '' ? 'cancelTimer' : kind === 'timer' ? 'choices.cancelTimer' : 'choices.cancelReminder',
        values: { label },
        run: ({ actions }) => actions.cancelTimer(id),
      }),
    ),
  ...[...lists.flatMap(list => list.items)].map(
    ({ id, text }): Choice => ({
      id: `item ${id}`,
      group: 'now',
      title: 'remove',
      values: { text },
      run: ({ actions }) => actions.deleteListItem(id),
    }),
  ),
  ...notes.map(
    ({ id, text }): Choice => ({
      id: `note ${id}`,
      group: 'now',
      title: 'remove',
      values: { text },
      run: ({ actions }) => actions.deleteNote(id),
    }),
  ),
];

const downloads = ({ catalogue: { picture } }: WindowState): readonly Choice[] =>
  (picture?.models ?? []).flatMap(({ id, name, state }): readonly Choice[] => {
    const choice = (title: WordKey, run: Choice['run']): Choice => ({
      id: `${title} ${id}`,
      group: 'system',
      title,
      values: { name },
      run,
    });
    if (state === 'downloading')
      return [
        choice('choices.pauseDownload', ({ actions }) => actions.pauseDownload(id)),
        choice('choices.cancelDownload', ({ actions }) => actions.cancelDownload(id)),
      ];
    if (state === 'paused')
      return [choice('choices.resumeDownload', ({ actions }) => actions.resumeDownload(id))];
    return [];
  });

const everySetting = settingTable.map(({ name, section }) => ({
  section,
  choice: {
    id: `setting ${name}`,
    group: 'settings',
    title: `set.${name}.title`,
    also: `set.${name}.also`,
    run: ({ actions }) => actions.goTo('settings', name),
  } satisfies Choice,
}));

/** What the desktop program alone does is set nowhere else. */
const settings = ({ shell }: WindowState): readonly Choice[] =>
  everySetting.filter(({ section }) => section !== 'desktop' || shell !== undefined).map(one => one.choice);

export const choicesOf = (state: WindowState): readonly Choice[] => [
  ...conversations(state),
  ...models(state),
  ...servers(state),
  ...profiles(state),
  ...kept(state),
  ...downloads(state),
  ...settings(state),
];
