import { expect, it } from 'vitest';
import { RUNNING, sampleJob } from '@/tests/stories/jobs';
import type { Job } from '../model/job';
import { schedule } from '../rules/schedule';

const NOW = 1_000_000;
const QUEUE = { lastSubmitAt: 0, heldUntil: 0 };

function row(id: string, stage: 'generating' | 'uploaded'): Job {
  const job = stage === 'generating' ? RUNNING.generating : undefined;
  const upload = { uri: 'u', at: NOW, account: 'a' };
  return sampleJob({ ...job, id, stage, upload, notBefore: NOW + 60_000, updatedAt: NOW });
}

const learned = (width: number) => ({ learned: [{ account: 'a', width, accepted: 0 }] });

/** How many orders begin while `running` are at the service. */
function started(running: number, generating?: number, width?: number): number {
  const { notBefore: _, ...waiting } = row('next', 'uploaded');
  const open = Array.from({ length: running }, (__, index) => row(`r${index}`, 'generating'));
  return schedule([...open, waiting], {
    busy: new Set(),
    isPolling: false,
    queues: { jimeng: { ...QUEUE, ...(width && learned(width)) }, dreamina: QUEUE },
    now: NOW,
    ...(generating !== undefined && { generating }),
  }).start.length;
}

it.each([
  [3, 1, 1],
  [3, 2, 0],
])(
  'with a limit of %s and %i running, before anything was learned, %i more begin',
  (limit, running, expected) => {
    expect(started(running, limit)).toBe(expected);
  },
);

it.each([
  [undefined, 1, 1],
  [undefined, 2, 0],
  [1, 0, 1],
  [1, 1, 0],
  [3, 2, 1],
  [3, 3, 0],
])(
  'with a limit of %s and %i running at an account that bears many, %i more begin',
  (limit, running, expected) => {
    expect(started(running, limit, 8)).toBe(expected);
  },
);

it('what one account bears says nothing about another one', () => {
  const of = (account: string) => ({ uri: 'u', at: NOW, account });
  const submission = (account: string) => ({ submitId: 's', tool: 'smart-hd', at: NOW, account });
  const open = ['a', 'a', 'b'].map((account, index) => ({
    ...row(`r${index}`, 'generating'),
    submission: submission(account),
  })) as Job[];
  const waiting = ['a', 'b'].map((account) => {
    const { notBefore: _, ...job } = row(account, 'uploaded');
    return { ...job, upload: of(account) };
  });
  const queues = { jimeng: { ...QUEUE, ...learned(2) }, dreamina: QUEUE };
  const plan = (generating: number) =>
    schedule([...open, ...waiting], {
      busy: new Set(),
      isPolling: false,
      queues,
      now: NOW,
      generating,
    }).start.map(({ id }) => id);
  expect([plan(3), plan(4)]).toEqual([[], ['b']]);
});
