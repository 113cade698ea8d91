import { browser } from 'wxt/browser';

const NAME = 'jobs';

/** The wake-up that survives the worker. */
export const jobAlarm = {
  /** Sets the alarm `delayMs` from now (the browser rounds up to 30 s) and resets the idle timer. */
  async arm(delayMs: number): Promise<void> {
    await browser.alarms.create(NAME, { when: Date.now() + delayMs });
    // Firefox counts only calls that reach the parent process as activity; alarms do not.
    await browser.runtime.getPlatformInfo();
  },

  async clear(): Promise<void> {
    await browser.alarms.clear(NAME);
  },

  /** Registers the listener. Call it in the first synchronous turn. */
  onRing(listener: () => void): void {
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === NAME) listener();
    });
  },
};
