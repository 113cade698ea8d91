import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { PICTURES } from '@/simulator/pictures/pictures';
import { button, clearRows, rows, untilDone, untilRowSays } from './support/history';

let stage: Stage;
let popup: Page;
let poster: Buffer;

beforeAll(async () => {
  poster = await PICTURES.poster.make();
  stage = await openStage({ simulator: { processingMs: 1_500 } });
  popup = await stage.openPopup();
});

afterEach(() => clearRows(popup));

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

const file = (name = 'poster.png') => ({ name, mimeType: 'image/png', buffer: poster });

async function choose(...files: ReturnType<typeof file>[]): Promise<void> {
  await popup.locator('input[type=file]').setInputFiles(files);
}

async function setTarget(target: '2K' | '4K'): Promise<void> {
  await popup.locator('label', { hasText: target }).click();
  expect(await popup.getByRole('radio', { name: target }).isChecked()).toBe(true);
}

describe('the popup', () => {
  it('greets with a way to begin, and shows the credits', async () => {
    await expect
      .poll(() => popup.getByRole('heading', { level: 2 }).first().textContent())
      .toMatch(/Right-click/);
    await expect.poll(() => popup.getByText('100', { exact: true }).count()).toBe(1);
  });

  it('opens by its keys', async () => {
    await popup.bringToFront();
    stage.press('alt+shift+y');
    await expect.poll(() => stage.isPopupOpen()).toBe(true);
    await stage.closePopup();
    await expect.poll(() => stage.isPopupOpen()).toBe(false);
  });

  it('upscales a chosen file to the size of the switch', async () => {
    await setTarget('4K');
    await choose(file());
    await untilDone(popup);
    expect(stage.simulator.submissions.at(-1)).toMatchObject({ target: '4k' });
    await setTarget('2K');
  });

  it('upscales dropped and pasted files', async () => {
    for (const kind of ['drop', 'paste'] as const) {
      const name = `${kind}.png`;
      await popup.evaluate(
        ([type, fileName, bytes]) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(bytes)], fileName, { type: 'image/png' }));
          const target = document.querySelector('main') ?? document.body;
          const event =
            type === 'drop'
              ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
              : new ClipboardEvent('paste', {
                  clipboardData: data,
                  bubbles: true,
                  cancelable: true,
                });
          target.dispatchEvent(event);
        },
        [kind, name, [...poster]] as const,
      );
      await untilRowSays(popup, new RegExp(kind));
      await untilDone(popup);
      await clearRows(popup);
    }
  });

  it('shows progress, and stops following when cancelled', async () => {
    await choose(file());
    const bar = popup.getByRole('progressbar');
    await expect.poll(() => bar.count()).toBe(1);
    await expect
      .poll(async () => Number(await bar.getAttribute('aria-valuenow')))
      .toBeGreaterThan(20);
    await button(rows(popup).first(), 'Cancel').click();
    await untilRowSays(popup, /cancelled/i);
    expect(await bar.count()).toBe(0);
  });

  it('offers the result that is already there instead of buying it again', async () => {
    await choose(file());
    await untilDone(popup);
    const orders = stage.simulator.submissions.length;
    await choose(file('the same again.png'));
    await untilRowSays(popup, /already upscaled/i);
    await button(popup, 'Use it').click();
    await expect.poll(() => rows(popup).count()).toBe(1);
    expect(stage.simulator.submissions).toHaveLength(orders);
  });

  it('makes one order of a picture that is chosen twice at once, and says so', async () => {
    const orders = stage.simulator.submissions.length;
    await choose(file('first.png'), file('second.png'));
    await popup.getByText('Already upscaling to 2K').waitFor();
    await expect.poll(() => rows(popup).count()).toBe(1);
    await button(popup, 'Show').click();
    await untilDone(popup);
    expect(stage.simulator.submissions).toHaveLength(orders + 1);
  });

  it('tells of a failed order what happened, and retries from where it failed', async () => {
    stage.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '2002' } });
    // Automatic would go on with another upscaler, so that one is refused as well.
    stage.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '4003' } });
    const puts = () => stage.simulator.requests.filter(({ endpoint }) => endpoint === 'put').length;
    const before = puts();
    await setTarget('4K');
    await choose(file('unlucky.png'));
    await untilRowSays(popup, /membership/i);
    expect(puts()).toBe(before + 1);
    stage.simulator.faults.clear();
    await button(popup, 'Upscale to 2K').click();
    await untilDone(popup);
    expect(puts()).toBe(before + 1);
    expect(stage.simulator.submissions.at(-1)).toMatchObject({ target: '2k' });
    await setTarget('2K');
  });

  it('says when the network is gone, and goes on by itself when it is back', async () => {
    stage.simulator.faults.add({
      at: 'apply',
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'reset' },
    });
    await choose(file('offline.png'));
    await untilRowSays(popup, /connection/i);
    stage.simulator.faults.clear();
    await untilDone(popup, 40_000);
  });

  it('asks for a sign-in when the account is signed out', async () => {
    await stage.signOut();
    await expect.poll(() => button(popup, 'Sign in').count()).toBe(1);
    await stage.signIn();
    await expect.poll(() => button(popup, 'Sign in').count()).toBe(0);
  });

  it('can be used with the keyboard alone', async () => {
    await choose(file('keys.png'));
    await untilDone(popup);
    await popup.bringToFront();
    const save = button(rows(popup).first(), 'Save');
    for (let tabs = 0; tabs < 15; tabs += 1) {
      if (await save.evaluate((element) => element === document.activeElement)) break;
      await popup.keyboard.press('Tab');
    }
    await popup.keyboard.press('Enter');
    await untilRowSays(popup, /Saved/);
  });
});
