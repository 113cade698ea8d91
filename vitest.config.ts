import { env } from 'node:process';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { CHROMIUM_FLAGS, findChromium } from './scripts/browsers/browser.ts';
import { leftOutFiles } from './tests/support/drawn-files.ts';
import { LongFirst } from './tests/support/long-first.ts';

/** What is made for a release, and looked at before one: by `npm run test:full`. */
const FOR_RELEASES = ['tests/reproducible.e2e.ts', 'tests/web-ext.e2e.ts'];

/** `npm test` draws among the end-to-end files about one part. Everything else runs all of them. */
const LEFT_OUT = env.E2E === 'drawn' ? leftOutFiles(Number(env.E2E_SEED)) : [];

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    // The default leaves a core of two idle.
    maxWorkers: 2,
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['{lib,components,entrypoints,simulator}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          exclude: ['**/*.browser.test.{ts,tsx}', 'node_modules/**'],
          unstubGlobals: true,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        // No WxtVitest: these files use no extension API, and its setup file cannot be served.
        resolve: { alias: { '@': import.meta.dirname } },
        test: {
          name: 'browser',
          include: ['{lib,components}/**/*.browser.test.{ts,tsx}'],
          // A page may take its time on a busy machine; what never comes fails all the same. The browser encodes
          // pictures when a page is idle: beside another test, each may wait for a second.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 90_000,
          hookTimeout: 90_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? '', args: CHROMIUM_FLAGS },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        resolve: { alias: { '@': import.meta.dirname } },
        test: {
          name: 'e2e',
          include: ['tests/**/*.e2e.ts'],
          exclude: [...FOR_RELEASES, ...LEFT_OUT],
          // Each stage has its own display, profile and ports. A test computes for less than half of its time.
          maxWorkers: 3,
          // Native menus and prompts: a busy machine may drop a key.
          retry: 1,
          // A page may take its time on a busy machine; what never comes fails all the same.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
      { test: { name: 'release', include: FOR_RELEASES } },
    ],
  },
});
