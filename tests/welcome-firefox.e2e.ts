import { afterEach, describe, expect, it } from 'vitest';
import { findFirefox } from '@/scripts/browsers/browser';
import { type FirefoxStage, openFirefoxStage } from '@/scripts/browsers/firefox-stage';
import type { FirefoxTab } from '@/scripts/browsers/firefox-tab';
import { originsOf } from '@/scripts/browsers/site-origins';

let stage: FirefoxStage;
afterEach(async () => {
  expect(stage.consoleErrors()).toEqual([]);
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

/** Runs in our page: match patterns of hosts that may be accessed. */
async function allowedOrigins(): Promise<string[]> {
  const { origins = [] } = await chrome.permissions.getAll();
  return origins.sort();
}

/** Runs in our page. */
function choose(index: number): void {
  document.querySelectorAll<HTMLInputElement>('.welcome__option input')[index]?.click();
}

const untilSays = (tab: FirefoxTab, words: RegExp) => expect.poll(() => tab.words()).toMatch(words);

describe.skipIf(findFirefox() === undefined)('the welcome page in Firefox', () => {
  it('asks for the chosen site only; a refusal is said, and can be changed', async () => {
    stage = await openFirefoxStage({ isWelcomed: false, isSignedIn: false });
    const welcome = await stage.tabAt(/\/welcome\.html/);
    await untilSays(welcome, /Agree and continue/);
    await welcome.clickButton('.welcome__ways', 'Agree and continue');
    await untilSays(welcome, /Where is your account/);
    expect(await welcome.evaluate(allowedOrigins)).toEqual([]);

    // Dreamina is the second.
    await welcome.evaluate(choose, 1);
    await untilSays(welcome, /capcut\.com/);
    await welcome.clickButton('.welcome__tasks', 'Allow access');
    const words = await stage.answerPrompt(false);
    expect(words).toMatch(/capcut\.com/);
    expect(words).not.toMatch(/jianying|byteimg\.com.*jianying/);
    await untilSays(welcome, /Access was not allowed/);
    expect(await welcome.evaluate(allowedOrigins)).toEqual([]);

    await welcome.clickButton('.welcome__tasks', 'Allow access');
    await stage.answerPrompt(true);
    await untilSays(welcome, /Your Dreamina account/);
    await expect.poll(() => welcome.buttons('.welcome__tasks')).toEqual(['Sign in']);
    expect(await welcome.evaluate(allowedOrigins)).toEqual(originsOf('dreamina').sort());
    // The prompt has closed nothing: the other site is one click away.
    await welcome.evaluate(choose, 0);
    await expect.poll(() => welcome.buttons('.welcome__tasks')).toEqual(['Allow access']);
  });
});
