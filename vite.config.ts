import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

const folder = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));

export const aliases = [
  { find: /^~\//, replacement: `${folder('app')}/` },
  { find: /^(catalog|db|tests)\//, replacement: `${folder('')}$1/` },
];

export default defineConfig({
  plugins: [remix(remixConfig)],
  resolve: { alias: aliases },
  build: { target: 'es2022', cssTarget: ['chrome100', 'firefox100', 'safari15'] },
});
