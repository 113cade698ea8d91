import { afterEach, expect } from 'vitest';
import {
  type FirefoxStage,
  type FirefoxStageOptions,
  openFirefoxStage,
} from '@/scripts/browsers/firefox-stage';

/**
 * The Firefox of a test file. After each test it is closed, and neither the service nor a page of ours may have
 * complained.
 * @returns opens it; once in a test
 */
export function firefoxOfFile(): (options?: FirefoxStageOptions) => Promise<FirefoxStage> {
  let stage: FirefoxStage | undefined;

  afterEach(async () => {
    const { simulator, consoleErrors } = stage ?? {};
    const found = { violations: simulator?.violations ?? [], errors: consoleErrors?.() ?? [] };
    await stage?.close();
    stage = undefined;
    expect(found).toEqual({ violations: [], errors: [] });
  });

  return async (options) => {
    stage = await openFirefoxStage(options);
    return stage;
  };
}
