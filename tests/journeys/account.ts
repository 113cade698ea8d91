import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { originsOf } from '@/scripts/browsers/site-origins';
import { correlation } from '@/simulator/pictures/correlation';
import { PICTURES } from '@/simulator/pictures/pictures';
import type { SimulatorOptions } from '@/simulator/simulator';
import { save, untilDone, untilOrdered, untilRowSays } from './driver';
import type { Journey } from './journey';

/** Signing in, at a service with these options. */
export const signIns = (simulator: SimulatorOptions = {}): Journey[] => [
  {
    name: 'signed out: the row waits, and goes on after signing in',
    options: { simulator: { processingMs: 500, ...simulator }, isSignedIn: false },
    async run(driver) {
      await driver.upscale('#harbour');
      await untilRowSays(driver, /not signed in/i);
      expect(driver.simulator.submissions).toHaveLength(0);
      await driver.signInOnSite();
      await untilDone(driver);
      expect(driver.simulator.submissions).toHaveLength(1);
    },
  },
  {
    name: 'another account: the row waits for its own, and goes on after a fresh sign-in of it',
    options: { simulator: { processingMs: 3_000, ...simulator } },
    async run(driver) {
      await driver.upscale('#harbour');
      await untilOrdered(driver);
      await driver.signInOnSite('lin');
      await untilRowSays(driver, /Sign in to Jimeng as .?Demo account/);
      expect(await driver.rowButtons()).toContain('Open Jimeng');
      await driver.signInOnSite();
      await untilDone(driver);
      expect(driver.simulator.submissions.map(({ account }) => account)).toEqual(['main']);
    },
  },
];

/** The account, and what the service thinks of it. */
export const account: Journey[] = [
  ...signIns(),
  {
    name: 'access to the service taken back: asks for that, and not for a sign-in',
    options: { simulator: { processingMs: 500 } },
    async run(driver) {
      await driver.revoke(originsOf('jimeng'));
      await driver.upscale('#harbour');
      await untilRowSays(driver, /jimeng\.jianying\.com/);
      expect(await driver.rowText()).not.toMatch(/not signed in/i);
      await expect.poll(() => driver.notice()).not.toMatch(/sign in/i);
      await driver.pressAndAllow('Allow jimeng.jianying.com');
      await untilDone(driver);
    },
  },
  {
    name: 'access taken back while a row runs: waits with one button, and goes on with the same order',
    options: { simulator: { processingMs: 4_000 } },
    async run(driver) {
      await driver.upscale('#harbour');
      await untilOrdered(driver);
      await driver.revoke(originsOf('jimeng'));
      await untilRowSays(driver, /jimeng\.jianying\.com/);
      const buttons = await driver.rowButtons();
      expect(buttons.filter((name) => /^Allow/.test(name))).toEqual(['Allow jimeng.jianying.com']);
      await driver.pressAndAllow('Allow jimeng.jianying.com');
      await untilDone(driver);
      expect(driver.simulator.submissions).toHaveLength(1);
    },
  },
  {
    name: 'a failed Smart HD: goes on with the next upscaler in the same row',
    options: { simulator: { processingMs: 500 } },
    async run(driver) {
      const effect = { kind: 'task-fails', only: 'smart-hd' } as const;
      driver.simulator.faults.add({ at: 'generate', effect });
      await driver.upscale('#harbour');
      const bytes = await readFile(await save(driver));
      expect(await correlation(await PICTURES.harbour.make(), bytes)).toBeGreaterThan(0.95);
      const tools = driver.simulator.submissions.map(({ tool }) => tool);
      expect(tools).toEqual(['smart-hd', 'super-resolution']);
      expect(await driver.rowCount()).toBe(1);
    },
  },
  {
    name: 'no credits: the row says so, nothing is ordered, and 2K may go on',
    options: { simulator: { credits: { gift: 0 } } },
    async run(driver) {
      await driver.upscale('#harbour', '4k');
      await untilRowSays(driver, /Not enough Jimeng credits/i);
      expect(driver.simulator.submissions).toHaveLength(0);
    },
  },
  {
    name: 'risk control: stops, explains, and offers the official site',
    async run(driver) {
      driver.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '4013' } });
      await driver.upscale('#harbour');
      await untilRowSays(driver, /risk control/i);
      const buttons = await driver.rowButtons();
      expect(buttons).toContain('Open Jimeng');
      expect(buttons).not.toContain('Retry');
    },
  },
];
