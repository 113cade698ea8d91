import { describe, expect, it } from 'vitest';
import type { PageOrigin } from '@/lib/sources/origin';
import { NOW, sampleJob } from '@/tests/stories/jobs';
import { PAGE_ORIGIN as origin, SOURCE as source } from '@/tests/support/job-facts';
import type { Job, JobOptions } from '../model/job';
import {
  checkBytes,
  checkClick,
  checkOrder,
  checkPress,
  checkUpscaleAgain,
  type DuplicateCheck,
  isSameOptions,
} from './duplicate';

const submission = { submitId: 'order', tool: 'smart-hd', at: NOW } as const;
const options: JobOptions = { target: '2k', upscaler: 'auto', detail: 0.5 };
const file = { kind: 'file', name: 'a.png' } as unknown as Job['origin'];

function row(id: string, parts: Partial<Job> = {}): Job {
  return sampleJob({ id, createdAt: NOW, origin, options, stage: 'acquired', source, ...parts });
}

const at = (parts: Partial<PageOrigin>): PageOrigin => ({ ...origin, ...parts });

/** The id of the row that is joined or asked about; undefined if the row is written as it is. */
function found(check: DuplicateCheck, next: Job, others: readonly Job[]): string | undefined {
  const verdict = check.judge(
    next,
    others.map((job) => ({ job, hasResult: true })),
  );
  if ('join' in verdict) return verdict.join.id;
  const { waiting } = verdict.write;
  return waiting?.reason === 'duplicate' ? waiting.duplicateId : undefined;
}

const withoutSource = ({ source: _, ...job }: Job): Job => job as Job;

describe('"Upscale again", pressed twice', () => {
  const wanted = (id: string, parts: Partial<Job> = {}) => row(id, { wantedAt: NOW, ...parts });
  const pressedTwice = (first: Partial<Job>, second: Partial<Job> = {}, ms = 500) =>
    found(checkUpscaleAgain(NOW + ms), wanted('second', second), [wanted('first', first)]);

  it.each<[string, Partial<Job>, Partial<Job>?]>([
    ['in any open stage', { stage: 'queued' }],
    ['with the same bytes from another address', { origin: at({ url: 'https://b.example/b' }) }],
  ])('is one order %s', (_, first, second) => {
    expect(pressedTwice(first, second)).toBe('first');
  });

  it.each<[string, Partial<Job>, Partial<Job>?]>([
    ['the first has ended', { stage: 'done' }],
    ['the bytes differ', { source: { ...source, sha256: 'bb' } }],
    ['the options differ', { options: { ...options, target: '4k' } }],
  ])('is two orders if %s', (_, first, second) => {
    expect(pressedTwice(first, second)).toBeUndefined();
  });

  it('counts for ten seconds', () => {
    expect(pressedTwice({}, {}, 9_999)).toBe('first');
    expect(pressedTwice({}, {}, 10_000)).toBeUndefined();
  });

  it('does not join a row that nobody wanted once more', () => {
    expect(found(checkUpscaleAgain(NOW), wanted('second'), [row('first')])).toBeUndefined();
  });

  it.each<[string, Job, Job, boolean]>([
    ['the same address', wanted('a'), wanted('b'), true],
    [
      'another address',
      wanted('a', { origin: at({ url: 'https://b.example/' }) }),
      wanted('b'),
      false,
    ],
    [
      'another page',
      wanted('a', { origin: at({ pageUrl: 'https://b.example/' }) }),
      wanted('b'),
      false,
    ],
    ['a file beside a page', wanted('a', { origin: file }), wanted('b'), false],
    ['a page beside a file', wanted('a'), wanted('b', { origin: file }), false],
    ['two files', wanted('a', { origin: file }), wanted('b', { origin: file }), false],
    [
      'two places without an address',
      wanted('a', { origin: at({ url: 'capture:1' }) }),
      wanted('b', { origin: at({ url: 'capture:1' }) }),
      false,
    ],
  ])('before the bytes are read, compares places: %s', (_, first, second, isSame) => {
    const unread = withoutSource(second);
    const expected = isSame ? 'a' : undefined;
    expect(found(checkUpscaleAgain(NOW + 1), unread, [withoutSource(first)])).toBe(expected);
    expect(found(checkUpscaleAgain(NOW + 1), unread, [first])).toBe(expected);
    expect(found(checkUpscaleAgain(NOW + 1), second, [withoutSource(first)])).toBe(expected);
  });
});

describe('"Upscale again" of a picture that has no result', () => {
  const again = (next: Job, other: Job) => found(checkUpscaleAgain(NOW + 500), next, [other]);
  const elsewhere = at({ url: 'https://b.example/b', tabId: 9 });

  it('joins a double click, and asks about the same bytes', () => {
    expect(again(row('second'), row('first'))).toBe('first');
    expect(
      again(row('second'), row('first', { origin: elsewhere, stage: 'done', submission })),
    ).toBe('first');
  });

  it('joins the double click, even if another row has the same bytes', () => {
    const clicked = withoutSource(row('clicked', { stage: 'queued' }));
    const finished = row('finished', { origin: elsewhere, stage: 'done', submission });
    expect(found(checkUpscaleAgain(NOW + 500), row('second'), [finished, clicked])).toBe('clicked');
  });

  it('is written where neither the place nor the bytes are the same', () => {
    const other = row('first', { origin: elsewhere, source: { ...source, sha256: 'bb' } });
    expect(again(row('second'), other)).toBeUndefined();
    expect(
      again(withoutSource(row('second')), row('first', { origin: elsewhere })),
    ).toBeUndefined();
  });
});

describe('a row', () => {
  it.each([
    ['a click', checkClick(NOW)],
    ['bytes', checkBytes(NOW)],
    ['a press', checkPress(NOW)],
    ['an order', checkOrder(row('a'), NOW)],
  ])('is no duplicate of itself, by %s', (_, check) => {
    expect(found(check, row('a'), [row('a', { stage: 'generating' })])).toBeUndefined();
  });

  it('is compared with its bytes only once they are known', () => {
    expect(found(checkBytes(NOW), withoutSource(row('a')), [row('b')])).toBeUndefined();
    expect(found(checkBytes(NOW), row('a'), [withoutSource(row('b'))])).toBeUndefined();
  });

  it.each<[keyof JobOptions, Partial<JobOptions>]>([
    ['target', { target: '4k' }],
    ['upscaler', { upscaler: 'fast-hd' }],
    ['detail', { detail: 0.6 }],
  ])('with another %s is another picture', (_, other) => {
    expect(isSameOptions(options, { ...options, ...other })).toBe(false);
    expect(isSameOptions(options, { ...options })).toBe(true);
  });

  it('that was wanted once more does not ask about an earlier row, nor is asked about by it', () => {
    const later = row('later', { wantedAt: NOW + 5, createdAt: NOW + 5 });
    expect(found(checkBytes(NOW + 9), later, [row('earlier')])).toBeUndefined();
    expect(found(checkBytes(NOW + 9), row('earlier'), [later])).toBeUndefined();
    // Wanted at this very moment, and wanted before the row was there.
    expect(found(checkBytes(NOW + 5), row('earlier'), [later])).toBeUndefined();
    expect(found(checkBytes(NOW + 9), row('newest', { createdAt: NOW + 5 }), [later])).toBe(
      'later',
    );
    // A wish of the future comes from a clock that was set back.
    expect(found(checkBytes(NOW + 4), row('earlier'), [later])).toBe('later');
  });
});

describe('of several duplicates', () => {
  const early = { createdAt: NOW - 9 };
  const running = row('running', { stage: 'generating', submission });
  const acquired = row('acquired', { stage: 'acquired', ...early });
  const done = row('done', { stage: 'done', submission });
  const doubtful = row('doubtful', { stage: 'cancelled', submission, ...early });

  it.each<[string, Job[]]>([
    ['running', [acquired, running, done, doubtful]],
    ['acquired', [done, acquired, doubtful]],
    ['done', [doubtful, done]],
    ['done', [done, doubtful]],
  ])('the furthest one counts: %s', (id, others) => {
    expect(found(checkPress(NOW), row('next'), others)).toBe(id);
    expect(found(checkPress(NOW), row('next'), [...others].reverse())).toBe(id);
  });

  it('the earliest of equals counts', () => {
    const others = [row('b', { createdAt: NOW - 1 }), row('a', { createdAt: NOW - 2 })];
    expect(found(checkPress(NOW), row('next'), others)).toBe('a');
    expect(found(checkPress(NOW), row('next'), [...others].reverse())).toBe('a');
  });
});

describe('a row that ended without a result', () => {
  const failure = { code: 'generation-failed', at: 'generating', charged: 'maybe' } as const;
  const isAskedAbout = (parts: Partial<Job>) =>
    found(checkPress(NOW), row('next'), [row('ended', parts)]) === 'ended';

  it.each<[string, Partial<Job>, boolean]>([
    ['was cancelled with an order', { stage: 'cancelled', submission }, true],
    ['was cancelled before its order', { stage: 'cancelled' }, false],
    [
      'failed with an unconfirmed order',
      { stage: 'failed', failure, submission: { ...submission, outcome: 'unconfirmed' } },
      true,
    ],
    [
      'failed while its task is open',
      { stage: 'failed', failure: { ...failure, isTaskOpen: true } },
      true,
    ],
    ['failed for good', { stage: 'failed', failure, submission }, false],
    ['failed, and lost its reason', { stage: 'failed' }, false],
    [
      'is only queued, although its task was open',
      { stage: 'queued', failure: { ...failure, isTaskOpen: true } },
      false,
    ],
  ])('may have been paid for: %s', (_, parts, isAsked) => {
    expect(isAskedAbout(parts)).toBe(isAsked);
  });
});

describe('the question', () => {
  it('names no state for a finished picture, and a state for the others', () => {
    const asked = (other: Job) => {
      const verdict = checkPress(NOW + 7).judge(row('next'), [{ job: other, hasResult: true }]);
      return 'write' in verdict && verdict.write.waiting;
    };
    const question = { reason: 'duplicate', since: NOW + 7, duplicateId: 'other' };
    expect(asked(row('other', { stage: 'done', submission }))).toStrictEqual(question);
    expect(asked(row('other'))).toStrictEqual({ ...question, duplicateState: 'running' });
    expect(asked(row('other', { stage: 'cancelled', submission }))).toStrictEqual({
      ...question,
      duplicateState: 'unconfirmed',
    });
  });

  it.each<[string, Partial<Job>]>([
    ['has an order', { submission }],
    ['had one', { pastSubmissions: [{ ...submission, outcome: 'failed' }] }],
  ])('is asked instead of joining, where the row %s', (_, parts) => {
    const verdict = checkBytes(NOW).judge(row('next', parts), [
      { job: row('other'), hasResult: true },
    ]);
    expect('write' in verdict && verdict.write.waiting).toMatchObject({
      duplicateState: 'running',
    });
  });
});

describe('a double click', () => {
  const click = (parts: Partial<PageOrigin>, ms: number) =>
    row('second', { stage: 'queued', createdAt: NOW + ms, origin: at(parts) });
  const isJoined = (parts: Partial<PageOrigin>, ms: number, first: Partial<Job> = {}) =>
    found(checkClick(NOW + ms), click(parts, ms), [row('first', { stage: 'queued', ...first })]) ===
    'first';

  it('ends after ten seconds, without an address after two', () => {
    expect([9_999, 10_000].map((ms) => isJoined({}, ms))).toEqual([true, false]);
    const place = { url: 'capture:9' };
    const first = { origin: at({ url: 'screen:' }) };
    expect([1_999, 2_000].map((ms) => isJoined(place, ms, first))).toEqual([true, false]);
  });

  it.each(['x', 'y', 'width', 'height'] as const)('has the same %s', (side) => {
    const rect = { ...origin.rect, [side]: 999 } as NonNullable<PageOrigin['rect']>;
    const first = { origin: at({ url: 'capture:1' }) };
    expect(isJoined({ url: 'capture:1', rect }, 1, first)).toBe(false);
    expect(isJoined({ url: 'capture:1' }, 1, first)).toBe(true);
  });

  it('knows the address of what is on screen', () => {
    const first = { origin: at({ url: 'https://cdn.example/a.jpg' }) };
    expect(isJoined({ url: 'screen:https://cdn.example/a.jpg' }, 5_000, first)).toBe(true);
    expect(isJoined({ url: 'screen:https://cdn.example/b.jpg' }, 1, first)).toBe(false);
    // One has an address and the other none.
    expect(isJoined({ url: 'capture:1' }, 1, first)).toBe(false);
    expect(isJoined({}, 1, { origin: at({ url: 'capture:1' }) })).toBe(false);
  });

  it('needs a place on the page', () => {
    const { rect: _, ...placeless } = at({ url: 'capture:1' });
    const first = { origin: placeless as PageOrigin };
    expect(isJoined({ url: 'capture:1' }, 1, first)).toBe(false);
    expect(
      found(checkClick(NOW + 1), row('second', { origin: placeless as PageOrigin }), [
        row('first', { origin: at({ url: 'capture:1' }) }),
      ]),
    ).toBeUndefined();
  });

  it.each<[string, Partial<PageOrigin>]>([
    ['tab', { tabId: 2 }],
    ['frame', { frameId: 2 }],
    ['page', { pageUrl: 'https://other.example/' }],
  ])('is in the same %s', (_, parts) => {
    expect(isJoined(parts, 1)).toBe(false);
    const first = { origin: at({ url: 'capture:1' }) };
    expect(isJoined({ ...parts, url: 'capture:1' }, 1, first)).toBe(false);
  });

  it('is on a page, and not beside a file', () => {
    expect(isJoined({}, 1, { origin: file })).toBe(false);
    expect(found(checkClick(NOW), row('a', { origin: file }), [row('b')])).toBeUndefined();
  });
});
