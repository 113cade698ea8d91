import type { Units } from '../en/units';

/** German units of time. */
export const units: Units = {
  seconds: (count) => `${count} s`,
  minutes: (count) => `${count} min`,
  hours: (count) => `${count} h`,
  days: (count) => `${count} d`,
};
