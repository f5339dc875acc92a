import { defineConfig } from 'rolldown';

const root = new URL('../../', import.meta.url).pathname;

/** Our own code is bundled; every npm package stays external. Rolldown emits the decorator metadata that NestJS injects by. */
export default defineConfig({
  input: {
    main: `${root}apps/api/main.ts`,
    worker: `${root}apps/api/worker.ts`,
    cli: `${root}apps/api/cli.ts`,
    thread: `${root}apps/api/thread.ts`,
  },
  platform: 'node',
  tsconfig: `${root}tsconfig.base.json`,
  external: (id, importer) =>
    importer !== undefined && !/^[./\0]/.test(id) && !id.startsWith('@waymark/') && !id.startsWith('@oxc-project/runtime'),
  output: {
    dir: `${root}dist/apps/api`,
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name]-[hash].mjs',
    keepNames: true,
    cleanDir: true,
  },
});
