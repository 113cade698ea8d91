// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import { DEFAULT_CHOICES } from '@/lib/reader/choices';
import { ENDED, failedJob, RUNNING, sampleJob } from '@/tests/stories/jobs';
import { leafOf, showReader } from '@/tests/stories/show-reader';
import type { ReaderPageProps } from './page';

const single = { ...DEFAULT_CHOICES, layout: 'single' } as const;
const button = (name: string) => screen.getByRole('button', { name });
const position = () => document.querySelector('.reader-pager__position')?.textContent;
const said = () => document.querySelector('.reader-pager__said')?.textContent;
const mark = () => document.querySelector('.reader-leaf__mark')?.textContent;
/** Pages that are drawn, by their numbers. */
const drawn = () =>
  [...document.querySelectorAll('li')].map(({ ariaPosInSet, attributes }) =>
    Number(ariaPosInSet ?? attributes.getNamedItem('aria-posinset')?.value),
  );

describe.each(LANGUAGES)('in %s', (language) => {
  it('names everything that is seen or operated', async () => {
    const { user } = showReader({ language });
    await user.keyboard('v');
    for (const role of ['button', 'img', 'main', 'spinbutton', 'switch', 'radio']) {
      expect(screen.getAllByRole(role).length).toBeGreaterThan(0);
      expect(screen.queryAllByRole(role, { name: '' })).toEqual([]);
    }
  });

  it.each<[string, Partial<ReaderPageProps>]>([
    ['gone', { batch: undefined, leaves: [] }],
    ['empty', { leaves: [] }],
    ['unreadable', { trouble: 'unreadable', leaves: [] }],
  ])('a batch that is %s says so', (_, props) => {
    const { container } = showReader({ language, ...props });
    expect(container.textContent?.trim()).not.toBe('');
    expect(screen.queryByRole('list')).toBeNull();
  });
});

describe('a page that is not upscaled', () => {
  const show = (state: Parameters<typeof leafOf>[1], props: Partial<ReaderPageProps> = {}) =>
    showReader({ leaves: [leafOf(1, state)], choices: single, ...props });

  it('says why, on the page and below', async () => {
    show(failedJob('content-refused'));
    expect(mark()).toBe('Original · Failed');
    expect(said()).toMatch(/^Jimeng’s content/);
  });

  it('says that the limit of its batch holds it up, unless it is ordered already', () => {
    const batch = {
      id: 'batch',
      name: '',
      createdAt: 0,
      target: '2k',
      size: 1,
      leftOut: { large: 0, known: 0 },
      paused: { by: 'budget', at: 0 },
    } as const;
    const { unmount } = show(RUNNING.queued, { batch });
    expect([mark(), said()]).toEqual([
      'Original · Paused at the limit',
      expect.stringMatching(/^Paused: the next order could exceed/),
    ]);
    unmount();
    show(RUNNING.generating, { batch });
    expect(mark()).toBe('Original · Upscaling');
  });

  it('says that everything is paused', () => {
    show(RUNNING.queued, { isAllPaused: true });
    expect(mark()).toBe('Original · Paused');
  });

  it('says that its result was removed to save space', () => {
    const done = ENDED.done ?? sampleJob();
    const result = { ...(done.result ?? { url: '', width: 1, height: 1 }), removedAt: 1 };
    show(
      { ...done, result },
      { pictures: new Map([['page-1', { kind: 'source', url: 'blob:1' }]]) },
    );
    expect(mark()).toBe('Original · Result not stored');
    expect(said() ?? '').toMatch(/^$|removed to save space/);
  });

  it('is an empty frame with a name where nothing is stored of it', () => {
    show(RUNNING.queued, { pictures: new Map([['page-1', { kind: 'none' }]]) });
    screen.getByRole('img', { name: /^Page 1: harbour 1\. / });
  });

  it('keeps its place once it was removed', () => {
    const leaves = [leafOf(1), { ...leafOf(2), isGone: true }];
    showReader({ leaves, choices: single, start: { index: 1, share: 0 }, pictures: new Map() });
    screen.getByRole('img', {
      name: 'Page 2: harbour 2. This image was removed from the history.',
    });
    expect(position()).toBe('Page 2 of 2');
  });
});

describe('by keys', () => {
  it('pages are turned towards the side that is read, and never beyond the ends', async () => {
    const { user, actions } = showReader({ choices: single });
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect(position()).toBe('Page 2 of 12');
    expect(actions.keepPlace).toHaveBeenLastCalledWith({ jobId: 'page-2', share: 0 });
    await user.keyboard('d{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(position()).toBe('Page 1 of 12');
    await user.keyboard('{End}{ArrowLeft}');
    expect(position()).toBe('Page 12 of 12');
  });

  it('everything about the view is chosen and remembered', async () => {
    const { user, actions } = showReader();
    await user.keyboard('lldnch');
    expect(actions.choose).toHaveBeenLastCalledWith({
      layout: 'double',
      direction: 'rtl',
      fit: 'height',
      isCapped: true,
      hasCover: true,
    });
    expect(drawn()).toEqual([1]);
    await user.keyboard('{ArrowLeft}');
    expect(drawn()).toEqual([3, 2]);
  });

  it('pressed faster than the page is drawn do what they do one after the other', async () => {
    const { actions } = showReader();
    for (const key of ['End', 'l', 'd', 'ArrowRight', 'ArrowRight', '+', '+'])
      fireEvent.keyDown(document.body, { key });
    expect(actions.choose).toHaveBeenLastCalledWith({
      ...single,
      direction: 'rtl',
    });
    await waitFor(() => expect(position()).toBe('Page 10 of 12'));
    expect(drawn()).toEqual([10]);
  });

  it('originals are shown while one is held, and not for longer', async () => {
    const { actions } = showReader();
    fireEvent.keyDown(window, { key: 'o' });
    await waitFor(() => expect(actions.wantOriginals).toHaveBeenLastCalledWith(true));
    fireEvent.keyUp(window, { key: 'o' });
    await waitFor(() => expect(actions.wantOriginals).toHaveBeenLastCalledWith(false));
    fireEvent.keyDown(window, { key: 'o' });
    await waitFor(() => expect(actions.wantOriginals).toHaveBeenLastCalledWith(true));
    // Let go in another window.
    fireEvent.blur(window);
    await waitFor(() => expect(actions.wantOriginals).toHaveBeenLastCalledWith(false));
  });

  it('nothing happens in a field, and nothing with the keys of the browser', async () => {
    const { user, actions } = showReader({ choices: single });
    await user.keyboard('g');
    expect(document.activeElement).toBe(screen.getByLabelText('Go to page'));
    await user.keyboard('7{Enter}');
    fireEvent.change(screen.getByLabelText('Go to page'));
    await waitFor(() => expect(position()).toBe('Page 7 of 12'));
    await user.keyboard('l');
    expect(actions.choose).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'd', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'ArrowLeft', altKey: true });
    expect(actions.choose).not.toHaveBeenCalled();
    expect(position()).toBe('Page 7 of 12');
  });

  it('the settings of the view open and close, and give the focus back', async () => {
    const { user } = showReader();
    await user.click(button('View'));
    expect(button('View').getAttribute('aria-expanded')).toBe('true');
    await user.click(screen.getByRole('radio', { name: 'Two pages' }));
    await user.keyboard('{Escape}');
    expect(button('View').getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(button('View'));
  });

  it.each(['{Escape}', 'v'])(
    'the settings of the view, opened by a key, are closed by %s, and the focus is on the pages',
    async (key) => {
      const { user } = showReader();
      const pages = screen.getByRole('main');
      await user.keyboard('v');
      expect(button('View').getAttribute('aria-expanded')).toBe('true');
      expect(document.activeElement).toBe(pages);
      await user.keyboard(key);
      expect(button('View').getAttribute('aria-expanded')).toBe('false');
      expect(document.activeElement).toBe(pages);
    },
  );

  it('the focus goes to the pages where a key closes the settings around it', async () => {
    const { user } = showReader();
    await user.keyboard('v');
    button('Zoom in').focus();
    await user.keyboard('v');
    expect(button('View').getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });
});

describe('by buttons', () => {
  it.each([
    ['ltr', ['First page', 'Previous page', 'Next page', 'Last page']],
    ['rtl', ['Last page', 'Next page', 'Previous page', 'First page']],
  ] as const)(
    'pages are turned; read %s they stand from left to right',
    async (direction, names) => {
      const { user } = showReader({ choices: { ...single, direction } });
      const bar = document.querySelector('.reader-pager__bar');
      expect([...(bar?.querySelectorAll('button') ?? [])].map(({ title }) => title)).toEqual(names);
      await user.click(button('Next page'));
      expect(position()).toBe('Page 2 of 12');
      await user.click(button('Last page'));
      expect(position()).toBe('Page 12 of 12');
      await user.click(button('First page'));
      expect(position()).toBe('Page 1 of 12');
    },
  );
});

describe('a strip', () => {
  it('draws only what is near the window, and names its pictures', async () => {
    const leaves = Array.from({ length: 500 }, (_, at) => leafOf(at + 1));
    const { actions, user } = showReader({ leaves });
    // Pages of 1000 x 1500 in a window of 500.
    await waitFor(() => expect(drawn()).toEqual([1]));
    await waitFor(() => expect(actions.show).toHaveBeenLastCalledWith(['page-1']));
    await user.keyboard('{End}');
    await waitFor(() => expect(drawn()).toEqual([499, 500]));
    expect(position()).toBe('Page 500 of 500');
    await waitFor(() => expect(actions.show.mock.lastCall?.[0]).toEqual(['page-500', 'page-499']));
  });

  it('keeps what is read in its place when pages above become known', async () => {
    const leaves = Array.from({ length: 12 }, (_, at) => leafOf(at + 1));
    const { change } = showReader({ leaves, start: { index: 6, share: 0.5 } });
    const main = screen.getByRole('main');
    const before = main.scrollTop;
    // The first page turns out to be twice as tall.
    const [first, ...others] = leaves;
    const { source, result } = first?.job ?? {};
    const taller = {
      ...(first?.job ?? sampleJob()),
      ...(source && { source: { ...source, height: 600 } }),
      ...(result && { result: { ...result, height: 4320 } }),
    };
    change({ leaves: [{ job: taller, isGone: false }, ...others] });
    expect(main.scrollTop - before).toBe(1500);
  });
});
