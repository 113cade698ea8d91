import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '@/lib/jobs/model/job';
import { readBlobKeys, readRows, readShownRows } from './support/database';
import { button } from './support/history';
import {
  bringIn,
  clear,
  endsOf,
  importFile,
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
