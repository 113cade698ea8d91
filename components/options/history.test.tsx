// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { show } from '@/tests/stories/show';
import { OptionsHistory, type OptionsHistoryProps } from './history';

function section(props: Partial<OptionsHistoryProps> = {}) {
  const actions = {
    changeRetention: vi.fn(),
    exportHistory: vi.fn(),
    importHistory: vi.fn(),
    clearHistory: vi.fn(),
    readAgain: vi.fn(),
    undoRemoval: vi.fn(),
  };
  const all: OptionsHistoryProps = {
    rows: 5_000,
    bytes: 1_200_000_000,
    retention: { days: 0, rows: 5_000, bytes: 0, includesUnsaved: false },
    choices: { days: [0, 30, 365], rows: [0, 200, 5_000], bytes: [0, 1e9] },
    actions,
    ...props,
  };
  return { actions, element: <OptionsHistory {...all} /> };
}

it('says what is in use', () => {
  show(section().element);
  screen.getByText('5,000 images, 1.2 GB in this browser.');
});

it('says what results and originals take, once that is known', () => {
  const { again } = show(section().element);
  expect(screen.queryByText(/^Results take/)).toBeNull();
  again(section({ kept: { result: 290_000_000, source: 31_000_000 } }).element);
  screen.getByText('Results take 290 MB, originals 31 MB.');
});

it('changes how much is kept', async () => {
  const { actions, element } = section();
  const { user } = show(element);
  await user.selectOptions(screen.getByLabelText('How many images are kept'), 'The last 200');
  expect(actions.changeRetention).toHaveBeenLastCalledWith({ rows: 200 });
  await user.selectOptions(screen.getByLabelText('How long images are kept'), 'For a year');
  expect(actions.changeRetention).toHaveBeenLastCalledWith({ days: 365 });
  await user.selectOptions(
    screen.getByLabelText('How much space results may take'),
    'At most 1 GB',
  );
  expect(actions.changeRetention).toHaveBeenLastCalledWith({ bytes: 1e9 });
  await user.click(screen.getByRole('switch', { name: /unsaved results/ }));
  expect(actions.changeRetention).toHaveBeenLastCalledWith({ includesUnsaved: true });
});

it('exports, imports, and says what came of it', async () => {
  const { actions, element } = section();
  const { user, again } = show(element);
  await user.click(screen.getByRole('button', { name: 'Export' }));
  expect(actions.exportHistory).toHaveBeenCalledOnce();
  const file = new File(['{}'], 'history.json', { type: 'application/json' });
  await user.upload(screen.getByLabelText('Import', { selector: 'input' }), file);
  expect(actions.importHistory).toHaveBeenCalledExactlyOnceWith(file);
  again(section({ imported: { state: 'done', added: 12, known: 3, skipped: 1 } }).element);
  screen.getByText('12 images added, 3 already known, 1 unreadable.');
  again(section({ imported: { state: 'no-history' } }).element);
  screen.getByText('This file is not an exported history.');
  again(section({ imported: { state: 'too-large' } }).element);
  screen.getByText('This file is too large to be an exported history. It was not read.');
  again(section({ imported: { state: 'broken-off', added: 1 } }).element);
  screen.getByText(/^The import was interrupted: 1 image added\./);
  again(section({ imported: { state: 'reading', share: 0.4 } }).element);
  expect(screen.getByRole('progressbar', { name: 'Import' }).getAttribute('aria-valuenow')).toBe(
    '40',
  );
});

it('clears, and undoes that', async () => {
  const { actions, element } = section();
  const { user, again } = show(element);
  await user.click(screen.getByRole('button', { name: 'Clear history' }));
  expect(actions.clearHistory).toHaveBeenCalledOnce();
  const after = section({ rows: 0, removal: { at: 7, count: 5_000 } });
  again(after.element);
  screen.getByText('5,000 images removed');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(after.actions.undoRemoval).toHaveBeenCalledExactlyOnceWith(7);
});

it('offers nothing to export or clear when there is nothing', () => {
  show(section({ rows: 0 }).element);
  for (const name of ['Export', 'Clear history']) {
    expect((screen.getByRole('button', { name }) as HTMLButtonElement).disabled).toBe(true);
  }
});

it('says that only a newer version can read it, and offers nothing', () => {
  show(section({ trouble: 'newer' }).element);
  screen.getByRole('region', { name: 'Your history is from a newer version' });
  expect(screen.queryByRole('button')).toBeNull();
});

it('says that it cannot be read, and tries again', async () => {
  const { actions, element } = section({ trouble: 'unreadable' });
  const { user } = show(element);
  screen.getByRole('region', { name: 'Your history cannot be read right now' });
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(actions.readAgain).toHaveBeenCalledOnce();
});
