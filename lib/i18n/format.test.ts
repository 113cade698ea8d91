import { describe, expect, it } from 'vitest';
import { messagesFor } from './all-messages';
import { formatsFor } from './format';

const en = formatsFor('en', messagesFor('en').units);
const zh = formatsFor('zh-CN', messagesFor('zh-CN').units);
const noon = (year: number, month: number, day: number) => new Date(year, month, day, 12).getTime();

describe('formats', () => {
  it('writes sizes without grouping', () => {
    expect(en.size(800, 600)).toBe('800 × 600');
    expect(zh.size(10240, 7680)).toBe('10240 × 7680');
  });

  it.each([
    [0, '0'],
    [0.84, '0.8'],
    [3, '3'],
    [12.96, '13'],
  ])('writes %d with one digit behind the point at most', (value, words) => {
    expect(en.decimal(value)).toBe(words);
    expect(zh.decimal(value)).toBe(words);
  });

  it.each([
    [0, '0 kB', '0 kB'],
    [240, '0.2 kB', '0.2 kB'],
    [1_000, '1 kB', '1 kB'],
    [1_234_567, '1.2 MB', '1.2 MB'],
    [45_678_901, '46 MB', '46 MB'],
    [999_499, '999 kB', '999 kB'],
    [999_960, '1 MB', '1 MB'],
    [999_960_000, '1 GB', '1 GB'],
    [9_960, '10 kB', '10 kB'],
    [3e12, '3,000 GB', '3,000 GB'],
  ])('writes %i bytes', (count, english, chinese) => {
    expect(en.bytes(count)).toBe(english);
    expect(zh.bytes(count)).toBe(chinese);
  });

  it.each([
    [0, '1 s', '1 秒'],
    [14_400, '14 s', '14 秒'],
    [59_900, '1 min', '1 分钟'],
    [125_000, '2 min', '2 分钟'],
    [5_400_000, '1.5 h', '1.5 小时'],
    [86_400_000, '1 d', '1 天'],
  ])('writes %i ms', (ms, english, chinese) => {
    expect(en.duration(ms)).toBe(english);
    expect(zh.duration(ms)).toBe(chinese);
  });

  it('names days as people do', () => {
    const now = noon(2026, 10, 22);
    expect(en.day(now, now)).toBe('Today');
    expect(en.day(noon(2026, 10, 21), now)).toBe('Yesterday');
    expect(en.day(noon(2026, 10, 20), now)).toBe('November 20');
    expect(en.day(noon(2025, 10, 20), now)).toBe('November 20, 2025');
    expect(zh.day(now, now)).toBe('今天');
    expect(zh.day(noon(2026, 10, 21), now)).toBe('昨天');
    expect(zh.day(noon(2025, 10, 20), now)).toBe('2025年11月20日');
  });

  it('writes times of day', () => {
    const at = new Date(2026, 10, 22, 15, 4).getTime();
    // The space before PM is a narrow one in newer tables.
    expect(en.time(at)).toMatch(/^3:04\sPM$/);
    expect(zh.time(at)).toBe('15:04');
  });

  it('writes a day by itself', () => {
    expect(en.date(noon(2026, 10, 22))).toBe('November 22, 2026');
    expect(zh.date(noon(2026, 10, 22))).toBe('2026年11月22日');
  });

  it('counts calendar days, not spans of 24 hours', () => {
    const justAfterMidnight = new Date(2026, 10, 22, 0, 1).getTime();
    expect(en.day(justAfterMidnight - 120_000, justAfterMidnight)).toBe('Yesterday');
  });
});
