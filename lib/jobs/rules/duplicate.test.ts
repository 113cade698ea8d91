import { describe, expect, it } from 'vitest';
import type { PageOrigin } from '@/lib/sources/origin';
import { NOW, sampleJob } from '@/tests/stories/jobs';
import { PAGE_ORIGIN as origin, SOURCE as source } from '@/tests/support/job-facts';
import type { Job, Stage } from '../model/job';
import { checkBytes, checkClick, checkOrder, checkPress, type DuplicateCheck } from './duplicate';

const submission = { submitId: 'order', tool: 'smart-hd', at: NOW } as const;
const options = { target: '2k', upscaler: 'auto', detail: 0.5 } as const;
const { rect } = origin;

function row(id: string, parts: Partial<Job>): Job {
  return sampleJob({ id, createdAt: NOW, origin, options, ...parts });
}

/** What becomes of a row beside one other: `written`, `joined`, or the kind of question. */
function outcome(check: DuplicateCheck, next: Job, other: Job, hasResult = true): string {
  const verdict = check.judge(next, [{ job: other, hasResult }]);
  if ('join' in verdict) {
    expect(check.joined).toBe(other);
    return 'joined';
  }
  expect(check.joined).toBeUndefined();
  const { waiting } = verdict.write;
  if (waiting?.reason !== 'duplicate') return 'written';
  expect(waiting.duplicateId).toBe(other.id);
  return waiting.duplicateState ?? 'done';
}

describe('a click beside another row', () => {
  const click = (parts: Partial<PageOrigin>, at = NOW + 500) =>
    row('second', { stage: 'queued', createdAt: at, origin: { ...origin, ...parts } });
  const beside = (first: Partial<Job>, second: Partial<PageOrigin> = {}, afterMs = 500) =>
    outcome(
      checkClick(NOW + afterMs),
      click(second, NOW + afterMs),
      row('first', { stage: 'queued', ...first }),
    );

  it.each<Stage>(['queued', 'acquired', 'uploaded', 'submitting', 'generating', 'ready'])(
    'is a double click while that one is %s',
    (stage) => expect(beside({ stage })).toBe('joined'),
  );

  it.each<[string, Partial<Job>, Partial<PageOrigin>, number]>([
    ['was made a while ago', {}, {}, 30_000],
    ['is done', { stage: 'done' }, {}, 500],
    ['has failed', { stage: 'failed' }, {}, 500],
    ['was cancelled', { stage: 'cancelled' }, {}, 500],
    ['is to become another size', { options: { ...options, target: '4k' } }, {}, 500],
    ['is of another address', {}, { url: 'https://cdn.example/b.jpg' }, 500],
    ['is of another tab', {}, { tabId: 2 }, 500],
    ['is of another frame', {}, { frameId: 3 }, 500],
    ['is of another page', {}, { pageUrl: 'https://gallery.example/2' }, 500],
    ['is a file', { origin: { kind: 'file', blobKey: 'x/file', name: 'a.jpg' } }, {}, 500],
  ])('is a row of its own where that one %s', (_, first, second, afterMs) => {
    expect(beside(first, second, afterMs)).toBe('written');
  });

  it('is the same click where that one takes the picture from the screen instead', () => {
    expect(beside({ origin: { ...origin, url: `screen:${origin.url}` } })).toBe('joined');
  });

  describe.each(['capture:1', 'screen:'])('on something without an address (%s)', (url) => {
    const first = { origin: { ...origin, url } };
    const second = { url: url.replace('1', '2') };
    it.each<[string, Partial<PageOrigin>, number, string]>([
      ['the same place at once', {}, 500, 'joined'],
      ['the same place later', {}, 3_000, 'written'],
      ['another place', { rect: { ...rect, y: 90 } }, 500, 'written'],
    ])('is judged by %s', (_, parts, afterMs, expected) => {
      expect(beside(first, { ...second, ...parts }, afterMs)).toBe(expected);
    });
  });
});

/** Whether a row with the same bytes joins one in each state, asks about it, or goes on. */
describe.each<[string, Partial<Job>, boolean, Record<'bytes' | 'press' | 'order', string>]>([
  ['queued', { stage: 'queued' }, false, { bytes: 'written', press: 'written', order: 'written' }],
  [
    'acquired',
    { stage: 'acquired' },
    false,
    { bytes: 'joined', press: 'running', order: 'written' },
  ],
  [
    'uploaded',
    { stage: 'uploaded' },
    false,
    { bytes: 'joined', press: 'running', order: 'written' },
  ],
  ...(['submitting', 'generating', 'ready'] as const).map(
    (stage): [string, Partial<Job>, boolean, Record<'bytes' | 'press' | 'order', string>] => [
      stage,
      { stage, submission },
      false,
      { bytes: 'joined', press: 'running', order: 'running' },
    ],
  ),
  [
    'waiting for a sign-in',
    { stage: 'acquired', waiting: { reason: 'sign-in', since: NOW } },
    false,
    { bytes: 'joined', press: 'running', order: 'written' },
  ],
  ['done', { stage: 'done', submission }, true, { bytes: 'done', press: 'done', order: 'done' }],
  [
    'done without its bytes',
    { stage: 'done', submission },
    false,
    { bytes: 'written', press: 'written', order: 'written' },
  ],
  [
    'merely kept',
    { stage: 'done' },
    true,
    { bytes: 'written', press: 'written', order: 'written' },
  ],
  [
    'cancelled before an order',
    { stage: 'cancelled' },
    false,
    { bytes: 'written', press: 'written', order: 'written' },
  ],
  [
    'cancelled with an order',
    { stage: 'cancelled', submission: { ...submission, outcome: 'abandoned' } },
    false,
    { bytes: 'unconfirmed', press: 'unconfirmed', order: 'unconfirmed' },
  ],
  [
    'failed before an order',
    { stage: 'failed', failure: { code: 'server-error', at: 'acquired', charged: 'no' } },
    false,
    { bytes: 'written', press: 'written', order: 'written' },
  ],
  [
    'failed with an order that nobody answered',
    {
      stage: 'failed',
      submission: { ...submission, outcome: 'unconfirmed' },
      failure: { code: 'submit-unconfirmed', at: 'submitting', charged: 'maybe' },
    },
    false,
    { bytes: 'unconfirmed', press: 'unconfirmed', order: 'unconfirmed' },
  ],
  [
    'failed with an order that may go on',
    {
      stage: 'failed',
      submission: { ...submission, outcome: 'abandoned' },
      failure: { code: 'server-error', at: 'generating', charged: 'maybe', isTaskOpen: true },
    },
    false,
    { bytes: 'unconfirmed', press: 'unconfirmed', order: 'unconfirmed' },
  ],
])('beside a row that is %s', (_, parts, hasResult, expected) => {
  const other = row('first', { source, ...parts });
  const next = row('second', { stage: 'acquired', source });
  const at = NOW + 60_000;

  it('a click', () => expect(outcome(checkBytes(at), next, other, hasResult)).toBe(expected.bytes));
  it('a press', () => expect(outcome(checkPress(at), next, other, hasResult)).toBe(expected.press));
  it('an order', () => {
    const before = row('second', { stage: 'uploaded', source });
    const begun: Job = { ...before, stage: 'submitting', submission };
    const check = checkOrder(before, at);
    expect(outcome(check, begun, other, hasResult)).toBe(expected.order);
    const verdict = check.judge(begun, [{ job: other, hasResult }]);
    const isOrdered = 'write' in verdict && verdict.write.stage === 'submitting';
    expect(isOrdered).toBe(expected.order === 'written');
  });
  it('other options', () => {
    const larger = { ...next, options: { ...options, target: '4k' } } as const;
    expect(outcome(checkBytes(at), larger, other, hasResult)).toBe('written');
  });
  it('one that was asked for', () => {
    const wanted = { ...next, wantedAt: at };
    expect(outcome(checkBytes(at), wanted, other, hasResult)).toBe('written');
    expect(outcome(checkOrder(wanted, at), wanted, other, hasResult)).toBe('written');
  });
  it('one that had an order is never taken out', () => {
    const ordered = { ...next, pastSubmissions: [submission] };
    expect(outcome(checkBytes(at), ordered, other, hasResult)).toBe(expected.press);
  });
});

it('one more that was asked for stands for later clicks, not for the row it was added to', () => {
  const wanted = row('wanted', { source, stage: 'generating', submission, wantedAt: NOW + 100 });
  const clicked = (createdAt: number) => row('x', { source, stage: 'acquired', createdAt });
  const at = NOW + 1_000;
  expect(outcome(checkBytes(at), clicked(NOW + 50), wanted)).toBe('written');
  expect(outcome(checkBytes(at), clicked(NOW + 150), wanted)).toBe('joined');
  // A clock that has been set back makes no second order.
  expect(outcome(checkBytes(NOW + 60), clicked(NOW + 50), wanted)).toBe('joined');
});

it('of several rows the one that is furthest stands for a click', () => {
  const rows = (['done', 'acquired', 'generating', 'uploaded'] as const).map((stage) => ({
    job: row(stage, { stage, source, ...(stage !== 'acquired' && { submission }) }),
    hasResult: stage === 'done',
  }));
  const check = checkBytes(NOW);
  check.judge(row('next', { stage: 'acquired', source }), rows);
  expect(check.joined?.id).toBe('generating');
});
