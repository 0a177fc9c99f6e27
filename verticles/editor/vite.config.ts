import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// While the editor is worked on: where the server is that it talks to.
const server = process.env['SPELLMESH_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  // The program may stand under a path of somebody's proxy.
  base: './',
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/api': { target: server },
      '/eventbus': { target: server, ws: true },
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
});
