import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMAND_KEYS } from '@/scripts/browsers/gestures';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { clearRows } from './support/history';
import { toastIn, untilArmed } from './support/toast';

/** Pages that want a click or a key of the person to be taken for a choice, in pick mode. */
let stage: Stage;
let popup: Page;
let gallery: Page;
let ordersBefore: number;

beforeAll(async () => {
  stage = await openStage({ hasToasts: true, simulator: { processingMs: 500 } });
  popup = await stage.openPopup();
});

beforeEach(async () => {
  ordersBefore = orders();
  gallery = await stage.openGallery();
});

afterEach(async () => {
  await gallery.close();
  await clearRows(popup);
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

const isOpen = () =>
  gallery.evaluate(() => document.querySelector('html > [popover]:not(.cover)') !== null);

/** The pointer is beside every image, so that the keys start pick mode. */
async function startPicking(): Promise<void> {
  await stage.pressCommand(gallery, gallery.locator('h1').first());
  await expect.poll(isOpen).toBe(true);
}

/** A real click at the middle of an image, whatever lies above it. */
async function clickAtImage(): Promise<void> {
  const box = await gallery.locator('#harbour').boundingBox();
  if (!box) throw new Error('no image');
  await gallery.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

const orders = () =>
  stage.simulator.requests.filter(({ endpoint }) => endpoint === 'generate').length;
const rows = () => popup.getByRole('listitem').count();

/** Long enough for a row to be written and shown. */
async function expectNoOrder(): Promise<void> {
  await gallery.waitForTimeout(1_500);
  expect(await rows()).toBe(0);
  expect(orders()).toBe(ordersBefore);
}

/**
 * What a page may do as soon as something of ours appears. `host` is what it sees of that, and
 * `cover` keeps a cover above everything: as long as it is there, no click is a choice.
 */
const ATTACKS: Record<string, string> = {
  'covers it again and again': 'cover();',
  'covers it from a shadow root': `const box = document.body.appendChild(document.createElement('div'));
    cover(box.attachShadow({ mode: 'closed' }));`,
  'moves it': `cover(); host.style.setProperty('transform', 'translate(-9999px, 0)', 'important');
    host.style.setProperty('inset', '100% 0 0 0', 'important');`,
  'hides it by script': `cover(); host.style.setProperty('opacity', '0', 'important');`,
  'hides it by a sheet': `cover(); document.head.insertAdjacentHTML('beforeend',
    '<style>html > [popover]:not(.cover) { opacity: 0 !important; visibility: hidden !important }</style>');`,
  'animates it away': `cover(); host.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 60000 });`,
  'takes it out of the top layer': `cover(); setInterval(() => host.isConnected && host.hidePopover(), 10);`,
  'puts it elsewhere': 'cover(); document.body.prepend(host);',
  'stalls while it shows a cover': `cover();
    setTimeout(() => {
      const until = performance.now() + 2500;
      while (performance.now() < until);
    }, 100);`,
};

async function arrange(attack: string): Promise<void> {
  await gallery.evaluate((source) => {
    const cover = (parent: Node = document.documentElement) => {
      const above = document.createElement('div');
      above.popover = 'manual';
      above.className = 'cover';
      above.textContent = 'Press Enter, or click here';
      above.style.cssText =
        'position:fixed;inset:0;width:auto;height:auto;background:#fff;pointer-events:none';
      parent.appendChild(above);
      above.showPopover();
      setInterval(() => {
        above.hidePopover();
        above.showPopover();
      }, 10);
    };
    const act = new Function('host', 'cover', source);
    new MutationObserver((_, observer) => {
      const host = document.querySelector('html > [popover]');
      if (!host) return;
      observer.disconnect();
      setTimeout(() => act(host, cover), 30);
    }).observe(document.documentElement, { childList: true });
  }, attack);
}

describe('a page that', () => {
  it.each(Object.entries(ATTACKS))('%s gets no order', async (_, attack) => {
    await arrange(attack);
    await startPicking();
    for (let at = 0; at < 4; at += 1) {
      await clickAtImage();
      await gallery.keyboard.press('Enter');
      await gallery.waitForTimeout(60);
    }
    await expectNoOrder();
  });

  it('keeps covering it is told on, and gets no order', async () => {
    await arrange(ATTACKS['covers it again and again'] ?? '');
    await startPicking();
    await expect
      .poll(async () => (await toastIn(gallery))?.text ?? '')
      .toMatch(/^No image was chosen \| /);
    await clickAtImage();
    await expectNoOrder();
  });

  it('swallows Esc does not keep the person there: the same keys leave', async () => {
    await gallery.evaluate(() =>
      window.addEventListener(
        'keydown',
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
        },
        true,
      ),
    );
    await startPicking();
    await gallery.keyboard.press('Escape');
    expect(await isOpen()).toBe(true);
    stage.press(COMMAND_KEYS);
    await expect.poll(isOpen).toBe(false);
    await expectNoOrder();
  });
});

it('an honest page gets the order that the person makes', async () => {
  await startPicking();
  await untilArmed(gallery);
  await clickAtImage();
  await expect.poll(rows).toBe(1);
});
