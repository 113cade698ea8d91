import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect } from 'vitest';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES } from '@/simulator/pictures/pictures';
import { CLUSTERS } from '@/simulator/wire/clusters';
import { LIVE_LIKE } from '../support/live-like';
import { requestsNamingUs } from '../support/requests';
import { signIns } from './account';
import { allowUntilDone, type Driver, save } from './driver';
import type { Journey } from './journey';

/** The row has the large image, for one order and one credit, and no secret is kept. */
async function expectOneUpscale(driver: Driver): Promise<void> {
  const { simulator } = driver;
  const bytes = await readFile(await save(driver));
  const { width, height } = await sharp(bytes).metadata();
  expect([width, height]).toEqual([2880, 2160]);
  expect(await correlation(await PICTURES.harbour.make(), bytes)).toBeGreaterThan(0.95);
  expect(simulator.submissions).toMatchObject([{ tool: 'smart-hd', target: '2k', charged: 1 }]);
  expect(simulator.credits).toEqual({ vip: 0, gift: 99, purchased: 0 });
  expect(await driver.rowCount()).toBe(1);
  const kept = await driver.everything();
  // The scan sees what it should see.
  expect(kept).toContain('harbour');
  const isKept = (secret: string) =>
    kept.includes(secret) || kept.includes(encodeURIComponent(secret));
  expect([...simulator.secrets].filter(isKept)).toEqual([]);
  expect(requestsNamingUs(simulator)).toEqual([]);
}

/** At a service that behaves as other people's clients say. */
export const liveLike: Journey[] = [
  {
    name: 'an image on a host outside the site’s domains: asks for that host, and takes the large one',
    options: { simulator: { ...LIVE_LIKE, foreignResultShare: 1 } },
    async run(driver) {
      await driver.upscale('#harbour');
      const hosts = await allowUntilDone(driver);
      expect(hosts).toHaveLength(1);
      expect(CLUSTERS.jimeng.foreignResultHosts).toContain(hosts[0]);
      await expectOneUpscale(driver);
    },
  },
  {
    name: 'an image on a listed host: asks for nothing',
    options: { simulator: { ...LIVE_LIKE, foreignResultShare: 0 } },
    async run(driver) {
      await driver.upscale('#harbour');
      expect(await allowUntilDone(driver)).toEqual([]);
      await expectOneUpscale(driver);
    },
  },
  {
    name: 'upload hosts outside the site’s domains: asks for one, and orders once',
    options: {
      simulator: { ...LIVE_LIKE, foreignResultShare: 0, foreignUploadHosts: 'instead' },
    },
    async run(driver) {
      await driver.upscale('#harbour');
      expect(await allowUntilDone(driver)).toEqual([...CLUSTERS.jimeng.foreignUploadHosts]);
      await expectOneUpscale(driver);
    },
  },
  ...signIns({ ...LIVE_LIKE, foreignResultShare: 0, processingMs: 3_000 }),
];
