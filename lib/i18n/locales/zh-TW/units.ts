import type { Units } from '../en/units';

/** Traditional Chinese units of time. */
export const units: Units = {
  seconds: (count) => `${count} 秒`,
  minutes: (count) => `${count} 分鐘`,
  hours: (count) => `${count} 小時`,
  days: (count) => `${count} 天`,
};
