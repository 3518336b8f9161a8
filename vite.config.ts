/** Builds the window: plain files of its own origin, no inline script or style, so that the strictest policy holds. */
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Whoever starts the build, even a test: React's development build is several times slower.
process.env.NODE_ENV = 'production';

export default defineConfig({
  root: 'src-renderer',
  base: './',
  plugins: [react(), tailwind()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2023',
    // A file inlined as data: would need the policy to allow it for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  worker: { format: 'es' },
});
