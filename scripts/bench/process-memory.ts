/** What the processes of a browser hold, as Linux counts it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright';

/** The ids of the processes of a Chromium. */
export async function processesOf(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.map(({ id }) => id);
}

/** How much a process grew, bytes, and what it is for. */
export interface Growth {
  type: string;
  /** At most. */
  bytes: number;
  /** In the end. */
  inTheEnd: number;
}

/** How often what each process holds is read, ms. */
const READ_MS = 250;

/** Watches the processes of a browser. @returns `stop`: how much each grew, the one that grew most first */
export async function watchMemory(context: BrowserContext): Promise<{ stop(): Promise<Growth[]> }> {
  const session = await context.browser()?.newBrowserCDPSession();
  const types = new Map<number, string>();
  const [before, most] = [new Map<number, number>(), new Map<number, number>()];
  const last = new Map<number, number>();
  const read = async () => {
    const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
    for (const { id, type } of processInfo) {
      const held = memory(id, 'VmRSS');
      types.set(id, type);
      last.set(id, held);
      // A process that starts later has grown from nothing.
      most.set(id, Math.max(most.get(id) ?? 0, held));
    }
  };
  await read();
  for (const [id, held] of most) before.set(id, held);
  const timer = setInterval(() => void read().catch(() => undefined), READ_MS);
  return {
    async stop() {
      clearInterval(timer);
      await read();
      const growth = (id: number, held = 0) => held - (before.get(id) ?? 0);
      return [...most]
        .map(([id, held]) => ({
          type: types.get(id) ?? '',
          bytes: growth(id, held),
          inTheEnd: growth(id, last.get(id)),
        }))
        .toSorted((a, b) => b.bytes - a.bytes);
    },
  };
}

/** Makes the process of a page collect its garbage, as it does when memory is short. */
export async function collectGarbage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Memory.simulatePressureNotification', { level: 'critical' });
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  // It gives the memory back a moment later.
  await sleep(3_000);
}

/** Bytes a process holds: `VmRSS` now, `VmHWM` at most; 0 if it has ended, or where there is no /proc. */
export function memory(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1024;
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

/** A process, the processes that it has started, and those they have. */
export function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of existsSync('/proc') ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), Number(/PPid:\s+(\d+)/.exec(status)?.[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const isBelow = (id: number): boolean => id === pid || (id > 1 && isBelow(parents.get(id) ?? 0));
  return [...parents.keys()].filter(isBelow);
}
