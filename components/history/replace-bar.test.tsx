// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES, type Language } from '@/lib/i18n/locales/languages';
import { sampleBatch } from '@/tests/stories/batches';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import { recordedActions, show } from '@/tests/stories/show';
import { BatchRow } from './batch-row';
import { ReplaceBar } from './replace-bar';
import { type Replacing, ReplacingContext } from './replacing';
import { RowMenu } from './row-menu';

const HOST = 'gallery.example';
const PATTERN = `https://${HOST}/*`;

const replacingWith = (parts: Partial<Replacing> = {}) => ({
  jobIds: [],
  batchIds: [],
  sites: [],
  ...parts,
  actions: {
    show: vi.fn<Replacing['actions']['show']>(),
    showBatch: vi.fn<Replacing['actions']['showBatch']>(),
    hide: vi.fn<Replacing['actions']['hide']>(),
    hideBatch: vi.fn<Replacing['actions']['hideBatch']>(),
    switchOn: vi.fn<Replacing['actions']['switchOn']>(),
    switchOff: vi.fn<Replacing['actions']['switchOff']>(),
    allow: vi.fn<Replacing['actions']['allow']>(),
    dismiss: vi.fn<Replacing['actions']['dismiss']>(),
  },
});

function showIn(child: preact.JSX.Element, parts: Partial<Replacing> = {}, language?: Language) {
  const replacing = replacingWith(parts);
  const wrapped = <ReplacingContext.Provider value={replacing}>{child}</ReplacingContext.Provider>;
  return { ...show(wrapped, language), ...replacing.actions };
}

describe('the menu of a row', () => {
  const done = sampleJob({ ...ENDED.done, id: 'a' });
  const open = async (parts: Partial<Replacing> = {}, job = done) => {
    const view = showIn(<RowMenu job={job} actions={recordedActions()} helping={[]} />, parts);
    await view.user.click(screen.getByRole('button', { name: 'More' }));
    const choose = (name: string) => view.user.click(screen.getByRole('menuitem', { name }));
    return { ...view, choose };
  };
  const items = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent);

  it('shows the result on the page, and takes that back', async () => {
    const { choose, show: shows, unmount } = await open();
    await choose('Show on the page');
    expect(shows).toHaveBeenCalledExactlyOnceWith(['a']);
    unmount();
    const second = await open({ jobIds: ['a'] });
    await second.choose('Show the originals again');
    expect(second.hide).toHaveBeenCalledExactlyOnceWith(['a']);
  });

  it('switches the site on and off', async () => {
    const { choose, switchOn, unmount } = await open();
    await choose(`Always show results on ${HOST}`);
    expect(switchOn).toHaveBeenCalledExactlyOnceWith(PATTERN);
    unmount();
    const second = await open({ sites: [PATTERN] });
    await second.choose(`Stop always showing results on ${HOST}`);
    expect(second.switchOff).toHaveBeenCalledExactlyOnceWith(PATTERN);
  });

  it.each([
    ['a file', { ...done, origin: { kind: 'file', blobKey: 'k', name: 'n' } as const }],
    ['an imported row', { ...done, isImported: true as const }],
    [
      'the service',
      { ...done, origin: { ...done.origin, pageUrl: 'https://jimeng.jianying.com/' } },
    ],
  ])('offers nothing of that for %s', async (_, job) => {
    await open({}, job as typeof done);
    expect(items().join()).not.toMatch(/Show on the page|Always/);
  });
});

it('the row of a batch shows all its results, and takes that back', async () => {
  const row = (
    <BatchRow
      id="batch/batch"
      place={{ at: 1, of: 1 }}
      isOpen={true}
      summary={sampleBatch()}
      actions={recordedActions()}
      onToggle={() => {}}
    />
  );
  const first = showIn(row);
  await first.user.click(screen.getByRole('button', { name: 'Show on the page' }));
  expect(first.showBatch).toHaveBeenCalledExactlyOnceWith('batch');
  first.unmount();
  const second = showIn(row, { batchIds: ['batch'] });
  await second.user.click(screen.getByRole('button', { name: 'Show the originals again' }));
  expect(second.hideBatch).toHaveBeenCalledExactlyOnceWith('batch');
});

describe('the bar', () => {
  const said = () => screen.getByRole('status').textContent;
  const missing = { state: 'no-access', pattern: PATTERN, host: HOST, jobIds: ['a'] } as const;

  it.each(LANGUAGES)('says in %s what became of the wish', (language) => {
    const { replace } = messagesFor(language);
    for (const [told, sentence] of [
      [{ state: 'looking' }, replace.looking],
      [{ state: 'shown', replaced: 2, impossible: 1 }, replace.shown(2)],
      [{ state: 'shown', replaced: 0, impossible: 1 }, replace.impossible],
      [{ state: 'shown', replaced: 0, impossible: 0 }, replace.notFound],
      [{ state: 'forbidden' }, replace.forbidden],
      [{ state: 'gone' }, replace.gone],
      [missing, replace.noAccess(HOST)],
    ] as const) {
      const { unmount } = showIn(<ReplaceBar />, { told }, language);
      expect(said()).toContain(sentence);
      unmount();
    }
  });

  it('is there for screen readers before it says anything', () => {
    showIn(<ReplaceBar />);
    expect(said()).toBe('');
  });

  it('asks for the one host, and is dismissed', async () => {
    const { user, allow, dismiss } = showIn(<ReplaceBar />, { told: missing });
    await user.click(screen.getByRole('button', { name: `Allow ${HOST}` }));
    expect(allow).toHaveBeenCalledExactlyOnceWith(PATTERN, ['a']);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(dismiss).toHaveBeenCalledOnce();
  });
});
