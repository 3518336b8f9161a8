/** Builds the window: plain files of its own origin, no inline script or style, so that the strictest policy holds. */
import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Whoever starts the build, even a test: React's development build is several times slower.
process.env.NODE_ENV = 'production';

const inRepository = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The fonts of formulas come in three formats, of which every browser that this window runs in reads the first. */
const smallestFonts = {
  name: 'smallest-fonts',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    /katex[^/]*\.css$/.test(id)
      ? { code: code.replaceAll(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, ''), map: null }
      : undefined,
};

export default defineConfig({
  root: 'src-renderer',
  base: './',
  plugins: [smallestFonts, react(), tailwind()],
  resolve: {
    alias: {
      // Diagrams bring an older one of their own.
      katex: inRepository('node_modules/katex'),
      // Another layout of diagrams, of 1.5 MB: their texts choose none.
      'elkjs/lib/elk.bundled.js': inRepository('src-renderer/markdown/no-other-layout.ts'),
    },
  },
  build: {
    outDir: '../dist/renderer',
    // A window of the program that runs may still load its parts from here; the build takes those of another day away.
    emptyOutDir: false,
    target: 'es2023',
    // A file inlined as data: would need the policy to allow it for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  worker: { format: 'es' },
});
