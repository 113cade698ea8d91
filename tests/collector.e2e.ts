import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CollectAnswer, SmallPicture } from '@/lib/page/collect/collected';
import { findFirefox } from '@/scripts/browsers/browser';
import { type FirefoxStage, openFirefoxStage } from '@/scripts/browsers/firefox-stage';
import type { FirefoxTab } from '@/scripts/browsers/firefox-tab';
import { openStage, type Stage } from '@/scripts/browsers/stage';

/** The built collector in the isolated worlds of real frames. What it finds, its own tests show. */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const SITE = 'https://jimeng.jianying.com/ai-tool/home';

/** Runs in the page: pictures, frames of its own between them, one in a shadow root, and one of another site. */
async function fill(): Promise<void> {
  const bytes = (width: number) =>
    new Promise<Blob | null>((resolve) => {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = 100;
      canvas.getContext('2d')?.fillRect(0, 0, 60, 60);
      canvas.toBlob(resolve);
    });
  const image = async (width: number) =>
    `<img src="${URL.createObjectURL((await bytes(width)) as Blob)}">`;
  const inside = (width: number) =>
    `<canvas width="${width}" height="90"></canvas><script>document.querySelector("canvas").getContext("2d").fillRect(0,0,99,50)</script>`;
  document.body.innerHTML = `${await image(210)}<br>
    <iframe srcdoc='${inside(220)}' width="300" height="150"></iframe>
    <iframe src="https://gallery.example/" width="300" height="150"></iframe><span></span>${await image(230)}`;
  const shadow = document.querySelector('span')?.attachShadow({ mode: 'closed' });
  if (shadow) shadow.innerHTML = `<iframe srcdoc='${inside(240)}'></iframe>`;
  document.querySelector('img')?.addEventListener('load', (event) => {
    URL.revokeObjectURL((event.target as HTMLImageElement).src);
  });
}

interface Seen {
  answers: { frameId: number; answer: CollectAnswer }[];
  small: (SmallPicture | null)[];
}

/** Runs in a page of ours. */
async function collect(site: string): Promise<Seen> {
  interface World {
    upscaleCollector?: {
      update(request: object): CollectAnswer;
      thumbnail(session: string, id: string): Promise<SmallPicture | null>;
      stop(session: string): void;
    };
  }
  const api = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
  const [tab] = await api.tabs.query({ url: `${new URL(site).origin}/*` });
  const target = { tabId: tab?.id ?? -1, allFrames: true };
  await api.scripting.executeScript({ target, files: ['/collector.js'] });
  const session = 'e2e';
  const found = new Map<string, { frameId: number; answer: CollectAnswer }>();
  for (let step = 0; step < 12; step += 1) {
    const said = await api.scripting.executeScript({
      target,
      func: (id: string, isFirst: boolean) =>
        (globalThis as World).upscaleCollector?.update({
          session: id,
          isFirst,
          known: {},
          roomBytes: 1e8,
        }),
      args: [session, step === 0],
    });
    for (const { frameId, result } of said) {
      if (result) found.set(`${frameId}`, { frameId, answer: result as CollectAnswer });
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const answers = [...found.values()];
  const small: (SmallPicture | null)[] = [];
  for (const { frameId, answer } of answers) {
    for (const { id } of answer.pictures) {
      const [made] = await api.scripting.executeScript({
        target: { tabId: target.tabId, frameIds: [frameId] },
        func: (of: string, asked: string) =>
          (globalThis as World).upscaleCollector?.thumbnail(of, asked),
        args: [session, id],
      });
      small.push((made?.result as SmallPicture | null) ?? null);
    }
  }
  await api.scripting.executeScript({
    target,
    func: (id: string) => (globalThis as World).upscaleCollector?.stop(id),
    args: [session],
  });
  return { answers, small };
}

function expectAll({ answers, small }: Seen): void {
  const top = answers.find(({ frameId }) => frameId === 0)?.answer;
  // They arrive as they are read; `order` is that of the page.
  const places = new Map(top?.order?.map((id, place) => [id, place]));
  const pictures = (top?.pictures ?? []).toSorted(
    (a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0),
  );
  expect(pictures.map(({ width, captureKey }) => [width, captureKey !== undefined])).toEqual([
    [210, true],
    [230, true],
  ]);
  const [first, second] = pictures;
  expect(top?.order).toEqual([first?.id, 'frame:0', 'frame:1', 'frame:100', second?.id]);
  expect(top?.hiddenFrames).toEqual(['about:srcdoc']);
  // The frame of another site is out of reach.
  expect(answers).toHaveLength(3);
  const inner = answers.flatMap(({ frameId, answer }) => (frameId === 0 ? [] : answer));
  expect(inner.find(({ path }) => path)).toMatchObject({ path: [0], pictures: [{ width: 220 }] });
  // No index names the frame in the shadow root, which its address does.
  const hidden = inner.find(({ path }) => !path);
  expect(hidden).toMatchObject({ url: 'about:srcdoc', pictures: [{ how: 'canvas', width: 240 }] });
  expect(small.map((one) => one?.width).sort()).toEqual([210, 220, 230, 240]);
}

describe('the collector in Chromium', () => {
  let stage: Stage;
  let popup: Page;
  beforeAll(async () => {
    stage = await openStage({ allowed: ['jimeng'] });
    popup = await stage.openPopup();
    const page = await stage.context.newPage();
    await page.goto(SITE);
    await page.evaluate(fill);
  });
  afterAll(() => stage.close());

  it('reads every frame in reach', async () => {
    expectAll(await popup.evaluate(collect, SITE));
  });
});

describe.skipIf(findFirefox() === undefined)('the collector in Firefox', () => {
  let stage: FirefoxStage;
  let popup: FirefoxTab;
  beforeAll(async () => {
    stage = await openFirefoxStage({ allowed: ['jimeng'] });
    popup = await stage.openPopup();
    const page = await stage.openTab(SITE);
    await page.evaluate(fill);
  });
  afterAll(() => stage.close());

  it('reads every frame in reach', async () => {
    expectAll(await popup.evaluate(collect, SITE));
  });
});
