/** Everything that runs in the background, however it is told of, as one list. */
import type { CatalogueModel } from './contract-types.ts';
import type { RunningWork, WorkOrder } from './running-work.ts';
import type { WindowState } from './state.ts';

type Told = Pick<WindowState, 'catalogue' | 'uploads' | 'imports' | 'transcriptions' | 'knowledge' | 'now'>;

export const runningWorks = (state: Told): readonly RunningWork[] => [
  ...downloads(state),
  ...state.uploads.map(
    ({ id, name, doneBytes, totalBytes }): RunningWork => ({
      ...{ id: `upload ${id}`, kind: 'upload', name, state: 'running', orders: ['cancel'] },
      progress: { done: doneBytes, total: totalBytes, unit: 'bytes' },
    }),
  ),
  ...state.imports.map(
    ({ id, name, messages, totalMessages }): RunningWork => ({
      ...{ id: `import ${id}`, kind: 'import', name, state: 'running', orders: ['cancel'] },
      ...(totalMessages > 0 && { progress: { done: messages, total: totalMessages, unit: 'pieces' } }),
    }),
  ),
  ...state.transcriptions.map(
    ({ id, name, share }): RunningWork => ({
      ...{ id: `transcription ${id}`, kind: 'transcription', name, state: 'running', orders: ['cancel'] },
      progress: { done: share, total: 1, unit: 'share' },
    }),
  ),
  ...documents(state),
  ...background(state),
];

const modelStates: Readonly<Partial<Record<CatalogueModel['state'], RunningWork['state']>>> = {
  downloading: 'running',
  checking: 'running',
  waiting: 'waiting',
  paused: 'paused',
  failed: 'failed',
};

function downloads({ catalogue: { picture, progress } }: Told): readonly RunningWork[] {
  return (picture?.models ?? []).flatMap(model => {
    const state = modelStates[model.state];
    if (state === undefined) return [];
    const { doneBytes: done, totalBytes: total, secondsLeft } = { ...model, ...progress.get(model.id) };
    const orders: readonly WorkOrder[] =
      state === 'running' || state === 'waiting' ? ['pause', 'cancel'] : ['resume', 'cancel'];
    return [
      {
        ...{ id: `download ${model.id}`, kind: 'download' as const, name: model.name, state },
        orders: model.state === 'checking' ? ['cancel' as const] : orders,
        progress: { done, total, unit: 'bytes' as const },
        ...(state === 'running' && secondsLeft !== undefined && { secondsLeft }),
      },
    ];
  });
}

function documents({ knowledge }: Told): readonly RunningWork[] {
  const status = knowledge.status ?? knowledge.list?.status;
  if (status === undefined || (status.waiting === 0 && status.reading === undefined)) return [];
  const done = status.indexed + status.failed;
  return [
    {
      ...{ id: 'documents', kind: 'documents', state: status.isPaused ? 'paused' : 'running' },
      ...(status.reading !== undefined && { name: status.reading }),
      orders: [status.isPaused ? 'resume' : 'pause'],
      progress: { done, total: done + status.waiting, unit: 'pieces' },
    },
  ];
}

function background({ now: { works } }: Told): readonly RunningWork[] {
  const { embedding, isConsolidating = false } = works ?? {};
  const shared = { state: 'running' } as const;
  return [
    ...(embedding === undefined
      ? []
      : [
          {
            ...{ ...shared, id: 'embedding', kind: 'embedding' as const, name: embedding.model, orders: [] },
            progress: { done: embedding.done, total: embedding.total, unit: 'pieces' as const },
          },
        ]),
    ...(isConsolidating
      ? [{ ...shared, id: 'consolidation', kind: 'consolidation' as const, orders: ['cancel' as const] }]
      : []),
  ];
}

/** What ended well between two states; what a person gave up did not. */
export function finishedBetween(before: Told, after: Told): readonly RunningWork[] {
  const still = new Set(runningWorks(after).map(({ id }) => id));
  return runningWorks(before).filter(work => !still.has(work.id) && endedWell(work, after));
}

function endedWell({ id, kind }: RunningWork, { catalogue }: Told): boolean {
  if (kind === 'download')
    return (
      catalogue.picture?.models.some(one => `download ${one.id}` === id && one.state === 'installed') === true
    );
  return kind === 'documents' || kind === 'embedding' || kind === 'consolidation';
}
