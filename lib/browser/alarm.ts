import { browser } from 'wxt/browser';

const NAME = 'jobs';
const REFUNDS = 'refunds';

/** The alarm that wakes a worker after it has died. */
export const jobAlarm = {
  /**
   * Sets the alarm `delayMs` from now (the browser rounds up to 30 s) and resets the idle timer. From then on it rings
   * every 30 s until it is set again or cleared, because the worker that it wakes may die or fail first,
   * for example if the database does not open.
   */
  async arm(delayMs: number): Promise<void> {
    await browser.alarms.create(NAME, { when: Date.now() + delayMs, periodInMinutes: 0.5 });
    // Firefox counts only calls that reach the parent process as activity; alarms do not.
    await browser.runtime.getPlatformInfo();
  },

  async clear(): Promise<void> {
    await browser.alarms.clear(NAME);
  },

  /** Registers the listener. Call it in the first synchronous turn. A listener without work clears the alarm. */
  onRing(listener: () => void): void {
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === NAME) listener();
    });
  },
};

/** The second check of the balance after an order that failed (`lib/jobs/engine/refund.ts`). */
export const refundAlarm = {
  /** Sets the alarm `delayMs` from now, unless it is set already. */
  async arm(delayMs: number): Promise<void> {
    if (await browser.alarms.get(REFUNDS)) return;
    await browser.alarms.create(REFUNDS, { when: Date.now() + delayMs });
  },

  /** Registers the listener. Call it in the first synchronous turn. The alarm rings once. */
  onRing(listener: () => void): void {
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === REFUNDS) listener();
    });
  },
};
