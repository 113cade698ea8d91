// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { show } from '@/tests/stories/show';
import { TargetSwitch } from './target-switch';

const AT = new Date(2026, 10, 22).getTime();
const costs = { '2k': { credits: 0, at: AT }, '4k': { credits: 4, at: AT } };
const titles = () => screen.getAllByRole<HTMLInputElement>('radio').map(({ title }) => title);

it('says what each size usually costs, and when that was seen', () => {
  show(<TargetSwitch target="2k" onChange={vi.fn()} costs={costs} />);
  expect(titles()).toEqual([
    'Free, as of November 22, 2026',
    'Costs about 4 credits, as of November 22, 2026',
  ]);
});

it('says nothing of what was never seen', () => {
  show(<TargetSwitch target="2k" onChange={vi.fn()} costs={{ '4k': costs['4k'] }} />);
  expect(titles()[0]).toBe('');
  expect(titles()[1]).not.toBe('');
});

it('says before the click that 4K may need a membership, unless it was ordered lately', () => {
  const { again } = show(<TargetSwitch target="2k" onChange={vi.fn()} />);
  expect(titles()).toEqual(['', '4K may need a Jimeng membership.']);
  const lock = () => document.querySelector('[data-icon=lock]');
  expect(lock()?.closest('label')?.textContent).toBe('4K');
  again(<TargetSwitch target="2k" onChange={vi.fn()} costs={costs} />);
  expect(titles()[1]).not.toContain('membership');
  expect(lock()).toBeNull();
});

it('says it in Chinese too', () => {
  show(<TargetSwitch target="2k" onChange={vi.fn()} costs={costs} />, 'zh-CN');
  expect(titles()).toEqual(['上次免费（2026年11月22日）', '约 4 积分（最近一次：2026年11月22日）']);
});
