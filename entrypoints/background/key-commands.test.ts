import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ActivePage } from '@/lib/browser/tabs/commands';
import type { Job } from '@/lib/jobs/model/job';
import { createKeyCommands } from './key-commands';

const PAGE: ActivePage = { tabId: 3, frameId: 0, pageUrl: '', pageTitle: '', frameUrl: '' };

let opened: string[];
let canOpenPopup: boolean;
let isOnPage: boolean;
let pausedAt: number | undefined;
let jobs: (Pick<Job, 'id'> & { condition: string; finishedAt: number; isKept?: true })[];

beforeEach(() => {
  fakeBrowser.reset();
  opened = [];
  canOpenPopup = true;
  isOnPage = true;
  pausedAt = undefined;
  jobs = [];
  Object.assign(fakeBrowser.runtime, {
    getURL: (path: string) => `ext://us${path}`,
    getContexts: async () => [],
    openOptionsPage: async () => opened.push('options'),
  });
  Object.assign(fakeBrowser.tabs, {
    query: async () => [],
    get: async (id: number) => ({ id, url: 'https://a.example/' }),
    create: async ({ url }: { url: string }) => opened.push(url),
  });
  Object.assign(fakeBrowser.action, {
    async openPopup() {
      if (!canOpenPopup) throw new Error('no toolbar');
      opened.push('popup');
    },
  });
  Object.assign(fakeBrowser, { sidePanel: { open: async () => opened.push('panel') } });
});

const underPointer = vi.fn(async () => {});
const turnResults = vi.fn(async () => isOnPage);
const save = vi.fn(async () => {});
const pauseAll = vi.fn(async () => {});

async function press(name: keyof ReturnType<typeof createKeyCommands>, page?: ActivePage) {
  const running: Promise<unknown>[] = [];
  const engine = {
    store: {
      entries: async () => jobs,
      get: async (id: string) => {
        const job = jobs.find((each) => each.id === id);
        return job && { ...job, stage: 'done', ...(!job.isKept && { submission: {} }) };
      },
      pausedSince: async () => pausedAt,
    },
    saver: { save },
    batches: { pauseAll },
  };
  const commands = createKeyCommands({
    engine: async () => engine as never,
    underPointer,
    turnResults,
    run: (work) => running.push(work),
  });
  commands[name](page, 7);
  await Promise.all(running);
}

beforeEach(() => vi.clearAllMocks());

it('the pointer’s image is upscaled to the usual size, or to the one in the command', async () => {
  await press('upscale-under-pointer', PAGE);
  await press('upscale-2k', PAGE);
  await press('upscale-4k', PAGE);
  expect(underPointer.mock.calls).toEqual([
    [PAGE, undefined],
    [PAGE, '2k'],
    [PAGE, '4k'],
  ]);
  await press('upscale-4k');
  expect(underPointer).toHaveBeenCalledTimes(3);
});

describe('the newest result', () => {
  beforeEach(() => {
    jobs = [
      { id: 'old', condition: 'done', finishedAt: 5 },
      { id: 'new', condition: 'done', finishedAt: 9 },
      { id: 'kept', condition: 'done', finishedAt: 10, isKept: true },
      { id: 'failed', condition: 'failed', finishedAt: 11 },
    ];
  });

  it('is compared, and saved', async () => {
    await press('compare-newest');
    expect(opened).toEqual(['ext://us/compare.html?job=new']);
    await press('save-newest');
    expect(save).toHaveBeenCalledWith('new');
  });

  it('is missing: the list says why', async () => {
    jobs = [];
    await press('compare-newest');
    await press('save-newest');
    expect(opened).toEqual(['ext://us/popup.html', 'ext://us/popup.html']);
    expect(save).not.toHaveBeenCalled();
  });
});

it('the results of a page are shown in it; where there are none, the popup says so', async () => {
  await press('show-results', PAGE);
  expect([turnResults.mock.calls, opened]).toEqual([[[PAGE]], []]);
  isOnPage = false;
  await press('show-results', PAGE);
  expect(opened).toEqual(['popup']);
  await press('show-results');
  expect(turnResults).toHaveBeenCalledTimes(2);
});

it('everything pauses, and goes on, and the popup shows which; a window without a toolbar gets the list', async () => {
  await press('pause-all');
  expect(pauseAll).toHaveBeenLastCalledWith(true);
  pausedAt = 5;
  canOpenPopup = false;
  await press('pause-all');
  expect(pauseAll).toHaveBeenLastCalledWith(false);
  expect(opened).toEqual(['popup', 'ext://us/popup.html']);
});

it('the panel opens, or the list where there is none', async () => {
  await press('open-panel');
  Object.assign(fakeBrowser, {
    sidePanel: { open: () => Promise.reject(new Error('no side panel in this window')) },
  });
  await press('open-panel');
  Object.assign(fakeBrowser, { sidePanel: undefined });
  await press('open-panel');
  expect(opened).toEqual(['panel', 'ext://us/popup.html', 'ext://us/popup.html']);
});

it('the pages open', async () => {
  await press('choose-several', PAGE);
  await press('choose-several');
  await press('open-list');
  await press('open-options');
  expect(opened).toEqual(['ext://us/picker.html?tab=3', 'ext://us/popup.html', 'options']);
});
