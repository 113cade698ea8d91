/** What the processes of a browser hold, as Linux counts it. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright';

/** The ids of the processes of a Chromium. */
export async function processesOf(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.map(({ id }) => id);
}

/** Bytes a process holds: `VmRSS` now, `VmHWM` at most; 0 where there is no /proc. */
export function memory(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
  } catch {
    return 0;
  }
}

/** Starts `VmHWM` anew. */
export function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Not Linux: no memory is printed.
  }
}
