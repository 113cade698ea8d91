/** Units of time, each after its number. */
export const units = {
  seconds: (count: string) => `${count} s`,
  minutes: (count: string) => `${count} min`,
  hours: (count: string) => `${count} h`,
  days: (count: string) => `${count} d`,
};

/** Shape of these messages in every language. */
export type Units = typeof units;
