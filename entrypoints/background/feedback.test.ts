import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { consent } from '@/lib/browser/storage/consent';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/browser/storage/settings';
import { backgroundMessages } from '@/lib/i18n/all-messages';
import type { Job } from '@/lib/jobs/model/job';
import type { ToastData } from '@/lib/page/ui/toast-data';
import type { PageOrigin } from '@/lib/sources/origin';
import { ENDED, failedJob, NOW, sampleJob, WAITING } from '@/tests/stories/jobs';
import { createFeedback } from './feedback';

const THUMB = new Blob(['thumb'], { type: 'image/webp' });
const PAGE = 'https://gallery.example/harbours/7';

let jobs: Job[];
let settings: Settings;
let mayNotify: boolean;
let isFocused: boolean;
let tabUrl: string;
let contexts: { contextType: string; tabId?: number; documentUrl?: string }[];
let toasts: (ToastData & { tabId: number })[];
let notices: { id: string; title: string; message: string; iconUrl: string; buttons?: unknown[] }[];
let cleared: string[];
let opened: string[];
let saved: string[];
let canOpenPopup: boolean;

beforeEach(async () => {
  fakeBrowser.reset();
  jobs = [];
  settings = DEFAULT_SETTINGS;
  mayNotify = false;
  isFocused = true;
  tabUrl = PAGE;
  contexts = [];
  [toasts, notices, cleared, opened, saved] = [[], [], [], [], []];
  canOpenPopup = true;
  type Injection = { target: { tabId: number }; args?: [ToastData] };
  Object.assign(fakeBrowser, {
    scripting: {
      executeScript: async ({ target, args }: Injection) => {
        if (args) toasts.push({ ...args[0], tabId: target.tabId });
        return [{ result: true }];
      },
    },
    permissions: { contains: async () => mayNotify },
    notifications: {
      create: async (id: string, options: Omit<(typeof notices)[number], 'id'>) =>
        notices.push({ id, ...options }),
      clear: async (id: string) => cleared.push(id),
    },
    sidePanel: undefined,
  });
  Object.assign(fakeBrowser.tabs, {
    get: async () => ({ active: true, windowId: 1, url: tabUrl }),
    query: async ({ url }: { url?: string }) => (url === undefined ? [{ id: 9 }] : []),
    create: async ({ url }: { url: string }) => opened.push(url),
  });
  Object.assign(fakeBrowser.windows, { get: async () => ({ focused: isFocused }) });
  Object.assign(fakeBrowser.action, {
    openPopup: async () => {
      if (!canOpenPopup) throw new Error('no window');
      opened.push('popup');
    },
  });
  Object.assign(fakeBrowser.runtime, {
    getURL: (path: string) => `chrome-extension://x${path}`,
    getContexts: async () => contexts,
  });
  await consent.grant(NOW);
});

const feedback = createFeedback({
  store: async () => ({
    open: async () => jobs.filter(({ stage }) => stage !== 'done' && stage !== 'failed'),
    list: async () => jobs,
    get: async (id) => jobs.find((job) => job.id === id),
    blob: async () => THUMB,
  }),
  settings: async () => settings,
  words: () => backgroundMessages('en'),
  save: async (id) => void saved.push(id),
  signInUrl: () => 'https://service.example/in',
});

let ids = 0;
function row(parts: Partial<Job> = {}): Job {
  ids += 1;
  const job = { ...sampleJob(), id: `row-${ids}`, ...parts };
  jobs.push(job);
  return job;
}
const doneRow = (parts: Partial<Job> = {}) => row({ ...ENDED.done, id: `done-${ids}`, ...parts });
/** The row comes to where it is from the stage before. */
const arrive = (job: Job) => feedback.changed(job, { ...job, stage: 'ready' });
const stop = (job: Job) => {
  const { waiting: _, ...before } = job;
  return feedback.changed(job, before);
};

describe('a click that became no row of its own', () => {
  const clicked = (origin: Partial<PageOrigin> = {}): Job =>
    ({ ...sampleJob(), id: 'clicked', origin: { ...sampleJob().origin, ...origin } }) as Job;

  it('is told where it was made, with the way to the row that has its picture', async () => {
    const options = { target: '4k', upscaler: 'auto', detail: 0.5 } as const;
    await feedback.joined(row({ options, name: 'harbour' }), clicked());
    expect(toasts).toMatchObject([
      {
        tabId: 1,
        tone: 'busy',
        title: 'Already upscaling to 4K',
        detail: 'harbour',
        buttons: [{ action: 'show' }],
      },
    ]);
  });

  it('is told what that row needs, if it needs the person', async () => {
    await feedback.joined(row(WAITING['sign-in']), clicked());
    expect(toasts).toMatchObject([{ title: 'Needs you', buttons: [{ action: 'sign-in' }] }]);
  });

  it.each<[string, () => Job]>([
    [
      'toasts are off',
      () => {
        settings = { ...settings, isToastOn: false };
        return clicked();
      },
    ],
    [
      'the page has been left',
      () => {
        tabUrl = 'https://elsewhere.example/';
        return clicked();
      },
    ],
    [
      'the popup is open, which tells it',
      () => {
        contexts = [{ contextType: 'POPUP' }];
        return clicked();
      },
    ],
    ['a note would be in the picture', () => clicked({ url: 'screen:' })],
  ])('is not told in the page where %s', async (_, click) => {
    await feedback.joined(row(), click());
    expect(toasts).toEqual([]);
  });
});

describe('in the page of the click', () => {
  it('a row that begins is told, with the others that run there', async () => {
    await feedback.changed(row(), undefined);
    await feedback.changed(row(), undefined);
    const origin = { ...sampleJob().origin, tabId: 77 } as Job['origin'];
    await feedback.changed(row({ origin }), undefined);
    expect(toasts.map(({ title, tabId }) => [tabId, title])).toEqual([
      [1, 'Upscaling to 2K…'],
      [1, '2 images are being upscaled'],
      [77, 'Upscaling to 2K…'],
    ]);
  });

  it.each<[string, () => Promise<unknown> | unknown, Partial<Job>]>([
    ['that is on another site by now', () => (tabUrl = 'https://other.example/'), {}],
    ['when toasts are off', () => (settings = { ...settings, isToastOn: false }), {}],
    ['before there is consent', () => consent.revoke(), {}],
    [
      'of a picture that is taken from the screen',
      () => {},
      {
        origin: { ...sampleJob().origin, url: 'screen:' } as Job['origin'],
      },
    ],
    ['of a file', () => {}, { origin: { kind: 'file', blobKey: 'b', name: 'a.png' } }],
  ])('nothing is told of a beginning %s', async (_, prepare, parts) => {
    await prepare();
    await feedback.changed(row(parts), undefined);
    expect(toasts).toEqual([]);
  });

  it('a row that is done is told with its picture, and its buttons act on it', async () => {
    const job = doneRow();
    await arrive(job);
    expect(toasts).toMatchObject([{ title: 'Done', thumb: btoa('thumb') }]);
    await feedback.pressed({ action: 'save', jobIds: [job.id] });
    expect(saved).toEqual([job.id]);
    await feedback.pressed({ action: 'compare', jobIds: [job.id] });
    expect(opened).toEqual([`chrome-extension://x/compare.html?job=${job.id}`]);
    expect(notices).toEqual([]);
  });

  it('an end is not overtaken by its beginning, however fast it comes', async () => {
    const { tabs } = fakeBrowser;
    const slow = tabs.get;
    let looks = 0;
    Object.assign(tabs, {
      get: async (id: number) => {
        looks += 1;
        if (looks === 1) await new Promise((resolve) => setTimeout(resolve, 20));
        return slow(id);
      },
    });
    const job = row();
    const begun = feedback.changed(job, undefined);
    const ended = arrive({ ...job, ...ENDED.done, id: job.id });
    await Promise.all([begun, ended]);
    expect(toasts.map(({ title }) => title)).toEqual(['Upscaling to 2K…', 'Done']);
  });

  it('rows that are done within seconds are told and saved as one', async () => {
    const together = [0, 3_000, 6_000, 60_000].map((ago) => doneRow({ finishedAt: NOW - ago }));
    await arrive(together[0] as Job);
    expect(toasts).toMatchObject([{ title: '3 images are done' }]);
  });

  it('a row that needs the person is told', async () => {
    await stop(row(WAITING['sign-in']));
    expect(toasts).toMatchObject([{ title: 'Needs you', buttons: [{ action: 'sign-in' }] }]);
    await feedback.pressed({ action: 'sign-in', jobIds: [] });
    expect(opened).toEqual(['https://service.example/in']);
  });

  it('a press that is none of ours does nothing', async () => {
    await feedback.pressed({ action: 'remove', jobIds: ['row-1'] });
    expect([opened, saved]).toEqual([[], []]);
  });
});

describe('nothing is told', () => {
  it.each<[string, Job, Partial<Job>]>([
    ['of a look', sampleJob({ stage: 'generating' }), {}],
    ['of a file that was saved', ENDED.saved as Job, {}],
    ['of a row that the person cancelled', ENDED.cancelled as Job, { stage: 'queued' }],
    ['of a picture that the person kept', ENDED.kept as Job, { stage: 'acquired' }],
    ['again of the same reason', WAITING['sign-in'] as Job, {}],
  ])('%s', async (_, job, before) => {
    await feedback.changed(row(job), { ...job, ...before });
    expect([toasts, notices]).toEqual([[], []]);
  });

  it.each([
    ['the popup', { contextType: 'POPUP' }],
    ['the compare page', { contextType: 'TAB', tabId: 9, documentUrl: 'x://x/compare.html?job=1' }],
  ])('when %s is before the person’s eyes', async (_, context) => {
    contexts = [context];
    await arrive(doneRow());
    expect(toasts).toEqual([]);
  });

  it('is told when a page of ours is behind, or about something else', async () => {
    contexts = [
      { contextType: 'TAB', tabId: 8, documentUrl: 'x://x/compare.html?job=1' },
      { contextType: 'TAB', tabId: 9, documentUrl: 'x://x/options.html' },
    ];
    await arrive(doneRow());
    expect(toasts).toHaveLength(1);
  });
});

describe('a notification', () => {
  beforeEach(() => {
    mayNotify = true;
    settings = { ...settings, isNotifyOn: true };
    isFocused = false;
  });

  it('tells where the page is not before the person’s eyes, without an address', async () => {
    const job = doneRow({ name: 'boat' });
    await arrive(job);
    expect(toasts).toEqual([]);
    expect(notices).toMatchObject([
      {
        id: `job/${job.id}`,
        title: 'Done',
        message: 'boat',
        iconUrl: expect.stringMatching(/^data:/),
      },
    ]);
    expect(notices[0]?.buttons).toEqual([{ title: 'Save' }, { title: 'Compare' }]);
    expect(JSON.stringify(notices)).not.toContain('gallery.example');
  });

  it('gives way to a toast that waits in the page, where it is not wanted', async () => {
    settings = { ...settings, isNotifyOn: false };
    await arrive(doneRow());
    expect(notices).toEqual([]);
    expect(toasts).toHaveLength(1);
  });

  it('tells of a file, which has no page', async () => {
    isFocused = true;
    await arrive(doneRow({ origin: { kind: 'file', blobKey: 'b', name: 'a.png' } }));
    expect(notices).toHaveLength(1);
  });

  it('groups what ends within seconds', async () => {
    const first = doneRow({ finishedAt: NOW - 2_000 });
    await arrive(first);
    const second = doneRow({ finishedAt: NOW });
    await arrive(second);
    expect(notices.map(({ id, title }) => [id, title])).toEqual([
      [`job/${first.id}`, 'Done'],
      ['jobs', '2 images are done'],
    ]);
    expect(notices[1]?.message).not.toBe('');
    expect(cleared).toContain(`job/${first.id}`);
  });

  it('tells of a failure', async () => {
    await arrive(row(failedJob('timeout')));
    expect(notices).toMatchObject([{ title: 'Upscaling failed', buttons: [] }]);
  });

  it.each([
    [
      'shows before and after',
      undefined,
      (id: string) => [`chrome-extension://x/compare.html?job=${id}`],
    ],
    [
      'so does its second button',
      1,
      (id: string) => [`chrome-extension://x/compare.html?job=${id}`],
    ],
    ['saves by its first', 0, () => []],
  ])('%s', async (_, button, pages) => {
    const job = doneRow();
    await feedback.clicked({ id: `job/${job.id}`, ...(button !== undefined && { button }) });
    expect(opened).toEqual(pages(job.id));
    expect(saved).toEqual(button === 0 ? [job.id] : []);
    expect(cleared).toEqual([`job/${job.id}`]);
  });

  it.each([
    ['about several rows', () => 'jobs'],
    ['about a row that is gone', () => 'job/gone'],
    ['about a row that failed', () => `job/${row(failedJob('timeout')).id}`],
  ])('%s opens the popup, or its page', async (_, id) => {
    await feedback.clicked({ id: id() });
    canOpenPopup = false;
    await feedback.clicked({ id: id() });
    expect(opened).toEqual(['popup', 'chrome-extension://x/popup.html']);
  });
});
