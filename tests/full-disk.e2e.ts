import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { button, rows, untilDone } from './support/history';

/**
 * A file system that is really full. The quota is no limit for an extension that has
 * `unlimitedStorage`, so the browser's own tools cannot pretend it.
 */
const SIZE = '300m';
/** The browser drops its database when the disk takes nothing at all, and opens it again soon after. */
const RECOVERY_MS = 45_000;

function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'full-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]);
  if (status === 0) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}

function unmount(folder: string): void {
  execFileSync('umount', ['--lazy', folder]);
  rmSync(folder, { recursive: true });
}

const trial = mountSmallDisk();
if (trial) unmount(trial);
else process.stdout.write('full disk: skipped, because nothing may be mounted here\n');

let stage: Stage | undefined;
let disk: string | undefined;

afterEach(async () => {
  await stage?.close();
  if (disk) unmount(disk);
  stage = disk = undefined;
});

describe.skipIf(!trial)('a disk that is full', () => {
  it.each([
    { left: 'room for a row, and not for a picture', bytes: 64 * 1_024 },
    { left: 'room for nothing', bytes: 0 },
  ])(
    'says so before anything is paid, and goes on when there is room again: $left',
    { timeout: 2 * RECOVERY_MS },
    async ({ bytes }) => {
      disk = mountSmallDisk() ?? '';
      stage = await openStage({ folder: disk, simulator: { processingMs: 300 } });
      const popup = await stage.openPopup();
      const gallery = await stage.openGallery();
      await stage.upscale(gallery, '#harbour');
      await popup.bringToFront();
      await untilDone(popup);

      const filling = join(disk, 'filling');
      spawnSync('dd', ['if=/dev/zero', `of=${filling}`, 'bs=64k']);
      truncateSync(filling, statSync(filling).size - bytes);
      await stage.upscale(gallery, '#portrait');
      await popup.bringToFront();
      const said = popup.getByText(/storage is full/i);
      await expect.poll(() => said.count(), { timeout: RECOVERY_MS }).toBeGreaterThan(0);
      expect(stage.simulator.submissions).toHaveLength(1);

      rmSync(filling);
      // Which write meets the wall is the file system's choice: without a row, the notice asks for a new click.
      const retry = button(rows(popup).first(), 'Retry');
      if ((await retry.count()) > 0) await retry.click();
      else await stage.upscale(gallery, '#portrait');
      await popup.bringToFront();
      await expect.poll(() => button(popup, 'Save').count(), { timeout: 12_000 }).toBe(2);
      expect(stage.simulator.submissions).toHaveLength(2);
    },
  );
});
