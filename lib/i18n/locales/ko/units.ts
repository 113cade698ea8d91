import type { Units } from '../en/units';

/** Korean units of time. */
export const units: Units = {
  seconds: (count) => `${count}초`,
  minutes: (count) => `${count}분`,
  hours: (count) => `${count}시간`,
  days: (count) => `${count}일`,
};
