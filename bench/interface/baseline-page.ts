/** The least that a page with React can be: one field, built and served as the window is. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';
import { repository } from '../../test/jarvis-program.ts';

export interface BaselinePage {
  readonly address: string;
  /** What is there once the page is ready. */
  readonly ready: string;
  close(): Promise<void>;
}

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Baseline</title></head>
<body><div id="root"></div><script type="module" src="./main.js"></script></body></html>`;
const script = `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(createElement('textarea', { id: 'field' }));`;
const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' };

export async function startBaselinePage(): Promise<BaselinePage> {
  // Inside the project, so that React is found.
  const folder = await mkdtemp(join(repository, 'dist', 'baseline-'));
  await writeFile(join(folder, 'index.html'), html);
  await writeFile(join(folder, 'main.js'), script);
  process.env.NODE_ENV = 'production';
  await build({
    root: folder,
    base: './',
    configFile: false,
    logLevel: 'warn',
    build: { outDir: 'out', modulePreload: { polyfill: false }, target: 'es2023' },
  });
  const server = http.createServer(async (request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '/');
    const body = await readFile(join(folder, 'out', path)).catch(() => undefined);
    if (body === undefined) return response.writeHead(404).end();
    return response
      .writeHead(200, {
        'Content-Type': types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        'Cache-Control': path === '/index.html' ? 'no-cache' : 'private, max-age=31536000, immutable',
      })
      .end(body);
  });
  server.listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    ready: '#field',
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
