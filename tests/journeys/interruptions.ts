import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES } from '@/simulator/pictures/pictures';
import { save, untilDone, untilOrdered, untilRowSays } from './driver';
import type { Journey } from './journey';

/** Whatever dies or goes away, the job finishes. */
export const interruptions: Journey[] = [
  {
    name: 'the worker, killed while the service works',
    sleeps: true,
    options: { simulator: { processingMs: 4_000 } },
    async run(driver) {
      await driver.upscale('#harbour');
      await untilOrdered(driver);
      await driver.killWorker();
      // The alarm comes back after half a minute, without any help from here.
      await untilDone(driver, 60_000);
      expect(driver.simulator.submissions).toHaveLength(1);
    },
  },
  {
    name: 'the whole browser, closed and opened again',
    options: { simulator: { processingMs: 6_000 } },
    async run(driver) {
      await driver.upscale('#harbour');
      await untilOrdered(driver);
      await driver.restartBrowser();
      const bytes = await readFile(await save(driver));
      expect(await correlation(await PICTURES.harbour.make(), bytes)).toBeGreaterThan(0.95);
      expect(driver.simulator.submissions).toHaveLength(1);
    },
  },
  {
    name: 'the whole browser, killed without warning',
    options: { simulator: { processingMs: 6_000 } },
    async run(driver) {
      await driver.upscale('#harbour');
      await untilOrdered(driver);
      await driver.killBrowser();
      await untilDone(driver, 40_000);
      expect(driver.simulator.submissions).toHaveLength(1);
    },
  },
  {
    name: 'an upload that takes longer than the background may sleep',
    sleeps: true,
    async run(driver) {
      const ms = 40_000;
      driver.simulator.faults.add({ at: 'put', effect: { kind: 'delay', ms } });
      await driver.upscale('#harbour');
      await untilDone(driver, ms + 20_000);
      const puts = driver.simulator.requests.filter(({ endpoint }) => endpoint === 'put');
      // Had the background gone to sleep, the upload would have been cut off and begun again.
      expect(puts).toHaveLength(1);
    },
  },
  {
    name: 'the network, gone and back',
    options: { simulator: { processingMs: 500 } },
    async run(driver) {
      await driver.setOffline(true);
      await driver.chooseFile('offline.png', await PICTURES.poster.make());
      await untilRowSays(driver, /connection/i);
      expect(driver.simulator.submissions).toHaveLength(0);
      await driver.setOffline(false);
      await untilDone(driver, 40_000);
      expect(driver.simulator.submissions).toHaveLength(1);
    },
  },
];
