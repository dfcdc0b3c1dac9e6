import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Writes each file also compressed, so that the service need not compress while it answers. */
function compressed(): Plugin {
  return {
    name: 'skillpod:compressed',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          const text = file.type === 'chunk' ? file.code : file.source;
          if (/\.(js|css|svg)$/.test(file.fileName)) {
            this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gzipSync(text, { level: 9 }) });
          }
        }
      },
    },
  };
}

/** Puts the licences of what is bundled beside the bundle. */
function licences(): Plugin {
  return {
    name: 'skillpod:licences',
    apply: 'build',
    generateBundle() {
      const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')) as {
        packages: Record<string, { dev?: boolean; version?: string; license?: string }>;
      };
      const texts = Object.entries(lock.packages)
        .filter(([path, { dev }]) => path.startsWith('node_modules/') && !dev)
        .map(([path, { version, license }]) => {
          const file = readdirSync(at(path)).find((name) => /^licen[cs]e/i.test(name));
          const text = file === undefined ? '' : readFileSync(at(`${path}/${file}`), 'utf8').trim();
          return `${path.replace('node_modules/', '')} ${version} (${license})\n\n${text}\n`;
        });
      this.emitFile({ type: 'asset', name: 'licenses.txt', source: texts.join(`\n${'-'.repeat(80)}\n\n`) });
    },
  };
}

export default defineConfig({
  root: at('src/main/web'),
  plugins: [react(), licences(), compressed()],
  resolve: { alias: { '@skillpod/client': at('../clients/typescript/src/index.ts') } },
  build: {
    outDir: at('target/classes/dev/skillpod/console'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/api/v1/', '/health', '/ready', '/live', '/docs', '/v3/', '/swagger-ui/', '/openapi.json'].map((path) => [
        path,
        process.env.SKILLPOD_URL ?? 'http://127.0.0.1:8080',
      ]),
    ),
  },
});
