/** Who imports whom is as the table of rooms says, and the check itself finds what it should. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { layerFaults, readSources } from './layers.ts';
import { outboundFaults } from './outbound.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const file = (path: string, ...imports: string[]) => ({
  path,
  text: `/** A file. */\n${imports.map(name => `import { a } from '${name}';`).join('\n')}\nexport const a = 1;\n`,
});

describe('the rooms', () => {
  it('import only what they may, and never in a circle', () => {
    const sources = readSources(root);
    expect(sources.length).toBeGreaterThan(50);
    expect(layerFaults(sources)).toEqual([]);
  });
});

describe('connections', () => {
  it('are opened in the one place that the ledger hears of', () => {
    expect(outboundFaults(readSources(root))).toEqual([]);
  });

  it.each([
    ['a call of fetch', "await fetch('https://example.org')"],
    ['a call of fetch by its owner', "await globalThis.fetch('https://example.org')"],
    ['a web socket', "new WebSocket('wss://example.org')"],
    ['a request', "import { request } from 'node:https'"],
    ['a whole module', "import http from 'node:http'"],
    ['a namespace', "import * as net from 'node:net'"],
    ['a late import', "const { connect } = await import('node:tls')"],
    ['a builtin', "process.getBuiltinModule(secure ? 'node:https' : 'node:http')"],
    ['a package', "import axios from 'axios'"],
  ])('%s elsewhere is found', (_what, text) => {
    expect(outboundFaults([{ path: 'src-main/adapters/web/a.ts', text }]).length).toBeGreaterThan(0);
  });

  it('leaves servers, types and addresses alone', () => {
    const text = `import { createServer, type IncomingMessage } from 'node:http';
      import { isIP } from 'node:net';
      import type http from 'node:http';
      const text = 'fetch(';
      // fetch('https://example.org')`;
    expect(outboundFaults([{ path: 'src-main/api/a.ts', text }])).toEqual([]);
  });
});

describe('the check', () => {
  it.each([
    ['domain', 'src-main/domain/a.ts', '../ports/clock.ts'],
    ['ports', 'src-main/ports/a.ts', '../memory/brain.ts'],
    ['skills', 'src-main/skills/a.ts', '../conversation/run-turn.ts'],
    ['conversation', 'src-main/conversation/a.ts', '../adapters/store/open-store.ts'],
    ['adapters', 'src-main/adapters/store/a.ts', '../../conversation/run-turn.ts'],
    ['an adapter in another kind', 'src-main/adapters/store/a.ts', '../../../native/frames.ts'],
    ['the api', 'src-main/api/a.ts', '../adapters/store/open-store.ts'],
    ['observability', 'src-main/observability/a.ts', '../api/handlers.ts'],
    ['the window', 'src-renderer/a.tsx', '../src-main/api/handlers.ts'],
    ['the window reaching for ports', 'src-renderer/views/a.tsx', '../../src-main/ports/clock.ts'],
    ['the preload', 'src-preload/a.ts', '../src-main/ports/clock.ts'],
    ['native', 'native/speech-process/a.ts', '../../src-main/host/assemble.ts'],
    ['anything above the repository', 'src-main/host/a.ts', '../../../elsewhere/a.ts'],
  ])('finds a forbidden import in %s', (_room, path, target) => {
    expect(layerFaults([file(path, target)])).toHaveLength(1);
  });

  it('finds it in every way of importing', () => {
    const ways = [
      "import '../host/a.ts';",
      "import type { A } from '../host/a.ts';",
      "export * from '../host/a.ts';",
      "export { type A } from '../host/a.ts';",
      "const a = () => import('../host/a.ts');",
      "type A = typeof import('../host/a.ts');",
      "import a, {\n  b,\n} from\n '../host/a.ts';",
    ];
    for (const text of ways) {
      expect(layerFaults([{ path: 'src-main/domain/a.ts', text }]), text).toEqual([
        'src-main/domain/a.ts may not import src-main/host/a.ts',
      ]);
    }
    const harmless = "// import '../host/a.ts'\nconst a = \"import '../host/a.ts'\";";
    expect(layerFaults([{ path: 'src-main/domain/a.ts', text: harmless }])).toEqual([]);
  });

  it('finds a circle, of any length, once', () => {
    const faults = layerFaults([
      file('src-main/domain/a.ts', './b.ts'),
      file('src-main/domain/b.ts', './c.ts'),
      file('src-main/domain/c.ts', './a.ts'),
      file('src-main/domain/d.ts', './a.ts', './b.ts'),
    ]);
    expect(faults).toEqual([
      'circle: src-main/domain/a.ts → src-main/domain/b.ts → src-main/domain/c.ts → src-main/domain/a.ts',
    ]);
  });

  it('lets only the shell know Electron', () => {
    expect(layerFaults([file('src-main/host/web.ts', 'electron')])).toHaveLength(1);
    expect(layerFaults([file('src-renderer/a.ts', 'electron/renderer')])).toHaveLength(1);
    expect(layerFaults([file('src-main/host/electron-wire.ts', 'electron')])).toEqual([]);
    expect(layerFaults([file('src-preload/preload.ts', 'electron')])).toEqual([]);
  });

  it('lets pass what the table allows', () => {
    expect(
      layerFaults([
        file('src-main/host/a.ts', '../adapters/store/b.ts', '../api/c.ts', 'node:fs'),
        file('src-main/api/a.ts', '../../src-preload/contract.ts', '../ports/clock.ts'),
        file('src-renderer/a.tsx', '../src-preload/connect.ts', 'react', './a.css'),
        file('src-main/adapters/process/a.ts', '../../../native/frames.ts'),
      ]),
    ).toEqual([]);
  });
});
