import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/stage';
import { button, untilDone, untilRowSays } from './support/history';

/**
 * A file system that is really full. The quota is no limit for an extension that has
 * `unlimitedStorage`, so the browser's own tools cannot pretend it.
 */
const SIZE = '300m';
const folder = mkdtempSync(join(tmpdir(), 'full-disk-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]);
const isMounted = mounted.status === 0;
if (!isMounted) process.stdout.write('full disk: skipped, because nothing may be mounted here\n');

let stage: Stage | undefined;

afterAll(async () => {
  await stage?.close();
  if (isMounted) execFileSync('umount', ['--lazy', folder]);
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!isMounted)('a full disk', () => {
  it('ends a row with that reason, before anything is paid, and Retry finishes it', async () => {
    stage = await openStage({ folder, simulator: { processingMs: 300 } });
    const popup = await stage.openPopup();
    const gallery = await stage.openGallery();
    await stage.upscale(gallery, '#harbour');
    await popup.bringToFront();
    await untilDone(popup);

    const filling = join(folder, 'filling');
    spawnSync('dd', ['if=/dev/zero', `of=${filling}`, 'bs=64k']);
    // Room for a row, and not for a picture.
    truncateSync(filling, statSync(filling).size - 64 * 1_024);
    await stage.upscale(gallery, '#portrait');
    await popup.bringToFront();
    const row = await untilRowSays(popup, /room|space/i);
    expect(stage.simulator.submissions).toHaveLength(1);

    rmSync(filling);
    await button(row, 'Retry').click();
    await untilDone(popup);
    expect(stage.simulator.submissions).toHaveLength(2);
  });
});
