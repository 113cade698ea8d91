import { afterEach, describe, expect, it, vi } from 'vitest';
import { readBlobKeys, readShownRows, sayResultBytes } from './support/database';
import { button, rows } from './support/history';
import {
  clear,
  endsOf,
  options,
  popup,
  shownNames,
  stage,
  until,
  untilKept,
  untilShown,
  upscale,
  useHistoryStage,
} from './support/history-stage';

vi.setConfig({ testTimeout: 120_000 });

useHistoryStage();

const MB = 1e6;
const REMOVED = /removed to save space\. Saving downloads it again if Jimeng still has it\./;

const row = (name: string) => rows(popup).filter({ hasText: name });

const unsaved = () => options.getByRole('switch', { name: 'Also remove unsaved results' });

/** Names of the rows of which something is stored. */
async function namesWith(kind: 'result' | 'input' | 'thumb'): Promise<string[]> {
  const [keys, kept] = await Promise.all([readBlobKeys(popup), readShownRows(popup)]);
  return kept
    .filter(({ id }) => keys.includes(`${id}/${kind}`))
    .map(({ name }) => name)
    .sort();
}

/** Chooses how much space results may take; nothing until it has been chosen. */
async function limitTo(label: string): Promise<void> {
  await options.bringToFront();
  await options
    .getByRole('combobox', { name: 'How much space results may take' })
    .selectOption(label);
}

/** Saves an image, for the first time or again, and waits until its file is there. */
async function save(name: string): Promise<void> {
  const before = stage.savedFiles().length;
  await popup.bringToFront();
  const press = button(row(name), 'Save').or(button(row(name), 'Save again'));
  await press.click();
  await until(async () => stage.savedFiles().length).toBe(before + 1);
  await until(async () => {
    const kept = await readShownRows(popup);
    return kept.find((job) => job.name === name)?.saved?.state;
  }).toBe('saved');
}

describe('a limit for the space of results', () => {
  afterEach(async () => {
    await limitTo('Any size');
    if (await unsaved().isChecked()) await unsaved().click();
    await clear();
  });

  it('removes results alone, in the order promised, and saving brings them back', async () => {
    const names = ['unsaved', 'first', 'second', 'third'];
    for (const name of names) await upscale([name]);
    // The third is older than the second by its save, and younger by its end.
    for (const name of ['first', 'third', 'second']) await save(name);
    const orders = stage.simulator.submissions.length;
    await sayResultBytes(popup, { unsaved: 200 * MB, first: 200 * MB, second: 200 * MB });
    await sayResultBytes(popup, { third: 200 * MB });
    expect(await namesWith('result')).toEqual([...names].sort());

    await limitTo('At most 500 MB');
    await until(() => namesWith('result')).toEqual(['second', 'unsaved']);
    await untilKept(names);
    expect(await namesWith('input')).toEqual([...names].sort());
    expect(await namesWith('thumb')).toEqual([...names].sort());
    expect(await endsOf(names)).toEqual(names.map(() => 'done'));
    await popup.bringToFront();
    await untilShown([...names].reverse());
    for (const name of ['first', 'third']) {
      await until(() => row(name).textContent()).toMatch(REMOVED);
    }
    for (const name of ['second', 'unsaved']) {
      expect(await row(name).textContent()).not.toMatch(/save space/);
    }
    await until(() => options.getByText(/^Results take 400 MB/).count()).toBe(1);

    await save('first');
    await until(() => namesWith('result')).toEqual(['first', 'second', 'unsaved']);
    expect(stage.simulator.submissions).toHaveLength(orders);
    await until(() => row('first').textContent()).not.toMatch(/save space/);

    // What was downloaded again is the youngest, and unsaved results go last, if at all.
    await sayResultBytes(popup, { first: 200 * MB });
    await limitTo('At most 1 GB');
    await limitTo('At most 500 MB');
    await until(() => namesWith('result')).toEqual(['first', 'unsaved']);
    await sayResultBytes(popup, { unsaved: 600 * MB });
    await limitTo('At most 1 GB');
    await limitTo('At most 500 MB');
    await until(() => namesWith('result')).toEqual(['unsaved']);
    await unsaved().click();
    await until(() => namesWith('result')).toEqual([]);
    await popup.bringToFront();
    await until(() => row('unsaved').textContent()).toMatch(REMOVED);
    await save('unsaved');
    expect(await namesWith('result')).toEqual(['unsaved']);
    expect(stage.simulator.submissions).toHaveLength(orders);
    expect(await shownNames()).toEqual([...names].reverse());
  });
});
