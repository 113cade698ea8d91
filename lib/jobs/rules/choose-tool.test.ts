import { describe, expect, it } from 'vitest';
import type { Tool } from '@/lib/jimeng/model/tools';
import { source } from '@/tests/support/machine-events';
import { planOf } from '@/tests/support/world-fakes';
import type { Job, Submission, Upscaler } from '../model/job';
import {
  AUTOMATIC_MEMORY_MS,
  chooseTool,
  hasNextTool,
  hasSwitched,
  learnedTool,
} from './choose-tool';

const NOW = 1_000_000;
type Past = readonly [Tool, Submission['outcome']][];

function job(upscaler: Upscaler, past: Past, parts: Partial<Job> = {}) {
  const pastSubmissions = past.map(([tool, outcome], index) => ({
    submitId: `s-${index}`,
    tool,
    at: NOW + index,
    ...(outcome && { outcome }),
  }));
  return { options: { target: '2k', upscaler, detail: 0.5 } as const, pastSubmissions, ...parts };
}

function choose({
  upscaler = 'auto',
  past = [],
  account = 'me',
  memory = undefined,
  now = NOW,
  smaller = undefined,
}: {
  upscaler?: Upscaler;
  past?: Past;
  account?: string;
  memory?: ReturnType<typeof learnedTool> | undefined;
  now?: number;
  smaller?: Job['smaller'] | undefined;
}): Tool {
  return chooseTool(job(upscaler, past, smaller && { smaller }), account, memory, now);
}

const memory = learnedTool('me', 'fast-hd', NOW);

describe('the upscaler of the next order', () => {
  it.each<[string, Parameters<typeof choose>[0], Tool]>([
    ['begins with Smart HD', {}, 'smart-hd'],
    ['is what the person chose', { upscaler: 'super-resolution', memory }, 'super-resolution'],
    [
      'is what the person chose, even after it failed',
      { upscaler: 'super-resolution', past: [['super-resolution', 'failed']], memory },
      'super-resolution',
    ],
    ['follows a failed task', { past: [['smart-hd', 'failed']] }, 'super-resolution'],
    [
      'follows a picture that was no larger',
      { past: [['smart-hd', 'not-larger']] },
      'super-resolution',
    ],
    [
      'is the last one left',
      {
        past: [
          ['smart-hd', 'failed'],
          ['super-resolution', 'failed'],
        ],
      },
      'fast-hd',
    ],
    [
      'begins anew after all have failed',
      {
        past: [
          ['smart-hd', 'failed'],
          ['super-resolution', 'failed'],
          ['fast-hd', 'failed'],
        ],
      },
      'smart-hd',
    ],
    [
      'stays the same after a refusal for being too fast',
      { past: [['smart-hd', 'refused']] },
      'smart-hd',
    ],
    [
      'stays the same after an order without an answer',
      { past: [['smart-hd', 'unconfirmed']] },
      'smart-hd',
    ],
    [
      'stays the same for a smaller file',
      { past: [['smart-hd', 'failed']], smaller: { state: 'made', at: NOW + 1 } },
      'smart-hd',
    ],
    [
      'follows a failed task where a smaller file was impossible',
      { past: [['smart-hd', 'failed']], smaller: { state: 'impossible' } },
      'super-resolution',
    ],
    ['follows the memory of the account', { memory }, 'fast-hd'],
    [
      'follows the order after the remembered one has failed',
      { memory, past: [['fast-hd', 'failed']] },
      'smart-hd',
    ],
    ['begins anew for another account', { memory, account: 'you' }, 'smart-hd'],
    [
      'begins anew once the memory has run out',
      { memory, now: NOW + AUTOMATIC_MEMORY_MS },
      'smart-hd',
    ],
    [
      'follows the memory to its last millisecond',
      { memory, now: NOW + AUTOMATIC_MEMORY_MS - 1 },
      'fast-hd',
    ],
  ])('%s', (_, situation, tool) => {
    expect(choose(situation)).toBe(tool);
  });
});

it('what worked is remembered for seven days', () => {
  expect(memory).toEqual({ account: 'me', tool: 'fast-hd', until: NOW + 7 * 24 * 60 * 60_000 });
});

describe('after the current order', () => {
  const current = (tool: Tool) => ({ submission: { submitId: 'now', tool, at: NOW + 9 } });
  const failed = (...tools: Tool[]): Past => tools.map((tool) => [tool, 'failed']);

  it.each<[string, Upscaler, Past, Tool, boolean]>([
    ['two are left', 'auto', [], 'smart-hd', true],
    ['one is left', 'auto', failed('smart-hd'), 'super-resolution', true],
    ['none is left', 'auto', failed('smart-hd', 'super-resolution'), 'fast-hd', false],
    ['the remembered one was only the first', 'auto', [], 'fast-hd', true],
    ['the person chose one', 'smart-hd', [], 'smart-hd', false],
  ])('%s', (_, upscaler, past, tool, expected) => {
    expect(hasNextTool(job(upscaler, past, current(tool)))).toBe(expected);
  });

  it('nothing is left before any order', () => {
    expect(hasNextTool(job('auto', []))).toBe(false);
  });

  it('it counts as a switch only if Automatic tried another one before', () => {
    expect(hasSwitched(job('auto', [], current('fast-hd')))).toBe(false);
    expect(hasSwitched(job('auto', failed('smart-hd'), current('fast-hd')))).toBe(true);
    expect(hasSwitched(job('fast-hd', failed('smart-hd'), current('fast-hd')))).toBe(false);
  });
});

describe('the parts of a long picture', () => {
  const strip = { ...source, parts: planOf(3) };
  const order = (part: number, tool: Tool, outcome: NonNullable<Submission['outcome']>) => ({
    submitId: `s-${part}-${tool}`,
    tool,
    at: NOW,
    part,
    outcome,
  });
  const pastSubmissions = [order(0, 'smart-hd', 'failed'), order(0, 'fast-hd', 'done')];
  const row = { ...job('auto', []), source: strip, part: 1, pastSubmissions };

  it('keep to the upscaler that worked for the part before', () => {
    expect(chooseTool(row, 'me', undefined, NOW)).toBe('fast-hd');
    expect(hasSwitched(row)).toBe(false);
  });

  it('do not count what failed for another part', () => {
    const failed = [...pastSubmissions, order(1, 'fast-hd', 'failed')];
    expect(chooseTool({ ...row, pastSubmissions: failed }, 'me', undefined, NOW)).toBe('smart-hd');
    const submission = { submitId: 's', tool: 'fast-hd', at: NOW, part: 1 } as const;
    expect(hasNextTool({ ...row, submission })).toBe(true);
  });

  it('use what the person chose', () => {
    const chosen = { ...row, ...job('super-resolution', []), pastSubmissions };
    expect(chooseTool(chosen, 'me', undefined, NOW)).toBe('super-resolution');
  });
});
