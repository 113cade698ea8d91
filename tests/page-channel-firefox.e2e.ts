import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { findFirefox } from '@/scripts/browsers/browser';
import type { FirefoxTab } from '@/scripts/browsers/firefox-tab';
import { PICTURES } from '@/simulator/pictures/pictures';
import { rowState } from './support/database';
import { firefoxOfFile } from './support/firefox-of-file';

const PATIENCE = { timeout: 60_000, interval: 200 };
const CONTINUE = 'Continue through the Jimeng page';

const openStage = firefoxOfFile();

const until = (popup: FirefoxTab) => expect.poll(() => rowState(popup), PATIENCE);

it.skipIf(findFirefox() === undefined)(
  'Firefox lets the page send an order once the person has agreed to that',
  { timeout: 180_000 },
  async () => {
    const simulator = { processingMs: 300, ordersNeedPage: true };
    const stage = await openStage({ simulator });
    const popup = await stage.openPopup();
    const picture = join(dirname(stage.downloads), 'chosen.png');
    writeFileSync(picture, await PICTURES.poster.make());
    await popup.chooseFiles('input[type=file]', [picture]);
    await until(popup).toBe('page-signature-missing');
    await expect.poll(() => popup.buttons('li'), PATIENCE).toContain(CONTINUE);
    await popup.clickButton('li', CONTINUE);
    await expect.poll(() => popup.buttons('li'), PATIENCE).toContain('Agree');
    expect(stage.simulator.requests.filter(({ endpoint }) => endpoint === 'generate')).toHaveLength(
      1,
    );
    await popup.clickButton('li', 'Agree');
    await until(popup).toBe('done');
    expect(stage.simulator.submissions).toHaveLength(1);
    const order = stage.simulator.requests.findLast(({ endpoint }) => endpoint === 'generate');
    expect(order?.sender).toMatchObject({
      referer: 'https://jimeng.jianying.com/ai-tool/home',
      namesExtension: false,
    });
  },
);
