import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: { '@skillpod/client': fileURLToPath(new URL('../clients/typescript/src/index.ts', import.meta.url)) },
  },
  test: { include: ['src/test/web/**/*.test.ts'], environment: 'node' },
});
