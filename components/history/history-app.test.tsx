// @vitest-environment happy-dom

import { screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import { offeredFiles } from '@/lib/intake/offered';
import { EVERYTHING } from '@/lib/jobs/model/query';
import type { ZipFailure } from '@/lib/jobs/model/zip-state';
import { batchStory } from '@/tests/stories/batches';
import { historyOf } from '@/tests/stories/history';
import { asList, ENDED, failedJob, manyJobs, NOW, WAITING } from '@/tests/stories/jobs';
import { recordedActions, showPage } from '@/tests/stories/show';
import { EmptyState } from './empty-state';
import { App, type AppProps } from './history-app';

function showApp(props: Partial<AppProps> = {}) {
  const actions = recordedActions();
  const language = props.language ?? 'en';
  const page = (changed: Partial<AppProps>) => (
    <App
      history={historyOf([])}
      account={{ site: 'jimeng', state: 'signed-in', credits: { total: 58 } }}
      now={NOW}
      target="4k"
      messages={messagesFor(language)}
      language={language}
      actions={actions}
      {...props}
      {...changed}
    />
  );
  return { ...showPage(page), actions };
}

describe('App', () => {
  it.each(LANGUAGES)('tells a new person in %s how it is done', (language) => {
    const { container } = showApp({ language });
    const { app, empty } = messagesFor(language);
    screen.getByRole('heading', { level: 1, name: app.title });
    screen.getByRole('heading', { level: 2, name: empty.title });
    expect(container.textContent).not.toMatch(/undefined|\[object/);
    expect(container.querySelector(`[lang="${language}"]`)).not.toBeNull();
  });

  it('has its contents in landmarks', () => {
    showApp({ history: historyOf(manyJobs(30)) });
    const main = within(screen.getByRole('main'));
    main.getByRole('group', { name: 'Upscale to' });
    main.getByLabelText('Choose images');
    const days = main
      .getAllByRole('region')
      .map((day) => day.ariaLabel ?? day.getAttribute('aria-label'));
    expect(days.length).toBeGreaterThan(0);
    expect(new Set(days).size).toBe(days.length);
  });

  it('shows the balance, which leads to the service', async () => {
    const { user, actions } = showApp();
    await user.click(screen.getByRole('button', { name: '58 credits left. Open Jimeng' }));
    expect(actions.openService).toHaveBeenCalledOnce();
  });

  it('asks for the sign-in once, and says what waits for it', async () => {
    const waiting = WAITING['sign-in'] ?? failedJob('internal');
    const { user, actions } = showApp({
      account: { site: 'jimeng', state: 'signed-out' },
      history: historyOf(asList([waiting, waiting])),
    });
    const banner = screen.getByRole('region', { name: 'Sign in to Jimeng' });
    expect(banner.textContent).toContain('2 images are waiting');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(actions.signIn).toHaveBeenCalledOnce();
    expect(screen.queryByText('58')).toBeNull();
  });

  it('asks for the site of the account when access to it is missing', async () => {
    const { user, actions } = showApp({ account: { site: 'jimeng', state: 'no-access' } });
    await user.click(screen.getByRole('button', { name: 'Allow access' }));
    expect(actions.allowService).toHaveBeenCalledOnce();
  });

  it('offers to pick an image on the page, and the settings', async () => {
    const { user, actions } = showApp();
    await user.click(screen.getByRole('button', { name: 'Pick an image on this page' }));
    expect(actions.pickImage).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: 'Settings' }));
    expect(actions.openOptions).toHaveBeenCalledOnce();
  });

  it('names the keys of the shortcut, unless the person took them away', () => {
    const { container, again } = showApp();
    expect(container.querySelector('kbd')?.textContent).toBe('Alt+Shift+U');
    again(<EmptyState shortcut="" />);
    expect(container.querySelector('kbd')).toBeNull();
    screen.getByText(/^Or pick it on the page/);
  });

  it('sends chosen files on with the size of the moment', async () => {
    const { user, actions } = showApp();
    const file = new File(['x'], 'a.png', { type: 'image/png' });
    await user.upload(screen.getByLabelText('Choose images'), file);
    expect(actions.addImages).toHaveBeenCalledExactlyOnceWith(
      offeredFiles([file]),
      '4k',
      expect.any(Function),
    );
    await user.click(screen.getByRole('radio', { name: '2K' }));
    expect(actions.setTarget).toHaveBeenCalledExactlyOnceWith('2k');
  });

  it('opens the file chooser from a row', async () => {
    const { user } = showApp({ history: historyOf([failedJob('image-heic')]) });
    const click = vi.spyOn(screen.getByLabelText('Choose images'), 'click');
    await user.click(screen.getByRole('button', { name: 'Choose a file' }));
    expect(click).toHaveBeenCalledOnce();
  });

  it('is walked through with Tab alone, in the order of reading', async () => {
    const { user } = showApp({ history: historyOf([ENDED.done ?? failedJob('internal')]) });
    const names: string[] = [];
    for (let step = 0; step < 11; step += 1) {
      await user.tab();
      const element = document.activeElement;
      names.push(element?.getAttribute('aria-label') ?? element?.textContent ?? '');
    }
    expect(names).toEqual([
      '58 credits left. Open Jimeng',
      'Pick an image on this page',
      'Choose several images on this page',
      'Settings',
      'Choose images',
      'Choose a folder',
      '',
      'Save',
      'Compare',
      'More',
      'Remove',
    ]);
  });

  it('shows the thumbnail beside the row', () => {
    const jobs = asList([ENDED.done ?? failedJob('internal')]);
    showApp({ history: historyOf(jobs, { thumbs: new Map([['job-0', 'blob:job-0']]) }) });
    const item = screen.getByRole('listitem', { name: 'night-lake' });
    expect(item.querySelector('img')?.getAttribute('src')).toBe('blob:job-0');
    within(item).getByText('to 2K');
  });

  it('shows nothing of the history before it has been read', () => {
    showApp({ history: undefined });
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
  });

  it('stays calm with a handful of rows, and offers to search many', () => {
    const { again } = showApp({ history: historyOf(manyJobs(6)) });
    expect(screen.queryByRole('searchbox')).toBeNull();
    again(<EmptyState shortcut="" />);
    showApp({ history: historyOf(manyJobs(7)) });
    screen.getByRole('searchbox', { name: 'Search' });
  });

  it('asks for words, a condition and an order', async () => {
    const { user, actions } = showApp({ history: historyOf(manyJobs(30)) });
    await user.type(screen.getByRole('searchbox'), 'b');
    expect(actions.ask).toHaveBeenLastCalledWith({ ...EVERYTHING, words: 'b' });
    await user.click(screen.getByRole('radio', { name: /^Done/ }));
    expect(actions.ask).toHaveBeenLastCalledWith({ ...EVERYTHING, filter: 'done' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sort' }), 'Largest');
    expect(actions.ask).toHaveBeenLastCalledWith({ ...EVERYTHING, sort: 'size' });
  });

  it('says when nothing matches, and keeps the search at hand', () => {
    const query = { ...EVERYTHING, words: 'zebra' };
    showApp({ history: historyOf(manyJobs(8), { query, entries: [] }) });
    screen.getByText('No images match.');
    screen.getByDisplayValue('zebra');
  });

  it('does one thing to many rows, chosen one by one or all at once', async () => {
    const { user, actions } = showApp({ history: historyOf(manyJobs(12)) });
    await user.click(screen.getByRole('button', { name: 'Select' }));
    expect(actions.readAll).toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Select picture 2' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select picture 3' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select picture 3' }));
    await user.click(screen.getByRole('button', { name: 'Remove 1' }));
    expect(actions.removeAll).toHaveBeenCalledExactlyOnceWith(['job-1']);
    expect(screen.queryByRole('checkbox')).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Select' }));
    await user.click(screen.getByRole('checkbox', { name: 'All' }));
    await user.click(screen.getByRole('button', { name: /^Save \d/ }));
    const done = historyOf(manyJobs(12)).entries.filter(({ condition }) => condition === 'done');
    expect(actions.saveAll).toHaveBeenCalledExactlyOnceWith(done.map(({ id }) => id));
  });

  it('saves the chosen results as one ZIP, in the order of the list', async () => {
    const { user, actions } = showApp({ history: historyOf(manyJobs(12)) });
    await user.click(screen.getByRole('button', { name: 'Select' }));
    expect(screen.queryByRole('button', { name: 'More ways to save' })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'All' }));
    await user.click(screen.getByRole('button', { name: 'More ways to save' }));
    await user.click(screen.getByRole('menuitem', { name: 'Save as ZIP' }));
    const done = historyOf(manyJobs(12)).entries.filter(({ condition }) => condition === 'done');
    expect(actions.saveZip).toHaveBeenCalledExactlyOnceWith(done.map(({ id }) => id));
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('saves a batch in the order picked', async () => {
    const { jobs, summary } = batchStory({ id: 'b', done: 8 });
    const { user, actions } = showApp({ history: historyOf(jobs, { batches: [summary] }) });
    await user.click(screen.getByRole('button', { name: 'Select' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select Harbour photographs' }));
    await user.click(screen.getByRole('button', { name: 'Save 8' }));
    expect(actions.saveAll).toHaveBeenCalledExactlyOnceWith(jobs.map(({ id }) => id));
  });

  it('opens a batch, and leaves it open while a search hides it', async () => {
    const { jobs, summary } = batchStory({ id: 'b', done: 8 });
    const history = (words = '') =>
      historyOf(jobs, { batches: [summary], query: { ...EVERYTHING, words } });
    const { user, change } = showApp({ history: history() });
    const rows = () => screen.queryAllByRole('listitem', { name: /^harbour \d/ });
    expect(rows()).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Harbour photographs' }));
    expect(rows()).toHaveLength(8);
    change({ history: history('harbour 2') });
    expect(rows()).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Harbour photographs' })).toBeNull();
    change({ history: history() });
    expect(rows()).toHaveLength(8);
  });

  it.each([
    ['Save list (CSV)', 'csv'],
    ['Save list (JSON)', 'json'],
  ] as const)('%s lists every chosen row, also one that failed', async (name, format) => {
    const { user, actions } = showApp({ history: historyOf(manyJobs(12)) });
    await user.click(screen.getByRole('button', { name: 'Select' }));
    await user.click(screen.getByRole('checkbox', { name: 'All' }));
    await user.click(screen.getByRole('button', { name: 'More ways to save' }));
    await user.click(screen.getByRole('menuitem', { name }));
    const ids = historyOf(manyJobs(12)).entries.map(({ id }) => id);
    expect(actions.saveList).toHaveBeenCalledExactlyOnceWith(ids, format);
  });

  describe('says of the ZIP', () => {
    const zip = {
      id: 'z',
      jobIds: ['a', 'b', 'c'],
      at: 0,
      packed: 1,
      missing: [{ id: 'b', name: 'lake' }],
    };

    it('how far it is, and stops it', async () => {
      const { user, actions } = showApp({ zip: { ...zip, state: 'packing', restarts: 0 } });
      screen.getByRole('progressbar', { name: 'Packing ZIP: 2 of 3' });
      await user.click(screen.getByRole('button', { name: 'Stop' }));
      expect(actions.dismissZip).toHaveBeenCalledOnce();
    });

    it('that another one has to wait', () => {
      for (const state of [
        { state: 'packing', restarts: 0 },
        { state: 'saving', url: 'blob:z' },
      ] as const) {
        const { unmount } = showApp({ zip: { ...zip, ...state }, isZipRefused: true });
        screen.getByText('One ZIP at a time. Save the next one when this one is done.');
        unmount();
      }
    });

    it('what is not in it', async () => {
      const { user, actions } = showApp({ zip: { ...zip, state: 'saved', fileName: 'a.zip' } });
      screen.getByText('1 of 3 are in the ZIP. No longer readable:');
      screen.getByText('lake');
      await user.click(screen.getByRole('button', { name: 'Close' }));
      expect(actions.dismissZip).toHaveBeenCalledOnce();
    });

    it.each(LANGUAGES)('in %s why there is none', (language) => {
      for (const [reason, sentence] of Object.entries(messagesFor(language).history.zip.failures)) {
        const failed = { ...zip, state: 'failed', reason: reason as ZipFailure } as const;
        const { unmount, container } = showApp({ zip: failed, language });
        expect(container.querySelector('.zip-bar')?.textContent).toContain(sentence);
        unmount();
      }
    });
  });

  it('offers to undo a removal', async () => {
    const history = historyOf(manyJobs(3), { removal: { at: 7, count: 2 } });
    const { user, actions } = showApp({ history });
    screen.getByText('2 images removed');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(actions.undoRemoval).toHaveBeenCalledExactlyOnceWith(7);
  });

  it.each(LANGUAGES)('says in %s that a picture is on its way already', async (language) => {
    const history = historyOf(manyJobs(3), { joined: { jobId: 'job-2', target: '4k', at: 7 } });
    const { user, actions } = showApp({ history, language });
    const { history: words } = messagesFor(language);
    screen.getByText(words.joined('4K'));
    await user.click(screen.getByRole('button', { name: words.showJoined }));
    expect(actions.goTo).toHaveBeenCalledExactlyOnceWith('job-2');
  });

  it.each(LANGUAGES)('says in %s that only a newer version can read the history', (language) => {
    showApp({ history: undefined, historyTrouble: 'newer', language });
    screen.getByRole('region', { name: messagesFor(language).notices.newerTitle });
  });

  it.each(LANGUAGES)(
    'says in %s that the history cannot be read, and tries again',
    async (language) => {
      const { user, actions } = showApp({
        history: undefined,
        historyTrouble: 'unreadable',
        language,
      });
      const { notices } = messagesFor(language);
      screen.getByText(notices.unreadableText);
      await user.click(screen.getByRole('button', { name: notices.tryAgain }));
      expect(actions.readAgain).toHaveBeenCalledOnce();
    },
  );

  it.each(LANGUAGES)('says in %s that a click was lost for want of room', async (language) => {
    const history = historyOf(manyJobs(3));
    const { user, actions } = showApp({ history, isStorageFull: true, language });
    const { notices } = messagesFor(language);
    within(screen.getByRole('alert')).getByText(notices.fullText);
    await user.click(screen.getByRole('button', { name: notices.makeRoom }));
    expect(screen.getAllByRole('checkbox').length).toBeGreaterThan(3);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(actions.dismissFull).not.toHaveBeenCalled();
  });

  it('offers no removing where there is nothing to remove', async () => {
    const { user, actions } = showApp({ isStorageFull: true });
    const { notices } = messagesFor('en');
    within(screen.getByRole('alert')).getByText(notices.fullElsewhere);
    await user.click(screen.getByRole('button', { name: notices.fullRead }));
    expect(actions.dismissFull).toHaveBeenCalledOnce();
  });
});
