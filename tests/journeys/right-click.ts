import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect } from 'vitest';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES } from '@/simulator/pictures/pictures';
import { save, untilDone, untilRowSays } from './driver';
import type { Journey } from './journey';

/** Right click, or another way in; wait; save. */
export const rightClick: Journey[] = [
  {
    name: '2K: the file on disk is the picture, larger',
    options: { simulator: { processingMs: 1_000 } },
    async run(driver) {
      const original = await PICTURES.harbour.make();
      await driver.upscale('#harbour', '2k');
      const path = await save(driver);
      expect(path).toMatch(/harbour_2k\.jpg$/);
      const bytes = await readFile(path);
      const { width, height } = await sharp(bytes).metadata();
      expect([width, height]).toEqual([2880, 2160]);
      expect(await correlation(original, bytes)).toBeGreaterThan(0.95);
      const { submissions, uploads } = driver.simulator;
      expect(submissions).toMatchObject([{ target: '2k', tool: 'smart-hd' }]);
      expect(uploads[0]?.bytes.equals(original)).toBe(true);
    },
  },
  {
    name: '4K: larger still',
    options: { simulator: { processingMs: 1_000 } },
    async run(driver) {
      await driver.upscale('#night-lake', '4k');
      const path = await save(driver);
      expect(path).toMatch(/night-lake_4k\.png$/);
      const bytes = await readFile(path);
      expect((await sharp(bytes).metadata()).width).toBe(4096);
      expect(await correlation(await PICTURES['night-lake'].make(), bytes)).toBeGreaterThan(0.95);
    },
  },
  {
    name: 'again after a save: a second file, nothing lost',
    options: { simulator: { processingMs: 500 } },
    async run(driver) {
      await driver.upscale('#mushroom');
      await save(driver);
      await driver.press('Save again');
      await expect.poll(() => driver.savedFiles().length).toBe(2);
    },
  },
  {
    name: 'the keys of the command on a picture below the pointer',
    options: { simulator: { processingMs: 500 } },
    async run(driver) {
      await driver.pressCommandOn('#harbour');
      await untilDone(driver);
      const [upload] = driver.simulator.uploads;
      expect(upload?.bytes.equals(await PICTURES.harbour.make())).toBe(true);
    },
  },
  {
    name: 'a file of one’s own',
    options: { simulator: { processingMs: 500 } },
    async run(driver) {
      const poster = await PICTURES.poster.make();
      await driver.chooseFile('my poster.png', poster);
      await untilDone(driver);
      expect(await driver.rowText()).toMatch(/my poster/);
      expect(driver.simulator.uploads[0]?.bytes.equals(poster)).toBe(true);
    },
  },
  {
    name: 'a picture that only its page can read',
    gallery: '/cases',
    options: { simulator: { processingMs: 500 } },
    async run(driver) {
      await driver.upscale('#blob');
      await untilDone(driver);
      const bytes = driver.simulator.uploads[0]?.bytes ?? Buffer.alloc(0);
      expect(await correlation(await PICTURES['night-lake'].make(), bytes)).toBeGreaterThan(0.95);
    },
  },
  {
    name: 'a picture of a foreign host: waits for the permission, and goes on with it',
    gallery: '/cases',
    options: { simulator: { processingMs: 500 } },
    async run(driver) {
      await driver.upscale('#foreign');
      await untilRowSays(driver, /cdn\.example\.com/);
      expect(driver.simulator.uploads).toEqual([]);
      await driver.pressAndAllow('Allow cdn.example.com');
      await untilDone(driver);
      const bytes = driver.simulator.uploads[0]?.bytes ?? Buffer.alloc(0);
      expect(await correlation(await PICTURES.harbour.make(), bytes)).toBeGreaterThan(0.95);
    },
  },
  {
    name: 'a host that wants to see the page as Referer',
    gallery: '/cases',
    options: { simulator: { processingMs: 500 } },
    async run(driver) {
      await driver.upscale('#hotlink');
      await untilRowSays(driver, /hotlink\.example/);
      await driver.pressAndAllow('Allow hotlink.example');
      await untilDone(driver);
    },
  },
];
