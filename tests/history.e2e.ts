import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '@/lib/jobs/model/job';
import { openStage, type Stage } from '@/scripts/browsers/stage';
import { GOOD_NAMES, PICTURES } from '@/simulator/pictures/pictures';
import { readBlobKeys, readResult, readRows, readShownRows } from './support/database';
import { button, clearRows, rows } from './support/history';
import { type PastRow, pastRows } from './support/past-rows';

vi.setConfig({ testTimeout: 120_000 });

/** A busy machine takes its time; what never comes fails all the same. */
const PATIENCE = { timeout: 20_000, interval: 100 };

let stage: Stage;
let popup: Page;
let options: Page;

beforeAll(async () => {
  // They are drawn on first use, which may take longer than a page is waited for.
  for (const name of GOOD_NAMES) await PICTURES[name].make();
  stage = await openStage({ simulator: { processingMs: 200, credits: { gift: 1_000 } } });
  popup = await stage.openPopup();
  // All rows of a test at once: the list draws only what is in sight.
  await popup.setViewportSize({ width: 400, height: 2_000 });
  options = await stage.context.newPage();
  await options.goto(`chrome-extension://${stage.extensionId}/options.html`);
});

afterAll(async () => {
  expect(stage.simulator.violations).toEqual([]);
  await stage.close();
});

/** Names in the order in which the rows are shown. */
const shownNames = () => popup.locator('.job-card__name').allTextContents();

/** Names of the rows in the database, in the order of their names. */
const keptNames = async () => (await readShownRows(popup)).map(({ name }) => name).sort();

/** Waits until something is read like this. */
const until = (read: () => Promise<unknown>) => expect.poll(read, PATIENCE);

const untilShown = (names: readonly string[]) => until(shownNames).toEqual(names);
const untilKept = (names: readonly string[]) => until(keptNames).toEqual([...names].sort());

/** Removes all rows at once; one at a time, where there are too few for choosing. */
async function clear(): Promise<void> {
  await popup.bringToFront();
  await popup.reload();
  const count = (await readShownRows(popup)).length;
  // The shell is there before the rows are.
  if (count > 0) await rows(popup).first().waitFor();
  if (count >= 7) {
    await button(popup, 'Select').click();
    await popup.getByRole('checkbox', { name: 'All', exact: true }).check();
    await button(popup, `Remove ${count}`).click();
  } else await clearRows(popup);
  await untilKept([]);
}

/** Brings rows of the past in, as a person does who comes from another computer. */
async function bringIn(past: readonly PastRow[]): Promise<void> {
  const before = (await readShownRows(popup)).length;
  await importFile(pastRows(past));
  await until(async () => (await readShownRows(popup)).length).toBe(before + past.length);
}

async function importFile(buffer: Buffer): Promise<void> {
  await options.bringToFront();
  const file = { name: 'upscale-history.json', mimeType: 'application/json', buffer };
  await options.locator('input[type=file]').setInputFiles([file]);
}

let hue = 0;

/** A small picture that was never seen before: the same one twice would ask. */
async function picture(name: string) {
  hue += 17;
  // Pictures that are made at the same time would all have the last one.
  const own = hue;
  const buffer = await sharp(await PICTURES.poster.make())
    .resize(200)
    .modulate({ hue: own })
    .png()
    .toBuffer();
  return { name: `${name}.png`, mimeType: 'image/png', buffer };
}

/** Gives the popup pictures, and waits until they have ended. */
async function upscale(names: readonly string[], end: 'done' | 'failed' = 'done'): Promise<void> {
  await popup.bringToFront();
  const pictures = await Promise.all(names.map(picture));
  await popup.locator('input[type=file]').setInputFiles(pictures);
  await until(() => endsOf(names)).toEqual(names.map(() => end));
}

/** Stages of the rows of these names. */
async function endsOf(names: readonly string[]): Promise<(Job['stage'] | undefined)[]> {
  const kept = await readShownRows(popup);
  return names.map((name) => kept.find((row) => row.name === name)?.stage);
}

describe('a history of many days', () => {
  const past: PastRow[] = [
    { name: 'anemone', bytes: 3_000 },
    { name: 'badger 10', host: 'news.example', stage: 'failed', bytes: 9_000 },
    { name: 'badger 9', host: 'news.example', bytes: 5_000 },
    { name: 'Cormorant', daysAgo: 1, bytes: 8_000 },
    { name: 'dahlia', daysAgo: 1, host: 'www.garden.example', bytes: 1_000 },
    { name: 'elm', daysAgo: 3, stage: 'failed', bytes: 7_000 },
    { name: '水仙', daysAgo: 400, bytes: 2_000 },
  ];
  const names = past.map(({ name }) => name);

  beforeEach(async () => {
    await bringIn(past);
    await popup.bringToFront();
    await untilShown(names);
  });

  afterEach(clear);

  const searchFor = (words: string) => popup.getByRole('searchbox').fill(words);

  it('is searched by name and by host, in any case and width of letters', async () => {
    const finds: [words: string, found: string[]][] = [
      ['badger', ['badger 10', 'badger 9']],
      ['CORMO', ['Cormorant']],
      ['ｄａｈｌｉａ', ['dahlia']],
      ['水', ['水仙']],
      ['news.example', ['badger 10', 'badger 9']],
      ['garden', ['dahlia']],
      ['news 9', ['badger 9']],
    ];
    for (const [words, found] of finds) {
      await searchFor(words);
      await untilShown(found);
    }
    await searchFor('nobody');
    await until(() => popup.getByText('No images match.').count()).toBe(1);
    await searchFor('');
    await untilShown(names);
    // The database has what was found, and has lost nothing.
    const kept = await readShownRows(popup);
    expect(kept.map(({ name }) => name).sort()).toEqual([...names].sort());
    const ofNews = kept.filter(
      ({ origin }) => origin.kind === 'page' && /news/.test(origin.pageUrl),
    );
    expect(ofNews.map(({ name }) => name).sort()).toEqual(['badger 10', 'badger 9']);
  });

  it('is narrowed to a condition, and says how many rows each has', async () => {
    const kept = await readShownRows(popup);
    const inStage = (stage: Job['stage']) => kept.filter((row) => row.stage === stage).length;
    const filters = popup.getByRole('group', { name: 'Show' }).locator('label');
    await until(() => filters.allTextContents()).toEqual([
      `All ${kept.length}`,
      `Done ${inStage('done')}`,
      `Needs you ${inStage('failed')}`,
    ]);
    const named = (stage: PastRow['stage']) =>
      past.filter((row) => row.stage === stage).map(({ name }) => name);
    await filters.filter({ hasText: 'Needs you' }).click();
    await untilShown(named('failed'));
    await filters.filter({ hasText: 'Done' }).click();
    await untilShown(named(undefined));
    // Words and condition hold together.
    await searchFor('badger');
    await untilShown(['badger 9']);
  });

  it('is put in order by time, name and size', async () => {
    const kept = await readShownRows(popup);
    const { compare } = new Intl.Collator('en', { numeric: true });
    const orders: Record<string, (a: Job, b: Job) => number> = {
      Oldest: (a, b) => a.createdAt - b.createdAt,
      Name: (a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()),
      Largest: (a, b) => (b.source?.sentBytes ?? 0) - (a.source?.sentBytes ?? 0),
      Newest: (a, b) => b.createdAt - a.createdAt,
    };
    for (const [label, order] of Object.entries(orders)) {
      await popup.getByRole('combobox', { name: 'Sort' }).selectOption({ label });
      await untilShown(kept.toSorted(order).map(({ name }) => name));
    }
  });

  it('stands in groups by day, as long as it is ordered by time', async () => {
    const days = () =>
      popup
        .locator('.job-list section')
        .evaluateAll((sections) =>
          sections.map((section) => [
            section.getAttribute('aria-label'),
            section.querySelectorAll('li').length,
          ]),
        );
    const kept = await readShownRows(popup);
    const dated = (name: string, format: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat('en', format).format(
        kept.find((row) => row.name === name)?.createdAt,
      );
    const groups = [
      ['Today', 3],
      ['Yesterday', 2],
      [dated('elm', { month: 'long', day: 'numeric' }), 1],
      [dated('水仙', { dateStyle: 'long' }), 1],
    ];
    await until(days).toEqual(groups);
    const order = popup.getByRole('combobox', { name: 'Sort' });
    await order.selectOption('oldest');
    await until(days).toEqual(groups.toReversed());
    await order.selectOption('name');
    await until(days).toEqual([[null, past.length]]);
  });
});

describe('many rows at once', () => {
  const done = ['one', 'two', 'three'];
  const old: PastRow[] = ['four', 'five', 'six', 'seven'].map((name) => ({ name, daysAgo: 2 }));
  const all = [...done, ...old.map(({ name }) => name)];

  // Fewer rows than seven need no choosing.
  beforeEach(async () => {
    await bringIn(old);
    await upscale(done);
  });

  afterEach(async () => {
    stage.simulator.faults.clear();
    await clear();
  });

  /** Keys of the bytes that these rows have. */
  async function blobKeysOf(ids: readonly string[]): Promise<string[]> {
    return (await readBlobKeys(popup)).filter((key) => ids.some((id) => key.startsWith(`${id}/`)));
  }

  async function select(names: readonly string[]): Promise<void> {
    await popup.bringToFront();
    await button(popup, 'Select').click();
    for (const name of names) {
      await popup.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
    }
    await until(() => popup.getByText(`${names.length} selected`).count()).toBe(1);
  }

  it('are saved: every file arrives, with the bytes of its own row', async () => {
    const before = new Set(stage.savedFiles());
    await select(done);
    await button(popup, 'Save 3').click();
    const arrived = () => stage.savedFiles().filter((path) => !before.has(path));
    await until(async () => arrived()).toHaveLength(3);
    await until(() => popup.getByText('Saved', { exact: true }).count()).toBe(3);
    const kept = await readShownRows(popup);
    for (const name of done) {
      const row = kept.find((each) => each.name === name);
      const path = arrived().find((each) => basename(each).startsWith(name)) ?? '';
      expect(row?.saved).toMatchObject({ state: 'saved', fileName: basename(path) });
      expect(readFileSync(path).equals(await readResult(popup, row?.id ?? '')), name).toBe(true);
    }
    // Of those that were not chosen, nothing is said and nothing is written.
    expect(kept.filter(({ saved }) => saved)).toHaveLength(3);
  });

  it('are removed, and brought back with all they had', async () => {
    const before = await readShownRows(popup);
    const ids = before.map(({ id }) => id);
    const bytes = await blobKeysOf(ids);
    expect(bytes.filter((key) => key.endsWith('/result'))).toHaveLength(done.length);
    await select(['one', 'two', 'five']);
    await button(popup, 'Remove 3').click();
    await until(() => popup.getByText('3 images removed').count()).toBe(1);
    const rest = all.filter((name) => !['one', 'two', 'five'].includes(name));
    await until(async () => (await shownNames()).sort()).toEqual(rest.sort());
    await untilKept(rest);

    await button(popup, 'Undo').click();
    await until(async () => (await shownNames()).sort()).toEqual([...all].sort());
    await until(() => popup.getByText(/removed/).count()).toBe(0);
    expect(await readShownRows(popup)).toEqual(before);
    expect(await blobKeysOf(ids)).toEqual(bytes);
  });

  it('are gone for good when nobody undoes it, and their bytes with them', async () => {
    const going = (await readShownRows(popup)).filter(({ name }) => /one|six/.test(name));
    const ids = going.map(({ id }) => id);
    expect(await blobKeysOf(ids)).not.toEqual([]);
    await select(['one', 'six']);
    await button(popup, 'Remove 2').click();
    await untilKept(all.filter((name) => !['one', 'six'].includes(name)));
    await until(async () => (await readRows(popup)).length).toBe(all.length - 2);
    await until(() => button(popup, 'Undo').count()).toBe(0);
    expect(await blobKeysOf(ids)).toEqual([]);
  });

  it('are retried where they failed, with what was uploaded already', async () => {
    stage.simulator.faults.add({
      at: 'generate',
      times: 2,
      effect: { kind: 'ret', ret: '987654' },
    });
    await upscale(['broken a', 'broken b'], 'failed');
    const orders = stage.simulator.submissions.length;
    const uploads = stage.simulator.uploads.length;
    await select(['broken a', 'broken b', 'one']);
    await button(popup, 'Retry 2').click();
    await until(() => endsOf(['broken a', 'broken b'])).toEqual(['done', 'done']);
    await until(() => popup.getByText('Failed', { exact: true }).count()).toBe(0);
    for (const name of ['broken a', 'broken b']) {
      const row = rows(popup).filter({ hasText: name });
      await until(() => button(row, 'Save').count()).toBe(1);
    }
    expect(stage.simulator.submissions).toHaveLength(orders + 2);
    expect(stage.simulator.uploads).toHaveLength(uploads);
  });
});

describe('the history on the options page', () => {
  const keep = (what: 'many' | 'long') =>
    options.getByRole('combobox', { name: `How ${what} images are kept` });
  const unsaved = () => options.getByRole('switch', { name: 'Also remove unsaved results' });

  afterEach(async () => {
    await options.bringToFront();
    await keep('many').selectOption('The last 5,000');
    await keep('long').selectOption('Forever');
    if (await unsaved().isChecked()) await unsaved().click();
    await clear();
  });

  it('is cleared, which can be undone at first; an exported file brings the rows back', async () => {
    await upscale(['mine']);
    await stage.upscale(await stage.openGallery(), '#harbour');
    await until(() => endsOf(['harbour'])).toEqual(['done']);
    await bringIn([{ name: 'refused', stage: 'failed', daysAgo: 5 }]);
    const names = ['mine', 'harbour', 'refused'];
    const before = await readShownRows(popup);

    await button(options, 'Clear history').click();
    await until(() => options.getByText('3 images removed').count()).toBe(1);
    await untilKept([]);
    await button(options, 'Undo').click();
    await until(() => options.getByText(/^3 images, .* in this browser/).count()).toBe(1);
    expect(await readShownRows(popup)).toEqual(before);

    await button(options, 'Export').click();
    const exported = () => stage.savedFiles().find((path) => path.endsWith('.json')) ?? '';
    await until(async () => basename(exported())).toBe('upscale-history.json');
    const text = readFileSync(exported());
    expect(JSON.parse(text.toString()).rows).toHaveLength(3);
    const secrets = [...stage.simulator.secrets];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text.toString()).not.toMatch(/x-signature|sessionid|tos-cn|byteimg/i);

    await button(options, 'Clear history').click();
    await until(() => readRows(popup)).toEqual([]);
    expect(await readBlobKeys(popup)).toEqual([]);
    await until(() => options.getByText(/^0 images/).count()).toBe(1);
    await importFile(text);
    await until(() => options.getByText(/^3 images added, 0 already known/).count()).toBe(1);
    await untilKept(names);
    const facts = ({ id, name, stage: end, createdAt, options: wanted }: Job) => [
      id,
      name,
      end,
      createdAt,
      wanted,
    ];
    expect((await readShownRows(popup)).map(facts)).toEqual(before.map(facts));
    await popup.bringToFront();
    await untilShown(['harbour', 'mine', 'refused']);

    // What is there already is left alone.
    await importFile(text);
    await until(() => options.getByText(/^0 images added, 3 already known/).count()).toBe(1);
    await untilKept(names);
  });

  it('says of another file that it is no history', async () => {
    await importFile(Buffer.from('{"format":"something else"}'));
    await until(() => options.getByText('This file is not an exported history.').count()).toBe(1);
    expect(await readShownRows(popup)).toEqual([]);
  });

  it('keeps as many rows as it is told to, and lets the oldest go', async () => {
    const many = Array.from(
      { length: 203 },
      (_, at) => ({ name: `row ${at}`, stage: 'failed' }) as const,
    );
    await bringIn(many);
    await options.bringToFront();
    await keep('many').selectOption('The last 200');
    await until(() => options.getByText('3 images removed').count()).toBe(1);
    await untilKept(many.slice(0, 200).map(({ name }) => name));
    await popup.bringToFront();
    await popup.getByRole('combobox', { name: 'Sort' }).selectOption('Oldest');
    await until(async () => (await shownNames())[0]).toBe('row 199');
  });

  it('keeps rows for as long as it is told to, and longer what was never saved', async () => {
    await bringIn([
      { name: 'young', daysAgo: 29 },
      { name: 'old and failed', daysAgo: 31, stage: 'failed' },
      { name: 'old and unsaved', daysAgo: 31 },
    ]);
    await options.bringToFront();
    await keep('long').selectOption('For 30 days');
    await until(() => options.getByText('1 image removed').count()).toBe(1);
    await untilKept(['young', 'old and unsaved']);
    await unsaved().click();
    await untilKept(['young']);
    await popup.bringToFront();
    await untilShown(['young']);
  });
});
