/** `jarvis model` fetches, shows, checks, repairs, imports and deletes models as a user orders it. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileServer, startFileServer } from '../../../test/fixtures/file-server.ts';
import { type TestModel, writeCatalogue } from '../../../test/fixtures/model-catalogue.ts';
import { runCli } from './cli-fixture.ts';

let server: FileServer;
let dataDir: string;
let catalogue: string;
beforeEach(async () => {
  server = await startFileServer();
  dataDir = mkdtempSync(join(tmpdir(), 'jarvis-cli-models-'));
  catalogue = join(dataDir, 'catalogue.json');
});
afterEach(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const ears: TestModel = {
  id: 'ears',
  files: { 'a-encoder.onnx': randomBytes(50_000), 'a-decoder.onnx': randomBytes(30_000) },
};
const voiceOf = (id: string, language: 'fr' | 'en'): TestModel => ({
  id,
  files: { [`${language}_voice.onnx`]: randomBytes(20_000) },
  change: { purpose: 'voice', engine: 'piper', languages: [language] },
});
const models = (...args: readonly string[]) =>
  runCli(['model', ...args], { dataDir, env: { JARVIS_CATALOGUE: catalogue } });
const settings = () => JSON.parse(readFileSync(join(dataDir, 'settings.json'), 'utf8')).speech;
const installedDir = (id: string) => join(dataDir, 'models', 'speech', id);

describe('jarvis model', () => {
  it('shows the catalogue with size, licence and what is recommended, in both languages', async () => {
    writeCatalogue(catalogue, server, [ears]);
    const { stdout, status } = await models('catalogue');
    expect(status).toBe(0);
    expect(stdout).toMatch(/Recognition[\s\S]*ears +80 kB +fr en +MIT +\[recommended\]/);
    expect(stdout).toContain('jarvis model get ready');
    expect((await models('catalogue', '--lang', 'fr')).stdout).toMatch(/80 ko[\s\S]*Un modèle d’essai/);
    const { models: listed } = JSON.parse((await models('catalogue', '--json')).stdout);
    expect(listed).toMatchObject([{ id: 'ears', state: 'absent', totalBytes: 80_000 }]);
    expect(server.requests).toEqual([]);
  });

  it('gets ready: what is recommended is fetched, used at once, and nothing is left to do', async () => {
    writeCatalogue(catalogue, server, [ears, voiceOf('siwis', 'fr'), voiceOf('lj', 'en')]);
    const { stdout, status } = await models('get', 'ready');
    expect(status).toBe(0);
    expect(stdout).toMatch(/ears {2}100 %[\s\S]*Installed: ears\nInstalled: siwis\nInstalled: lj/);
    expect(settings()).toEqual({
      recognizerDir: installedDir('ears'),
      voiceDirs: { fr: installedDir('siwis'), en: installedDir('lj') },
    });
    expect((await models('get', 'ready')).stdout).toContain('everything recommended');
    const repeated = JSON.parse(
      (await models('get', 'ears', '--json')).stdout.trim().split('\n').at(-1) ?? '',
    );
    expect(repeated).toMatchObject({ event: 'ended', models: [{ id: 'ears', state: 'installed' }] });
    const list = await models('list', '--all');
    expect(list.stdout).toMatch(/\* ears .*\[installed, in use\]/);
  });

  it('tells where it fails and how it can go on', async () => {
    writeCatalogue(catalogue, server, [{ ...ears, behaviour: { status: 404 } }]);
    const failed = await models('get', 'ears');
    expect(failed.status).toBe(1);
    expect(failed.stderr).toMatch(/ears: model\.download-refused: .*HTTP 404/);
    writeCatalogue(catalogue, server, [ears]);
    const resumed = await models('resume');
    expect(resumed.stdout).toContain('Installed: ears');
    expect(resumed.status).toBe(0);
  });

  it('pauses on Ctrl-C; resume goes on with what is there', async () => {
    writeCatalogue(catalogue, server, [{ ...ears, behaviour: { bytesPerSecond: 20_000 } }]);
    let isTold = false;
    const paused = await runCli(['model', 'get', 'ears'], {
      dataDir,
      env: { JARVIS_CATALOGUE: catalogue },
      onOutput: (soFar, child) => {
        if (isTold || !/ears {2}[2-5]\d %/.test(soFar)) return;
        isTold = true;
        child.kill('SIGINT');
      },
    });
    expect(paused).toMatchObject({ status: 1, stdout: expect.stringContaining('Paused: ears') });
    const before = server.requests.length;
    writeCatalogue(catalogue, server, [ears]);
    expect((await models('resume', 'ears')).stdout).toContain('Installed: ears');
    expect(server.requests.slice(before).every(({ range }) => range !== undefined)).toBe(true);
  });

  it('names damaged files, and fetches only those again', async () => {
    writeCatalogue(catalogue, server, [ears]);
    await models('get', 'ears');
    expect(await models('verify')).toMatchObject({ status: 0, stdout: 'Whole: ears\n' });
    writeFileSync(join(installedDir('ears'), 'a-decoder.onnx'), randomBytes(30_000));
    const verified = await models('verify');
    expect(verified).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('Damaged: ears (a-decoder.onnx)'),
    });
    rmSync(join(installedDir('ears'), 'a-decoder.onnx'));
    const before = server.requests.length;
    await models('get', 'ears');
    expect(server.requests.slice(before).map(({ path }) => path)).toEqual(['/ears/a-decoder.onnx']);
    expect((await models('verify', 'ears')).status).toBe(0);
  });

  it('imports from a stick without the network, and says what is missing', async () => {
    writeCatalogue(catalogue, server, [ears]);
    const stick = join(dataDir, 'stick', 'deep');
    mkdirSync(stick, { recursive: true });
    expect(await models('import', join(dataDir, 'stick'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('model.nothing-to-import'),
    });
    for (const [name, content] of Object.entries(ears.files)) writeFileSync(join(stick, name), content);
    expect((await models('import', join(dataDir, 'stick'))).stdout).toBe('Installed: ears\n');
    expect(settings().recognizerDir).toBe(installedDir('ears'));
    expect(server.requests).toEqual([]);
  });

  it('chooses between voices, and falls back to the other when one is deleted', async () => {
    writeCatalogue(catalogue, server, [voiceOf('siwis', 'fr'), voiceOf('gilles', 'fr')]);
    await models('get', 'siwis', 'gilles');
    await models('use', 'siwis');
    expect(settings().voiceDirs).toEqual({ fr: installedDir('siwis') });
    // A voice that was chosen stays when another one comes.
    await models('delete', 'gilles');
    await models('get', 'gilles');
    expect(settings().voiceDirs).toEqual({ fr: installedDir('siwis') });
    await models('delete', 'siwis');
    expect(existsSync(installedDir('siwis'))).toBe(false);
    expect(settings().voiceDirs).toEqual({ fr: installedDir('gilles') });
  });

  it('refuses what does not exist, is not installed, or comes with the program', async () => {
    writeCatalogue(catalogue, server, [ears]);
    expect((await models('get', 'nobody')).stderr).toContain('model.not-in-catalogue');
    expect((await models('use', 'ears')).stderr).toContain('model.not-installed');
    expect((await models('get')).status).toBe(2);
    writeFileSync(catalogue, '{"version":1,"models":[{"id":"x"}]}');
    expect((await models('catalogue')).stderr).toContain('model.catalogue-invalid');
    const shipped = await runCli(['model', 'delete', 'silero-vad'], { dataDir });
    expect(shipped.stderr).toContain('model.built-in');
  });
});
