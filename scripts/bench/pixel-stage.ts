/** The popup of the built extension, in either browser, as the table of pixels uses it. */

import { messagesFor } from '@/lib/i18n/all-messages';
import type { Job } from '@/lib/jobs/model/job';
import type { Simulator } from '@/simulator/simulator';
import { readResult, readRows } from '@/tests/support/database';
import { openFirefoxStage } from '../browsers/firefox-stage';
import { openStage } from '../browsers/stage';

export interface PixelStage {
  simulator: Simulator;
  handIn(path: string): Promise<void>;
  /** Rows of the history. */
  rows(): Promise<Job[]>;
  /** Bytes of the result of a row. */
  result(jobId: string): Promise<Buffer>;
  /** Answers the question whether a large picture is to be upscaled. */
  upscaleAnyway(): Promise<void>;
  close(): Promise<void>;
}

const OPTIONS = { simulator: { processingMs: 100, credits: { gift: 100_000 } } };
const FILE_INPUT = 'input[type=file]';
const UPSCALE_ANYWAY = messagesFor('en').actions.upscaleAnyway;

async function openChromium(): Promise<PixelStage> {
  const stage = await openStage(OPTIONS);
  const popup = await stage.openPopup();
  return {
    simulator: stage.simulator,
    handIn: (path) => popup.locator(FILE_INPUT).setInputFiles(path),
    rows: () => readRows(popup),
    result: (jobId) => readResult(popup, jobId),
    upscaleAnyway: () => popup.getByRole('button', { name: UPSCALE_ANYWAY }).first().click(),
    close: stage.close,
  };
}

async function openFirefox(): Promise<PixelStage> {
  const stage = await openFirefoxStage(OPTIONS);
  const popup = await stage.openPopup();
  return {
    simulator: stage.simulator,
    handIn: (path) => popup.chooseFiles(FILE_INPUT, [path]),
    rows: () => readRows(popup),
    result: (jobId) => readResult(popup, jobId),
    upscaleAnyway: () => popup.clickButton('body', UPSCALE_ANYWAY),
    close: stage.close,
  };
}

export const PIXEL_STAGES = { chromium: openChromium, firefox: openFirefox } as const;
