import { browser } from 'wxt/browser';

const NAME = 'jobs';
const REFUNDS = 'refunds';
const PAGE = 'page';
const RECORDING = 'recording';
const ZIP = 'zip';

/** Wakes the worker for jobs; survives its death. */
export const jobAlarm = {
  /**
   * Sets the alarm `delayMs` from now (the browser rounds up to 30 s) and resets the idle timer. It rings
   * every 30 s from then on, until it is set again or cleared: the worker it wakes may die or fail first,
   * for example because a database does not open.
   */
  async arm(delayMs: number): Promise<void> {
    await browser.alarms.create(NAME, { when: Date.now() + delayMs, periodInMinutes: 0.5 });
    // Firefox counts only calls that reach the parent process as activity; alarms do not.
    await browser.runtime.getPlatformInfo();
  },

  async clear(): Promise<void> {
    await browser.alarms.clear(NAME);
  },

  /** Registers the listener. Call it in the first synchronous turn. A listener that finds no work clears the alarm. */
  onRing: (listener: () => void): void => onRing(NAME, listener),
};

/** Wakes the worker to close the service's page that it opened (`page-channel/page-tab.ts`). */
export const pageAlarm = {
  /** Sets the alarm `delayMs` from now. A later call postpones it. */
  async arm(delayMs: number): Promise<void> {
    await browser.alarms.create(PAGE, { when: Date.now() + delayMs });
  },

  /** Registers the listener. Call it in the first synchronous turn. The alarm rings once. */
  onRing: (listener: () => void): void => onRing(PAGE, listener),
};

/** Wakes the worker to check for a refund after a failed order (`lib/jobs/engine/refund.ts`). */
export const refundAlarm = {
  /** Sets the alarm `delayMs` from now, unless it is set already. */
  async arm(delayMs: number): Promise<void> {
    if (await browser.alarms.get(REFUNDS)) return;
    await browser.alarms.create(REFUNDS, { when: Date.now() + delayMs });
  },

  /** Registers the listener. Call it in the first synchronous turn. The alarm rings once. */
  onRing: (listener: () => void): void => onRing(REFUNDS, listener),
};

/** Wakes the worker while a ZIP is being made; survives its death. */
export const zipAlarm = {
  /** Rings every 30 s until it is cleared. */
  async arm(): Promise<void> {
    await browser.alarms.create(ZIP, { periodInMinutes: 0.5 });
  },

  async clear(): Promise<void> {
    await browser.alarms.clear(ZIP);
  },

  /** Registers the listener. Call it in the first synchronous turn. */
  onRing: (listener: () => void): void => onRing(ZIP, listener),
};

/** Wakes the worker when a recording has ended, so that the badge stops showing it. */
export const recordingAlarm = {
  /** @param at Unix ms */
  async arm(at: number): Promise<void> {
    await browser.alarms.create(RECORDING, { when: at });
  },

  /** Registers the listener. Call it in the first synchronous turn. The alarm rings once. */
  onRing: (listener: () => void): void => onRing(RECORDING, listener),
};

function onRing(alarm: string, listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) listener();
  });
}
