import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '@/lib/jobs/model/job';
import { readBlobKeys, readResult, readRows, readShownRows } from './support/database';
import { button, rows } from './support/history';
import {
  bringIn,
  clear,
  endsOf,
  popup,
  shownNames,
  stage,
  until,
  untilKept,
  untilShown,
  upscale,
  useHistoryStage,
} from './support/history-stage';
import type { PastRow } from './support/past-rows';

vi.setConfig({ testTimeout: 120_000 });

useHistoryStage();

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
      effect: { kind: 'ret', ret: '121101' },
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
