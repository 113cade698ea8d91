import type { Units } from '../en/units';

/** Simplified Chinese units of time. */
export const units: Units = {
  seconds: (count) => `${count} 秒`,
  minutes: (count) => `${count} 分钟`,
  hours: (count) => `${count} 小时`,
  days: (count) => `${count} 天`,
};
