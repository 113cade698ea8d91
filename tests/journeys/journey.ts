import type { Driver, DriverOptions } from './driver';

/** Something a person goes through, described once for every browser. */
export interface Journey {
  name: string;
  /** Page of the gallery on which it begins; default its home. */
  gallery?: string;
  options?: DriverOptions;
  /** It waits for half a minute or more, and so may run beside others of this kind. */
  sleeps?: true;
  run(driver: Driver): Promise<void>;
}
