import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { button, rows, untilDone } from './support/history';

let stage: Stage;
let options: Page;

beforeAll(async () => {
  stage = await openStage({ simulator: { processingMs: 300 } });
  options = await stage.context.newPage();
  await options.goto(`chrome-extension://${stage.extensionId}/options.html#connection`);
});

afterEach(async () => {
  await options.evaluate(() => chrome.storage.local.remove('versions'));
  stage.simulator.faults.clear();
  stage.simulator.violations.length = 0;
});

afterAll(() => stage.close());

const lines = () => options.locator('.check-lines > li');
const badge = () => options.evaluate(() => chrome.action.getBadgeText({}));
const title = () => options.evaluate(() => chrome.action.getTitle({}));
const reportText = () =>
  options.evaluate(async () => {
    const answer = await chrome.runtime.sendMessage({
      type: 'connectionReport',
      timestamp: Date.now(),
    });
    return String(answer.res);
  });

const OUTCOMES = { good: /^Every step works\.$/, bad: /^\d+ steps? failed\.$/ };

/** @param outcome differs from that of the check before, which is shown until this one starts */
async function check(outcome: keyof typeof OUTCOMES): Promise<string[]> {
  await options.getByRole('button', { name: /^Check (the connection|again)$/ }).click();
  await options.getByText(OUTCOMES[outcome]).waitFor();
  return lines().evaluateAll((all) => all.map((line) => (line as HTMLElement).dataset.state ?? ''));
}

it('finds every step good, costs nothing and breaks no rule', async () => {
  await button(options, 'Check the connection').waitFor();
  expect(await check('good')).toEqual(Array(9).fill('good'));
  expect(stage.simulator.submissions).toEqual([]);
  expect(stage.simulator.violations).toEqual([]);
  const text = await reportText();
  expect(JSON.parse(text).check.exchanges).toHaveLength(7);
  for (const secret of stage.simulator.secrets) expect(text).not.toContain(secret);
});

it('says which version is outdated, and works again with the right one', async () => {
  await options.locator('.advanced > summary').click();
  const field = options.getByRole('textbox', { name: /^Appvr All requests/ });
  await field.fill('7.0.0');
  await options.locator('.advanced strong').waitFor();
  const states = await check('bad');
  expect(states.filter((state) => state === 'bad').length).toBeGreaterThan(2);
  expect(await lines().nth(1).textContent()).toMatch(/does not accept these versions.*3018/);
  const { versions } = JSON.parse(await reportText());
  expect(versions.jimeng.appvr).toEqual({ value: '7.0.0', isOverridden: true });
  await button(options, 'Use built-in versions').click();
  expect(await field.inputValue()).toBe('8.4.0');
  expect(await check('good')).toEqual(Array(9).fill('good'));
});

it('goes on when the page that started it closes', async () => {
  const other = await stage.context.newPage();
  await other.goto(`chrome-extension://${stage.extensionId}/options.html`);
  const before = stage.simulator.requests.length;
  await button(other, 'Check again').click();
  await other.close();
  await expect
    .poll(() => stage.simulator.requests.slice(before).map(({ endpoint }) => endpoint))
    .toContain('history');
});

it('records on demand, says so on the badge, and adds it to the report', async () => {
  expect(await badge()).toBe('');
  await options.getByRole('switch', { name: /Record the next 10 minutes/ }).click();
  await expect.poll(badge).toBe('REC');
  expect(await title()).toMatch(/Recording/);
  const popup = await stage.openPopup();
  // One real order, asked for by its own button.
  await options.bringToFront();
  await button(options, 'Send').click();
  await options.getByText('Started. It is in the history.').waitFor();
  await untilDone(popup);
  expect(await rows(popup).count()).toBe(1);
  expect(stage.simulator.submissions).toHaveLength(1);
  const { recording } = JSON.parse(await reportText());
  const paths = recording.map(({ path }: { path: string }) => path);
  expect(paths).toContain('/mweb/v1/aigc_draft/generate');
  expect(paths).toContain('/mweb/v1/get_history_by_ids');
  const onDisk = await options.evaluate(() => chrome.storage.local.get());
  expect(JSON.stringify(onDisk)).not.toContain('aigc_draft');
  // Also after the worker has died. It writes several exchanges together.
  const stored = () =>
    options.evaluate(async () => {
      const kept = await chrome.storage.session.get('recording');
      return (kept.recording as { exchanges: unknown[] }).exchanges.length;
    });
  await expect.poll(stored).toBeGreaterThanOrEqual(recording.length);
  await stage.killWorker();
  expect(JSON.parse(await reportText()).recording.length).toBeGreaterThanOrEqual(recording.length);
  await options.getByRole('switch', { name: /Record the next 10 minutes/ }).click();
  await expect.poll(badge).not.toBe('REC');
});
