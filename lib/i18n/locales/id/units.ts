import type { Units } from '../en/units';

/** Indonesian units of time. */
export const units: Units = {
  seconds: (count) => `${count} dtk`,
  minutes: (count) => `${count} mnt`,
  hours: (count) => `${count} jam`,
  days: (count) => `${count} hari`,
};
