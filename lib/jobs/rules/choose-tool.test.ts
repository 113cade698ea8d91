import { describe, expect, it } from 'vitest';
import type { Tool } from '@/lib/jimeng/model/tools';
import type { Submission, Upscaler } from '../model/job';
import { AUTOMATIC_MEMORY_MS, chooseTool, learnedRefusal } from './choose-tool';

const NOW = 1_000_000;

function choose({
  upscaler = 'auto',
  past = [],
  account = 'me',
  memory = undefined,
  now = NOW,
}: {
  upscaler?: Upscaler;
  past?: readonly [Tool, Submission['outcome']][];
  account?: string;
  memory?: ReturnType<typeof learnedRefusal> | undefined;
  now?: number;
}): Tool {
  const pastSubmissions = past.map(([tool, outcome], index) => ({
    submitId: `s-${index}`,
    tool,
    at: NOW,
    ...(outcome && { outcome }),
  }));
  const options = { target: '2k', upscaler, detail: 0.5 } as const;
  return chooseTool({ options, pastSubmissions }, account, memory, now);
}

const memory = learnedRefusal('me', NOW);

describe('the upscaler of the next order', () => {
  it.each<[string, Parameters<typeof choose>[0], Tool]>([
    ['begins with super-resolution', {}, 'super-resolution'],
    ['is what the person chose', { upscaler: 'fast-hd', memory }, 'fast-hd'],
    [
      'is what the person chose, even after it failed',
      { upscaler: 'super-resolution', past: [['super-resolution', 'failed']], memory },
      'super-resolution',
    ],
    ['follows a failed task', { past: [['super-resolution', 'failed']] }, 'smart-hd'],
    [
      'stays the same after a refusal for being too fast',
      { past: [['super-resolution', 'refused']] },
      'super-resolution',
    ],
    [
      'stays the same after an order without an answer',
      { past: [['super-resolution', 'unconfirmed']] },
      'super-resolution',
    ],
    ['follows the memory of the account', { memory }, 'smart-hd'],
    ['asks anew for another account', { memory, account: 'you' }, 'super-resolution'],
    [
      'asks anew once the memory has run out',
      { memory, now: NOW + AUTOMATIC_MEMORY_MS },
      'super-resolution',
    ],
    [
      'follows the memory to its last millisecond',
      { memory, now: NOW + AUTOMATIC_MEMORY_MS - 1 },
      'smart-hd',
    ],
  ])('%s', (_, situation, tool) => {
    expect(choose(situation)).toBe(tool);
  });
});

it('a refusal is remembered for seven days', () => {
  expect(memory).toEqual({
    account: 'me',
    tool: 'smart-hd',
    until: NOW + 7 * 24 * 60 * 60_000,
  });
});
