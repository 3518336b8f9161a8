/** A diagnosis that is handed to a stranger says nothing of the person. */
import { expect, it } from 'vitest';
import { diagnosisText } from './diagnosis.ts';

it('holds states, codes and figures, and no name, folder, address or sentence', () => {
  const text = diagnosisText(
    {
      state: 'degraded',
      checks: [
        {
          ...{
            part: 'model:zoe-server',
            state: 'degraded',
            meaning: 'Le serveur de Zoé se tait.',
            durationMs: 3.4,
          },
          facts: { label: 'Serveur de Zoé', model: 'secret-model', code: 'model.unreachable', events: 2 },
        },
      ],
    },
    {
      ...{ version: '0.1.0', runtime: 'node 24', platform: 'linux x64', startedAtMs: 0, cores: 2 },
      ...{
        memoryBytes: 16e9,
        freeMemoryBytes: 4e9,
        dataFolder: '/home/zoe/jarvis',
        logFolder: '/home/zoe/l',
      },
      processes: [{ part: 'core', pid: 7, memoryBytes: 99e6 }],
      models: [{ use: 'language', name: 'secret-model' }],
    },
  );
  expect(text).toBe(
    [
      'jarvis 0.1.0, node 24, linux x64',
      'memory 4000 MB free of 16000 MB, 2 cores',
      'process core: 99 MB',
      'health: degraded',
      'model: degraded, 3 ms code=model.unreachable events=2',
    ].join('\n'),
  );
  expect(text).not.toMatch(/zo[eé]|secret|home/i);
});
