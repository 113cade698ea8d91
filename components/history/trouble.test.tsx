// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { SavedFile } from '@/lib/jobs/model/job';
import { ENDED, failedJob, NOW, sampleJob } from '@/tests/stories/jobs';
import { show } from '@/tests/stories/show';
import { Trouble } from './trouble';

const SAVED: SavedFile = {
  state: 'saved',
  at: NOW,
  downloadId: 1,
  fileName: 'boat_2k.png',
  bytes: 9,
};

it.each([
  ['format', /^Saved in its original format/],
  ['note', /^Saved without its source/],
] as const)(
  'says that a file was written without its %s, which is no failure',
  (shortfall, words) => {
    show(<Trouble job={sampleJob({ ...ENDED.done, saved: { ...SAVED, shortfall } })} />);
    expect(screen.getByText(words).dataset.tone).toBe('warn');
  },
);

it('says nothing of a file that is as it was wanted', () => {
  const { container } = show(<Trouble job={sampleJob({ ...ENDED.done, saved: SAVED })} />);
  expect(container.textContent).toBe('');
});

it.each([
  ['maybe', 'yes', 'Your credits were refunded.'],
  ['maybe', 'no', 'Your credits were not refunded.'],
  [
    'maybe',
    'unknown',
    'Credits may have been charged. Whether your credits were refunded is not known.',
  ],
  ['no', 'yes', 'Nothing was charged.'],
  ['no', 'no', 'Your credits were not refunded.'],
] as const)(
  'of a failure that was charged %s and refunded %s ends with "%s"',
  (charged, refund, end) => {
    const { container } = show(
      <Trouble job={failedJob('generation-failed', { charged, refund })} />,
    );
    expect(container.textContent?.endsWith(end)).toBe(true);
  },
);
