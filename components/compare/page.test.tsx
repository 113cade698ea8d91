// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import type { ImageChange } from '@/lib/images/formats/types';
import type { Fidelity } from '@/lib/images/quality/fidelity';
import {
  ALL_CODES,
  ENDED,
  failedJob,
  NAMES,
  NOW,
  RUNNING,
  sampleJob,
  WAITING,
} from '@/tests/stories/jobs';
import { show } from '@/tests/stories/show';
import type { CompareActions } from './actions';
import { ComparePage, type ComparePageProps } from './page';

const done = ENDED.done ?? sampleJob();

const FAITHFUL: Fidelity = {
  verdict: 'faithful',
  structure: 0.976,
  colour: 0.84,
  share: 0,
  map: { columns: 2, rows: 1, across: 2, down: 1, levels: [0, 0.1] },
};
const DIFFERS: Fidelity = {
  verdict: 'differs',
  structure: 0.9,
  colour: 3.1,
  share: 0.031,
  worst: { x: 0.75, y: 0.5 },
  map: { columns: 2, rows: 1, across: 2, down: 1, levels: [0, 0.9] },
};

function recorded() {
  return {
    save: vi.fn<CompareActions['save']>(),
    saveAs: vi.fn<CompareActions['saveAs']>(),
    copy: vi.fn<CompareActions['copy']>(async () => true),
    open: vi.fn<CompareActions['open']>(),
    openPage: vi.fn<CompareActions['openPage']>(),
    again: vi.fn<CompareActions['again']>(),
  } satisfies CompareActions;
}

function showPage(props: Partial<ComparePageProps> = {}) {
  const actions = recorded();
  const language = props.language ?? 'en';
  const page = (changed: Partial<ComparePageProps>) => (
    <ComparePage
      job={done}
      before="blob:before"
      after="blob:after"
      check={{ flaws: [], fidelity: FAITHFUL }}
      canOpen
      canRepeat
      costOf={() => undefined}
      now={NOW}
      messages={messagesFor(language)}
      language={language}
      actions={actions}
      {...props}
      {...changed}
    />
  );
  const view = show(page({}), language);
  return {
    ...view,
    actions,
    change: (changed: Partial<ComparePageProps>) => view.again(page(changed)),
  };
}

const press = (name: string | RegExp) => screen.getByRole('button', { name });
const slider = () => screen.getByRole('slider');
const field = () => screen.getByRole('application');
const picture = (name: string) => screen.getByRole<HTMLImageElement>('img', { name });
const zoom = () => screen.getByRole('toolbar').querySelector('output')?.textContent;

beforeEach(() => {
  // happy-dom lays nothing out: a stage of 1000 x 500.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500);
});

describe.each(LANGUAGES)('in %s', (language) => {
  it.each<[string, Partial<ComparePageProps>]>([
    ['finished', {}],
    ['still compared', { check: 'checking' }],
    ['different', { check: { flaws: ['black', 'transparency-lost'], fidelity: DIFFERS } }],
    ['without a source', { before: undefined, check: { flaws: [] } }],
    ['without a result', { after: undefined, check: 'unknown' }],
    ['gone', { job: undefined }],
    ['kept', { job: ENDED.kept }],
    ...Object.entries({ ...RUNNING, ...WAITING }).map(
      ([name, job]): [string, Partial<ComparePageProps>] => [name, { job, after: undefined }],
    ),
    ...ALL_CODES.map((code): [string, Partial<ComparePageProps>] => [
      code,
      { job: failedJob(code), after: undefined },
    ]),
  ])('a row that is %s has words for everything', (_, props) => {
    const { container } = showPage({ ...props, language });
    expect(container.textContent).not.toMatch(/undefined|null|NaN|\[object/);
    expect(container.textContent?.trim()).not.toBe('');
    for (const role of ['button', 'slider', 'application', 'img', 'region', 'combobox']) {
      expect(screen.queryAllByRole(role, { name: '' })).toEqual([]);
    }
  });
});

describe('the divider', () => {
  it('is a slider that says how much is before', async () => {
    const { user } = showPage();
    expect(slider().getAttribute('aria-valuetext')).toBe('50% before');
    slider().focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowUp}');
    expect(slider().getAttribute('aria-valuenow')).toBe('53');
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}{PageDown}');
    expect(slider().getAttribute('aria-valuenow')).toBe('33');
    await user.keyboard('{End}{ArrowRight}');
    expect(slider().getAttribute('aria-valuetext')).toBe('100% before');
    await user.keyboard('{Home}{ArrowLeft}');
    expect(slider().getAttribute('aria-valuenow')).toBe('0');
  });

  it('leaves keys with Ctrl to the browser', () => {
    showPage();
    expect(fireEvent.keyDown(slider(), { key: 'ArrowRight', ctrlKey: true })).toBe(true);
    expect(slider().getAttribute('aria-valuenow')).toBe('50');
  });

  it('cuts the source off where it stands', async () => {
    const { user } = showPage();
    const cut = () =>
      Number.parseFloat(picture('Before').parentElement?.style.clipPath.split(' ')[1] ?? '');
    // 2880 x 2160 on 1000 x 500 is 667 wide, from 167 on.
    expect(cut()).toBeCloseTo(500, 5);
    slider().focus();
    await user.keyboard('{End}');
    expect(cut()).toBeCloseTo(166.67, 2);
  });

  it('is dragged by the whole picture, as long as all of it is in view', () => {
    showPage();
    fireEvent.pointerDown(field(), { pointerId: 1, button: 0, clientX: 300, clientY: 100 });
    expect(slider().getAttribute('aria-valuenow')).toBe('20');
    fireEvent.pointerMove(field(), { pointerId: 1, clientX: 700, clientY: 100 });
    expect(slider().getAttribute('aria-valuenow')).toBe('80');
    fireEvent.pointerUp(field(), { pointerId: 1 });
    fireEvent.pointerMove(field(), { pointerId: 1, clientX: 200, clientY: 100 });
    expect(slider().getAttribute('aria-valuenow')).toBe('80');
  });

  it('is left alone by the other mouse buttons', () => {
    showPage();
    fireEvent.pointerDown(field(), { pointerId: 1, button: 2, clientX: 300, clientY: 100 });
    expect(slider().getAttribute('aria-valuenow')).toBe('50');
  });
});

describe('zoom', () => {
  it('goes by buttons and by keys, from the whole picture to its pixels', async () => {
    const { user } = showPage();
    expect(zoom()).toBe('23%');
    expect(press('Fit').getAttribute('aria-pressed')).toBe('true');
    await user.click(press('1:1'));
    expect(zoom()).toBe('100%');
    expect(press('Fit').getAttribute('aria-pressed')).toBe('false');
    await user.click(press('Zoom in'));
    expect(zoom()).toBe('125%');
    field().focus();
    await user.keyboard('--');
    expect(zoom()).toBe('80%');
    await user.keyboard('1');
    expect(zoom()).toBe('100%');
    await user.keyboard('0');
    expect(zoom()).toBe('23%');
  });

  it('follows the wheel around the pointer, and keeps the page from scrolling', () => {
    showPage();
    // The wheel event of happy-dom has no place.
    const place = { clientX: 400, clientY: 250, bubbles: true, cancelable: true };
    const wheel = Object.assign(new MouseEvent('wheel', place), { deltaY: -1000, deltaMode: 0 });
    const isLeftToPage = fireEvent(field(), wheel);
    expect(isLeftToPage).toBe(false);
    const { transform } = picture('After').style;
    const [x, , scale] = transform.match(/[-\d.]+/g)?.map(Number) ?? [];
    // The px under the pointer is the one that was there: (400 - 166.7) / 0.2315.
    expect((400 - (x ?? 0)) / (scale ?? 1)).toBeCloseTo(1008, 0);
  });

  it('moves the picture by drag and by arrows once it is larger than the stage', async () => {
    const { user } = showPage();
    await user.click(press('1:1'));
    const before = picture('After').style.transform;
    fireEvent.pointerDown(field(), { pointerId: 1, button: 0, clientX: 500, clientY: 250 });
    fireEvent.pointerMove(field(), { pointerId: 1, clientX: 520, clientY: 260 });
    fireEvent.pointerUp(field(), { pointerId: 1 });
    expect(before).toBe('translate(-940px, -830px) scale(1)');
    expect(picture('After').style.transform).toBe('translate(-920px, -820px) scale(1)');
    expect(picture('Before').style.transform).toBe(picture('After').style.transform);
    expect(slider().getAttribute('aria-valuenow')).toBe('50');
    field().focus();
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(picture('After').style.transform).toBe('translate(-984px, -884px) scale(1)');
  });

  it('follows two fingers', () => {
    showPage();
    fireEvent.pointerDown(field(), { pointerId: 1, button: 0, clientX: 400, clientY: 250 });
    fireEvent.pointerDown(field(), { pointerId: 2, button: 0, clientX: 600, clientY: 250 });
    fireEvent.pointerMove(field(), { pointerId: 2, clientX: 800, clientY: 250 });
    expect(zoom()).toBe('46%');
    fireEvent.pointerUp(field(), { pointerId: 1 });
    fireEvent.pointerUp(field(), { pointerId: 2 });
  });
});

describe('the view', () => {
  it('shows one of the two alone by a key, then both again', async () => {
    const { user } = showPage();
    const cut = () => picture('Before').parentElement?.style.clipPath;
    field().focus();
    await user.keyboard('b');
    expect(cut()).toBe('inset(0 0px 0 0)');
    expect(screen.queryByRole('slider')).toBeNull();
    await user.keyboard('b');
    expect(cut()).toBe('inset(0 1000px 0 0)');
    await user.keyboard('b');
    slider();
  });

  it('shows pixels if they are asked for', async () => {
    const { user } = showPage();
    await user.click(press('Pixels'));
    expect(field().dataset.pixelated).toBe('true');
    field().focus();
    await user.keyboard('P');
    expect(field().dataset.pixelated).toBe('false');
  });

  it('does not stretch a source of another shape', () => {
    const { result } = done;
    const square = { ...done, ...(result && { result: { ...result, width: 2160 } }) };
    showPage({ job: square });
    expect(picture('Before').dataset.fit).toBe('contain');
    screen.getByText(/different shape/);
  });

  it('shows the result alone without a source, and says so', () => {
    showPage({ before: undefined, check: { flaws: [] } });
    screen.getByText(/only the result is shown/);
    expect(screen.queryByRole('img', { name: 'Before' })).toBeNull();
    expect(screen.queryByRole('slider')).toBeNull();
    screen.getByText('The images could not be compared.');
  });

  it('treats a source that cannot be shown as missing, and tells of a result that cannot', () => {
    showPage();
    fireEvent.error(picture('Before'));
    screen.getByText(/only the result is shown/);
    fireEvent.error(picture('After'));
    screen.getByText(/cannot show the result/);
  });
});

describe('the verdict', () => {
  it('says that the picture is faithful, with the numbers', () => {
    showPage();
    screen.getByText(/^Faithful/);
    screen.getByText('Structure 98%, colour difference 0.8');
    expect(screen.queryByRole('button', { name: 'Differences' })).toBeNull();
  });

  it('leads to where it differs', async () => {
    const { user, container } = showPage({ check: { flaws: [], fidelity: DIFFERS } });
    screen.getByText(/^Differs in 3% of the image/);
    expect(container.querySelector('.compare-map rect')).toBeNull();
    await user.click(press('Show where'));
    const marked = container.querySelectorAll('.compare-map rect');
    expect([...marked].map((cell) => cell.getAttribute('x'))).toEqual(['1']);
    await waitFor(() => expect(zoom()).toBe('100%'));
    // The middle of the stage is at three quarters of the width.
    expect(picture('After').style.transform).toBe('translate(-1660px, -830px) scale(1)');
    await user.click(press('Differences'));
    expect(container.querySelector('.compare-map rect')).toBeNull();
  });

  it('names what is plainly wrong before anything else', () => {
    showPage({ check: { flaws: ['black'], fidelity: DIFFERS } });
    const part = screen.getByRole('region', { name: 'Is it still the same image?' });
    expect(part.querySelector('p')?.textContent).toBe('The result is black.');
  });

  it('waits for the comparison', () => {
    showPage({ check: 'checking' });
    screen.getByText('Comparing…');
  });
});

describe('the facts', () => {
  const value = (label: string) =>
    screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent;

  it('say what was before, what is now, and what it took', () => {
    showPage({ job: ENDED['done, a larger original'] });
    expect(value('Before')).toBe('1600 × 1200180 kB · JPEGLarger original found: 1600 × 1200');
    expect(value('After')).toBe('2880 × 21607 MB · PNG');
    expect(value('Enlarged')).toBe('2.8 times as wide');
    expect(value('Upscaler')).toBe('Super resolutionAutomatic');
    expect(value('Cost')).toBe('1 credit');
    expect(value('Time taken')).toBe('14 s');
    screen.getByText(/^AI adds.*watermark/);
  });

  it('say nothing of what is not known', () => {
    const { credits: _, ...unknown } = done;
    showPage({ job: unknown });
    expect(screen.queryByText('Cost', { selector: 'dt' })).toBeNull();
  });

  it('say what was changed before the upload', () => {
    const { source } = done;
    const changed = source && {
      ...source,
      width: 4 * source.sentWidth,
      height: 4 * source.sentHeight,
      changes: ['converted', 'turned-upright', 'shrunk'] as typeof source.changes,
      sentType: 'png' as const,
    };
    showPage({ job: { ...done, ...(changed && { source: changed }) } });
    expect(value('Changed before upload')).toBe(
      'converted to PNG · rotated upright · scaled down to 1024 × 768',
    );
  });

  it.each([
    ['en', 'compressed (WebP)'],
    ['zh-CN', '压缩（WebP）'],
  ] as const)('say in %s that only the bytes became fewer', (language, words) => {
    const { source } = done;
    const changes: ImageChange[] = ['shrunk'];
    const changed = source && { ...source, changes, sentType: 'webp' as const };
    showPage({ language, job: { ...done, ...(changed && { source: changed }) } });
    screen.getByText(words);
  });

  it('lead to the page the picture was found on', async () => {
    const { user, actions } = showPage();
    await user.click(press('gallery.example'));
    expect(actions.openPage).toHaveBeenCalledOnce();
  });

  it('lead to the image itself, which is not told from where', () => {
    const { unmount } = showPage();
    const link = screen.getByRole('link');
    expect(link.textContent).toBe('cdn.example.com/harbour.jpg');
    expect(link.getAttribute('href')).toBe('https://cdn.example.com/harbour.jpg');
    expect(link.getAttribute('rel')?.split(' ')).toEqual(
      expect.arrayContaining(['noreferrer', 'noopener']),
    );
    unmount();
    const { origin } = done;
    showPage({
      job: { ...done, origin: { ...origin, url: 'javascript:alert(1)' } as typeof origin },
    });
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('show hostile names as text', () => {
    const { container } = showPage({ job: { ...done, name: NAMES.markup ?? '' } });
    expect(container.querySelector('h1 img, h1 script')).toBeNull();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('<img');
  });
});

describe('what can be done', () => {
  it('is saving, saving elsewhere, copying and opening', async () => {
    const { user, actions } = showPage();
    await user.click(press('Save'));
    await user.click(press('Save as…'));
    await user.click(press('Open'));
    await user.click(press('Copy image'));
    for (const action of ['save', 'saveAs', 'open', 'copy'] as const) {
      expect(actions[action]).toHaveBeenCalledOnce();
    }
    await screen.findByRole('button', { name: 'Copied' });
  });

  it('tells when the clipboard did not take it', async () => {
    const { user, actions } = showPage();
    actions.copy.mockResolvedValue(false);
    await user.click(press('Copy image'));
    await screen.findByText(/could not copy the image/);
    press('Copy image');
  });

  it('does not open what is no plain picture', () => {
    showPage({ canOpen: false });
    expect(screen.queryByRole('button', { name: 'Open' })).toBeNull();
  });

  it('is only saving while the result has to be fetched again', () => {
    showPage({ after: undefined });
    screen.getByText(/Save downloads it again/);
    press('Save');
    for (const name of ['Copy image', 'Open']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });
});

describe('upscaling again', () => {
  it('is folded, unless the page was opened for it: then it has the keyboard', () => {
    const part = () => screen.getByText('Upscale again', { selector: 'summary' });
    const { unmount } = showPage();
    expect(part().closest('details')?.open).toBe(false);
    unmount();
    showPage({ isAgainAsked: true });
    expect(part().closest('details')?.open).toBe(true);
    expect(document.activeElement).toBe(part());
  });

  it('names size, upscaler and cost, and starts with another size', async () => {
    const costOf = vi.fn<ComparePageProps['costOf']>(({ upscaler }) =>
      upscaler === 'fast-hd' ? 0 : 3,
    );
    const { user, actions } = showPage({ costOf });
    await user.click(screen.getByText('Upscale again', { selector: 'summary' }));
    screen.getByText('About 3 credits, as last time.');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Upscaler' }), 'fast-hd');
    screen.getByText('Free last time.');
    await user.click(screen.getByRole('radio', { name: '2K' }));
    await user.click(press('Upscale again'));
    expect(actions.again).toHaveBeenCalledExactlyOnceWith({ target: '2k', upscaler: 'fast-hd' });
  });

  it('says that it may cost credits where that is not known', async () => {
    const { user } = showPage();
    await user.click(screen.getByText('Upscale again', { selector: 'summary' }));
    screen.getByText('This may cost credits on Jimeng.');
  });

  it('is impossible without the source', async () => {
    const { user } = showPage({ canRepeat: false });
    await user.click(screen.getByText('Upscale again', { selector: 'summary' }));
    screen.getByText(/no longer stored\. Choose it again/);
    expect(screen.queryByRole('button', { name: 'Upscale again' })).toBeNull();
  });
});

describe('while it is open', () => {
  it('a running row becomes a finished one', () => {
    const { change } = showPage({ job: RUNNING.generating, after: undefined });
    screen.getByRole('progressbar');
    screen.getByText('The result will appear here.');
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    change({ job: done, after: 'blob:after' });
    slider();
    press('Save');
  });

  it('a row that waits for the person says where', () => {
    showPage({ job: WAITING.permission, after: undefined });
    screen.getByText(/popup to continue/);
  });

  it('a failed row says why', () => {
    showPage({ job: failedJob('generation-failed'), after: undefined });
    screen.getByText(/could not upscale this image.*Nothing was charged/);
  });

  it('a row that is removed is said to be gone', () => {
    const { change } = showPage();
    change({ job: undefined, before: undefined, after: undefined });
    screen.getByRole('heading', { level: 1, name: 'This image is no longer in the history.' });
    expect(within(document.body).queryAllByRole('img')).toEqual([]);
  });
});
