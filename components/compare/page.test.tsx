// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import type { ImageChange } from '@/lib/images/formats/types';
import type { Job } from '@/lib/jobs/model/job';
import { ALL_CODES, ENDED, failedJob, NAMES, NOW, RUNNING, WAITING } from '@/tests/stories/jobs';
import {
  DIFFERS,
  done,
  picture,
  press,
  showCompare,
  slider,
  zoom,
} from '@/tests/stories/show-compare';
import type { ComparePageProps } from './page';

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
    const { container } = showCompare({ ...props, language });
    expect(container.textContent).not.toMatch(/undefined|null|NaN|\[object/);
    expect(container.textContent?.trim()).not.toBe('');
    for (const role of ['button', 'slider', 'application', 'img', 'region', 'combobox']) {
      expect(screen.queryAllByRole(role, { name: '' })).toEqual([]);
    }
  });
});

describe('the verdict', () => {
  it('says that the picture is faithful, with the numbers', () => {
    showCompare();
    screen.getByText(/^Faithful/);
    screen.getByText('Structure 98%, colour difference 0.8');
    expect(screen.queryByRole('button', { name: 'Differences' })).toBeNull();
  });

  it('leads to where it differs', async () => {
    const { user, container } = showCompare({ check: { flaws: [], fidelity: DIFFERS } });
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
    showCompare({ check: { flaws: ['black'], fidelity: DIFFERS } });
    const part = screen.getByRole('region', { name: 'Is it still the same image?' });
    expect(part.querySelector('p')?.textContent).toBe('The result is black.');
  });

  it('waits for the comparison', () => {
    showCompare({ check: 'checking' });
    screen.getByText('Comparing…');
  });
});

describe('the facts', () => {
  const value = (label: string) =>
    screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent;

  it('say what was before, what is now, and what it took', () => {
    showCompare({ job: ENDED['done, a larger original'] });
    expect(value('Before')).toMatch(
      /^1600 × 1200180 kB · JPEGTook the larger original \(1600 × 1200\)/,
    );
    expect(value('After')).toBe('2880 × 21607 MB · PNG');
    expect(value('Enlarged')).toBe('2.8 times as wide');
    expect(value('Upscaler')).toBe('Smart HDAutomatic');
    expect(value('Cost')).toBe('1 credit');
    expect(value('Time taken')).toBe('14 s');
    screen.getByText(/^AI adds.*watermark/);
  });

  it('say nothing of what is not known', () => {
    const { credits: _, ...unknown } = done;
    showCompare({ job: unknown });
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
    showCompare({ job: { ...done, ...(changed && { source: changed }) } });
    expect(value('Changed before upload')).toBe(
      'converted to PNG · rotated upright · scaled down to 1024 × 768',
    );
  });

  it.each([
    [
      'en',
      'Display P3',
      'colors converted from Display P3 to sRGB · transparency restored afterwards',
    ],
    [
      'en',
      'BT.2020 PQ',
      'HDR converted to standard range (BT.2020 PQ) · transparency restored afterwards',
    ],
    ['zh-CN', '16 bit', '每个颜色通道由 16 位转换为 8 位 · 透明部分在放大后还原'],
  ] as const)('say in %s what became of %s and of transparency', (language, colours, words) => {
    const { source } = done;
    const changes: ImageChange[] = ['colours'];
    const transparency = { kind: 'kept' } as const;
    const changed = source && { ...source, changes, colours, transparency };
    showCompare({ language, job: { ...done, ...(changed && { source: changed }) } });
    screen.getByText(words);
  });

  it.each([
    ['en', 'compressed (WebP)'],
    ['zh-CN', '压缩（WebP）'],
  ] as const)('say in %s that only the bytes became fewer', (language, words) => {
    const { source } = done;
    const changes: ImageChange[] = ['shrunk'];
    const changed = source && { ...source, changes, sentType: 'webp' as const };
    showCompare({ language, job: { ...done, ...(changed && { source: changed }) } });
    screen.getByText(words);
  });

  it('lead to the page the picture was found on', async () => {
    const { user, actions } = showCompare();
    await user.click(press('gallery.example'));
    expect(actions.openPage).toHaveBeenCalledOnce();
  });

  it('lead to the image itself, which is not told from where', () => {
    const { unmount } = showCompare();
    const link = screen.getByRole('link');
    expect(link.textContent).toBe('cdn.example.com/harbour.jpg');
    expect(link.getAttribute('href')).toBe('https://cdn.example.com/harbour.jpg');
    expect(link.getAttribute('rel')?.split(' ')).toEqual(
      expect.arrayContaining(['noreferrer', 'noopener']),
    );
    unmount();
    const { origin } = done;
    showCompare({
      job: { ...done, origin: { ...origin, url: 'javascript:alert(1)' } as typeof origin },
    });
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('show hostile names as text', () => {
    const { container } = showCompare({ job: { ...done, name: NAMES.markup ?? '' } });
    expect(container.querySelector('h1 img, h1 script')).toBeNull();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('<img');
  });
});

describe('what can be done', () => {
  it('is saving, saving elsewhere, copying and opening', async () => {
    const { user, actions } = showCompare();
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
    const { user, actions } = showCompare();
    actions.copy.mockResolvedValue(false);
    await user.click(press('Copy image'));
    await screen.findByText(/could not copy the image/);
    press('Copy image');
  });

  it('says nothing of the next image that is about the one before', async () => {
    const { user, actions, change } = showCompare();
    actions.copy.mockResolvedValueOnce(false);
    await user.click(press('Copy image'));
    await screen.findByText(/could not copy the image/);
    change({ job: { ...done, id: 'next' } });
    expect(screen.queryByText(/could not copy the image/)).toBeNull();
    await user.click(press('Copy image'));
    await screen.findByRole('button', { name: 'Copied' });
    change({ job: { ...done, id: 'after that' } });
    press('Copy image');
  });

  it('does not open what is no plain picture', () => {
    showCompare({ canOpen: false });
    expect(screen.queryByRole('button', { name: 'Open' })).toBeNull();
  });

  it('is only saving while the result has to be fetched again', () => {
    showCompare({ after: undefined });
    screen.getByText(/Saving downloads it again/);
    press('Save');
    for (const name of ['Copy image', 'Open']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });
});

describe('upscaling again', () => {
  it('is folded, unless the page was opened for it: then it has the keyboard', () => {
    const part = () => screen.getByText('Upscale again', { selector: 'summary' });
    const { unmount } = showCompare();
    expect(part().closest('details')?.open).toBe(false);
    unmount();
    showCompare({ isUpscaleAgainOpen: true });
    expect(part().closest('details')?.open).toBe(true);
    expect(document.activeElement).toBe(part());
  });

  it('names size, upscaler and cost, and starts with another size', async () => {
    const costOf = vi.fn<ComparePageProps['costOf']>(({ upscaler }) =>
      upscaler === 'fast-hd' ? 0 : 3,
    );
    const { user, actions } = showCompare({ costOf });
    await user.click(screen.getByText('Upscale again', { selector: 'summary' }));
    screen.getByText('About 3 credits, as last time.');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Upscaler' }), 'fast-hd');
    screen.getByText('Free last time.');
    await user.click(screen.getByRole('radio', { name: '2K' }));
    await user.click(press('Upscale again'));
    expect(actions.upscaleAgain).toHaveBeenCalledExactlyOnceWith({
      target: '2k',
      upscaler: 'fast-hd',
    });
  });

  it('says that it may cost credits where that is not known', async () => {
    const { user } = showCompare();
    await user.click(screen.getByText('Upscale again', { selector: 'summary' }));
    screen.getByText('This may cost credits on Jimeng.');
  });

  it('is impossible without the source', async () => {
    const { user } = showCompare({ canRepeat: false });
    await user.click(screen.getByText('Upscale again', { selector: 'summary' }));
    screen.getByText(/no longer stored\. Choose it again/);
    expect(screen.queryByRole('button', { name: 'Upscale again' })).toBeNull();
  });
});

describe('a result whose bytes are not stored', () => {
  const dropped = ENDED['saved, the result removed to save space'] ?? done;
  const { removedAt: _, ...lost } = dropped.result ?? { url: '', width: 1, height: 1 };

  it.each<[string, Job, string]>([
    [
      'was removed to save space',
      dropped,
      'The full-size result was removed to save space. Saving downloads it again if Jimeng still has it.',
    ],
    [
      'was removed, which the last save could not undo',
      { ...dropped, saved: { state: 'failed', at: NOW, reason: '' } },
      'The full-size result was removed to save space. Saving downloads it again if Jimeng still has it.',
    ],
    [
      'was lost',
      { ...dropped, result: lost },
      'The result is no longer stored here. Saving downloads it again if Jimeng still has it.',
    ],
    [
      'was joined from parts, which are all that the service has',
      ENDED['parts joined'] ?? done,
      'The result is no longer stored here. Upscale the image again to get it back.',
    ],
  ])('%s', (_what, job, sentence) => {
    showCompare({ job, after: undefined });
    screen.getByText(sentence);
  });
});

describe('while it is open', () => {
  it('a running row becomes a finished one', () => {
    const { change } = showCompare({ job: RUNNING.generating, after: undefined });
    screen.getByRole('progressbar');
    screen.getByText('The result will appear here.');
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    change({ job: done, after: 'blob:after' });
    slider();
    press('Save');
  });

  it('a row that waits for the person says where', () => {
    showCompare({ job: WAITING.permission, after: undefined });
    screen.getByText(/popup to continue/);
  });

  it('a failed row says why', () => {
    showCompare({ job: failedJob('generation-failed'), after: undefined });
    screen.getByText(/could not upscale this image.*Nothing was charged/);
  });

  it('a row that is removed is said to be gone', () => {
    const { change } = showCompare();
    change({ job: undefined, before: undefined, after: undefined });
    screen.getByRole('heading', { level: 1, name: 'This image is no longer in the history.' });
    expect(within(document.body).queryAllByRole('img')).toEqual([]);
  });
});
