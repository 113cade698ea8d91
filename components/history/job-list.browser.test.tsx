import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { historyOf } from '@/tests/stories/history';
import { manyJobs, NOW } from '@/tests/stories/jobs';
import { LocaleContext, localeOf } from '../ui/locale';
import { JobList } from './job-list';

let place: HTMLElement | undefined;
afterEach(() => place?.remove());

const nothing = () => {};
const NONE: ReadonlySet<string> = new Set();
const actions = new Proxy({}, { get: () => nothing }) as never;

/** Five thousand rows in a scrolling part as high as the popup's. */
function showList(shown: (ids: readonly string[]) => void) {
  place = document.createElement('div');
  place.innerHTML = '<main class="app__rows" style="height:450px;overflow:auto"></main>';
  document.body.append(place);
  const main = place.querySelector('main') as HTMLElement;
  const history = historyOf(manyJobs(5_000));
  render(
    <LocaleContext.Provider value={localeOf('en', messagesFor('en'))}>
      <JobList
        history={history}
        now={NOW}
        actions={actions}
        opened={NONE}
        onOpen={nothing}
        onChooseFile={nothing}
        onShow={shown}
        onEnd={nothing}
      />
    </LocaleContext.Provider>,
    main,
  );
  return main;
}

const rows = (main: HTMLElement) => [...main.querySelectorAll<HTMLElement>('.job-card')];
const inWindow = (main: HTMLElement) =>
  rows(main).filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    const box = main.getBoundingClientRect();
    return bottom > box.top && top < box.bottom;
  });

it('draws a window of 5,000 rows, wherever one scrolls', async () => {
  const shown = vi.fn();
  const main = showList(shown);
  await vi.waitFor(() => expect(rows(main).length).toBeGreaterThan(0));
  expect(main.scrollHeight).toBeGreaterThan(5_000 * 60);
  for (const share of [0.5, 1, 0.25, 0]) {
    main.scrollTop = main.scrollHeight * share;
    await vi.waitFor(() => expect(inWindow(main).length).toBeGreaterThan(2));
    await vi.waitFor(() => expect(rows(main).length).toBeLessThan(80));
    const ids = rows(main).map(({ dataset }) => dataset.id);
    await vi.waitFor(() => expect(shown).toHaveBeenLastCalledWith(ids));
  }
  expect(rows(main)[0]?.getAttribute('aria-posinset')).toBe('1');
});

it('keeps the row that has the keyboard, and comes back to it', async () => {
  const main = showList(nothing);
  await vi.waitFor(() => expect(rows(main).length).toBeGreaterThan(5));
  const row = rows(main)[3];
  row?.focus();
  main.scrollTop = main.scrollHeight / 2;
  await vi.waitFor(() =>
    expect(inWindow(main).some(({ dataset }) => Number(dataset.id?.slice(4)) > 100)).toBe(true),
  );
  expect(document.activeElement).toBe(row);
  expect(row?.isConnected).toBe(true);
});
