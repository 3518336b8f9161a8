/** What `jarvis inspect ending` and `inspect speakable` print; `inspect intent` is tested with the other commands on data. */
import { expect, test } from 'vitest';
import { runCli } from './cli-fixture.ts';

test('each line is answered in its own language, in order', async () => {
  const lines = [
    '{"id": 1, "text": "Rappelle-moi de", "lang": "fr"}',
    '{"id": 2, "text": "what time is it", "lang": "en"}',
    'je voudrais que',
    'Quelle heure est-il ?',
  ];
  const { status, stdout, stderr } = await runCli(['inspect', 'ending'], {
    dataDir: '/nowhere',
    input: lines.join('\n'),
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const answers = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(answers.map(({ complete }) => complete)).toEqual([false, true, false, true]);
  expect(answers.map(({ id }) => id)).toEqual([1, 2, undefined, undefined]);
  for (const { confidence } of answers) expect(confidence >= 0.5 && confidence <= 1).toBe(true);
});

test('what would be said is printed in words, counted as the line asks', async () => {
  const lines = [
    '{"id": "a", "text": "Il est **9 h 05**, il fait 21 °C.", "lang": "fr"}',
    '{"text": "Le bus 72", "lang": "fr", "numbers": "belgium"}',
    '{"text": "Lunch was $12.50.", "lang": "en"}',
  ];
  const { status, stdout } = await runCli(['inspect', 'speakable'], {
    dataDir: '/nowhere',
    input: lines.join('\n'),
  });
  expect(status).toBe(0);
  expect(
    stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line)),
  ).toEqual([
    { id: 'a', spoken: 'Il est neuf heures cinq, il fait vingt et un degrés Celsius.' },
    { spoken: 'Le bus septante-deux' },
    { spoken: 'Lunch was twelve dollars and fifty cents.' },
  ]);
});

test('an unknown way of counting is refused', async () => {
  const { status, stderr } = await runCli(['inspect', 'speakable'], {
    dataDir: '/nowhere',
    input: '{"text": "70", "lang": "fr", "numbers": "roman"}',
  });
  expect(status).not.toBe(0);
  expect(stderr).toContain('numbers');
});

test('what the write gate would keep is printed with its facts, in the light of the turns before', async () => {
  const lines = [
    '{"id": 1, "text": "ma sœur Anna est allergique aux noix", "lang": "fr"}',
    '{"id": 2, "text": "Anna", "lang": "fr", "context": "Comment s\'appelle ta sœur ?"}',
    '{"id": 3, "text": "she lives in Rome", "lang": "en", "context": ["My cousin Marta called.", {"text": "How is she?"}]}',
    '{"id": 4, "text": "I live in Rome", "lang": "en", "provenance": "web"}',
    'set a timer for ten minutes',
  ];
  const { status, stdout, stderr } = await runCli(
    ['inspect', 'gate', '--now', '2026-11-21T10:00', '--zone', 'Europe/Paris'],
    { dataDir: '/nowhere', input: lines.join('\n') },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(
    stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line)),
  ).toEqual([
    {
      id: 1,
      store: true,
      why: 'personal',
      facts: [
        { subject: 'user', relation: 'sister', value: 'Anna' },
        { subject: 'Anna', relation: 'allergic_to', value: 'noix' },
      ],
    },
    { id: 2, store: true, why: 'personal', facts: [{ subject: 'user', relation: 'sister', value: 'Anna' }] },
    {
      id: 3,
      store: true,
      why: 'personal',
      facts: [{ subject: 'Marta', relation: 'lives_in', value: 'Rome' }],
    },
    { id: 4, store: false, why: 'not-the-user', facts: [] },
    { store: false, why: 'command', facts: [] },
  ]);
});
