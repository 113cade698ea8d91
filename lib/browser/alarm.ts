import { browser } from 'wxt/browser';

const NAME = 'jobs';
/** Alarms cannot fire earlier, ms. */
const SHORTEST_MS = 30_000;

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

  /**
   * Registers the listener. Call it in the first synchronous turn. An alarm rings once, and what it
   * wakes may fail before anything else is armed: a database may not open. So the next one, 30 s later,
   * is set before the listener is called; who finds no work clears it.
   */
  onRing(listener: () => void, report: (error: unknown) => void): void {
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name !== NAME) return;
      jobAlarm.arm(SHORTEST_MS).catch(report);
      listener();
    });
  },
};
