/** The catalogue that Jarvis ships is one that a person can trust, and a wrong one is refused before anything is fetched. */
import { describe, expect, it } from 'vitest';
import shipped from '../../../models/catalogue.json' with { type: 'json' };
import { isExactSize, isVerified, sizeOf, withNeeds } from '../../domain/catalogue.ts';
import { recommend } from '../../domain/model-recommendation.ts';
import { readCatalogue } from './read-catalogue.ts';

const catalogue = readCatalogue(shipped, 'catalogue.json');
const files = catalogue.models.flatMap(model => model.files.map(file => ({ model, file })));
const modelOf = (id: string) => catalogue.models.find(model => model.id === id);

describe('the catalogue', () => {
  it('has what every part of Jarvis can use, in both languages', () => {
    for (const purpose of ['recognition', 'voice', 'partial-text'] as const) {
      for (const language of ['fr', 'en'] as const) {
        const found = catalogue.models.filter(
          model => model.purpose === purpose && model.languages.includes(language),
        );
        expect(found.length, `${purpose} ${language}`).toBeGreaterThan(0);
      }
    }
    const purposes = new Set(catalogue.models.map(({ purpose }) => purpose));
    for (const purpose of ['language', 'embedding', 'end-of-turn'] as const)
      expect(purposes).toContain(purpose);
  });

  it('fetches over https alone', () => {
    for (const { file } of files) {
      expect(file.addresses.every(address => address.startsWith('https://'))).toBe(true);
    }
  });

  it('names a licence everywhere, GPL where it is, and none that forbids commercial use', () => {
    for (const { id, licence } of catalogue.models) {
      expect(licence.length, id).toBeGreaterThan(2);
      expect(licence, id).not.toMatch(/\bNC\b|non-?commercial|research/i);
    }
    expect(modelOf('espeak-ng-data')?.licence).toContain('GPL-3.0');
    for (const model of catalogue.models.filter(one => ['piper', 'kokoro'].includes(one.engine)))
      expect(model.needs, model.id).toContain('espeak-ng-data');
  });

  it('takes a file from a mirror of others only where a digest proves it', () => {
    for (const { model, file } of files) {
      const hosts = new Set(file.addresses.map(address => new URL(address).host));
      if (hosts.size > 1) expect(file.sha256, `${model.id} ${file.path}`).toBeDefined();
    }
  });

  it('knows size and digest of everything large, but for one voice', () => {
    const unknown = files.filter(({ file }) => file.bytes === undefined || !(file.sha256 ?? file.md5));
    expect(unknown.every(({ file }) => (file.bytes ?? file.aboutBytes ?? 0) < 100_000)).toBe(true);
    const unverified = catalogue.models.filter(model => !isVerified(model)).map(({ id }) => id);
    expect(unverified).toEqual(['piper-fr-gilles', 'kokoro', 'espeak-ng-data', 'multilingual-e5-small']);
    expect(catalogue.models.filter(model => !isExactSize(model)).map(({ id }) => id)).toEqual([
      'piper-fr-gilles',
      'kokoro',
      'multilingual-e5-small',
    ]);
  });
});

describe('a catalogue with a mistake', () => {
  const file = { path: 'a.onnx', addresses: ['https://example.org/a.onnx'], bytes: 1 };
  const model = {
    id: 'a',
    name: 'A',
    purpose: 'voice',
    engine: 'piper',
    languages: ['fr'],
    licence: 'MIT',
    memoryMb: 1,
    about: { fr: 'une voix', en: 'a voice' },
    files: [file],
  };
  const read = (...models: readonly unknown[]) => readCatalogue({ version: 1, models }, 'mine.json');

  it('is accepted without the mistake', () => expect(read(model).models).toHaveLength(1));

  it.each<[string, unknown]>([
    ['plain http elsewhere', { ...model, files: [{ ...file, addresses: ['http://example.org/a'] }] }],
    ['a name and password', { ...model, files: [{ ...file, addresses: ['https://a:b@example.org/a'] }] }],
    ['a path that leads out', { ...model, files: [{ ...file, path: '../a.onnx' }] }],
    ['an absolute path', { ...model, files: [{ ...file, path: '/etc/a' }] }],
    ['a hidden file', { ...model, files: [{ ...file, path: '.ssh/a' }] }],
    ['the same path twice', { ...model, files: [file, file] }],
    ['half a digest', { ...model, files: [{ ...file, sha256: 'abc' }] }],
    ['no files', { ...model, files: [] }],
    ['no licence', { ...model, licence: '' }],
    ['an unknown purpose', { ...model, purpose: 'coffee' }],
    ['a need that nobody fills', { ...model, needs: ['b'] }],
    ['an id that leads out', { ...model, id: '../a' }],
  ])('is refused: %s', (_name, wrong) => {
    expect(() => read(wrong)).toThrow(expect.objectContaining({ code: 'model.catalogue-invalid' }));
  });

  it('is refused when two models have one id', () => {
    expect(() => read(model, model)).toThrow('twice');
  });
});

describe('the recommendation', () => {
  const ids = (gigabytes: number, cores: number, change: object = {}) =>
    recommend(catalogue, {
      memoryBytes: gigabytes * 1e9,
      cores,
      freeDiskBytes: 100e9,
      languages: ['fr', 'en'],
      hasLanguageModel: false,
      ...change,
    }).map(({ id }) => id);

  it('grows with the machine, and always fits it', () => {
    expect(ids(32, 16)).toEqual([
      ...['parakeet-v3', 'piper-fr-siwis', 'piper-en-ljspeech', 'smart-turn-v3', 'qwen3-8b'],
      ...['zipformer-fr', 'zipformer-en'],
    ]);
    expect(ids(16, 8)).toEqual(expect.arrayContaining(['qwen3-4b', 'parakeet-v3']));
    expect(ids(8, 4)).toEqual([
      ...['parakeet-v3', 'piper-fr-siwis', 'piper-en-ljspeech', 'smart-turn-v3', 'qwen3-1.7b'],
      ...['zipformer-fr', 'zipformer-en'],
    ]);
    expect(ids(4, 2)).toEqual([
      ...['whisper-base', 'piper-fr-siwis', 'piper-en-ljspeech', 'smart-turn-v3', 'qwen3-0.6b'],
    ]);
    for (const [gigabytes, cores] of [
      [1, 1],
      [2, 2],
      [4, 2],
      [8, 4],
      [16, 8],
      [64, 32],
    ] as const) {
      const chosen = ids(gigabytes, cores).map(id => modelOf(id));
      const memoryMb = chosen.reduce((sum, model) => sum + (model?.memoryMb ?? 0), 0);
      expect(memoryMb).toBeLessThanOrEqual(Math.max(0, gigabytes * 1000 - 2000));
    }
  });

  it('minds the languages, the disk, and a model server that is there already', () => {
    expect(ids(8, 4, { languages: ['en'] })).not.toContain('piper-fr-siwis');
    expect(ids(8, 4, { hasLanguageModel: true }).some(id => id.startsWith('qwen'))).toBe(false);
    const small = recommend(catalogue, {
      ...{ memoryBytes: 16e9, cores: 8, freeDiskBytes: 2_300_000_000 },
      ...{ languages: ['fr'] as const, hasLanguageModel: false },
    });
    const bytes = withNeeds(catalogue, small).reduce((sum, model) => sum + sizeOf(model), 0);
    expect(bytes).toBeLessThan(300_000_000);
    expect(small.map(({ id }) => id)).toContain('piper-fr-siwis');
  });

  it('brings along what a voice needs, first', () => {
    const voice = catalogue.models.filter(({ id }) => id === 'piper-fr-siwis');
    expect(withNeeds(catalogue, voice).map(({ id }) => id)).toEqual(['espeak-ng-data', 'piper-fr-siwis']);
  });
});
