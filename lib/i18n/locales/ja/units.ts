import type { Units } from '../en/units';

/** Japanese units of time. */
export const units: Units = {
  seconds: (count) => `${count} 秒`,
  minutes: (count) => `${count} 分`,
  hours: (count) => `${count} 時間`,
  days: (count) => `${count} 日`,
};
