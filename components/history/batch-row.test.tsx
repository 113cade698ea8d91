// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES, type Language } from '@/lib/i18n/locales/languages';
import type { Batch } from '@/lib/jobs/model/batch';
import type { BatchSummary } from '@/lib/jobs/model/batch-counts';
import { sampleBatch } from '@/tests/stories/batches';
import { recordedActions, show } from '@/tests/stories/show';
import { localeOf } from '../ui/locale';
import { BatchRow, type BatchRowProps } from './batch-row';
import { QueueSwitch, type QueueSwitchProps } from './queue-switch';

function showRow(
  changes: Partial<BatchSummary> = {},
  { language = 'en', ...props }: Partial<BatchRowProps> & { language?: Language } = {},
) {
  const actions = recordedActions();
  const summary = { ...sampleBatch(), ...changes };
  const onToggle = vi.fn<() => void>();
  const row = (
    <BatchRow
      id="batch/batch"
      place={{ at: 1, of: 3 }}
      isOpen={true}
      summary={summary}
      actions={actions}
      onToggle={onToggle}
      {...props}
    />
  );
  return { ...show(row, language), actions, onToggle };
}

const paused = (by: NonNullable<Batch['paused']>['by']): Partial<BatchSummary> => ({
  batch: { ...sampleBatch().batch, paused: { by, at: 0 } },
});
const numbers = (language: Language, place: number, length: number): [string, string] => {
  const { formats } = localeOf(language, messagesFor(language));
  return [formats.number(place), formats.number(length)];
};
const press = (name: string) => screen.getByRole('button', { name });

describe('the row of a batch', () => {
  it.each(LANGUAGES)('says in %s where its pictures are, and what it spent', (language) => {
    const queue = { place: 1_234, length: 140_000 };
    const changes = { ...paused('risk'), leftMs: 90_000, needs: 3, queue };
    const { container } = showRow(changes, { language });
    const { batch } = messagesFor(language);
    const { counts, spent, batch: sample } = sampleBatch();
    for (const said of [
      batch.counts.found(counts.found),
      batch.counts.known(counts.known),
      batch.spent(spent, sample.budget),
      batch.needs(3),
      batch.inQueue(...numbers(language, 1_234, 140_000)),
    ]) {
      expect(container.textContent).toContain(said);
    }
    expect(container.textContent).not.toMatch(/undefined|\[object|\{site\}/);
  });

  it('pauses, and goes on', async () => {
    const { user, actions, unmount } = showRow();
    await user.click(press('Pause'));
    expect(actions.pauseBatch).toHaveBeenCalledExactlyOnceWith('batch');
    unmount();
    const second = showRow(paused('budget'));
    expect(second.container.textContent).toContain('the next order could exceed the limit');
    await second.user.click(press('Resume'));
    expect(second.actions.resumeBatch).toHaveBeenCalledExactlyOnceWith('batch');
  });

  it('offers the button for the limit while it is typed, so that one click is enough', () => {
    showRow();
    fireEvent.input(screen.getByLabelText('At most (credits)'), { target: { value: '60' } });
    expect(press('Set limit')).toHaveProperty('disabled', false);
  });

  it('raises its limit by a button, and takes it away', async () => {
    const { user, actions } = showRow();
    const field = screen.getByLabelText('At most (credits)') as HTMLInputElement;
    expect(press('Set limit')).toHaveProperty('disabled', true);
    fireEvent.change(field, { target: { value: '60' } });
    await user.click(press('Set limit'));
    expect(actions.setBatchBudget).toHaveBeenLastCalledWith('batch', 60);
    fireEvent.change(field, { target: { value: '' } });
    await user.click(press('Set limit'));
    expect(actions.setBatchBudget).toHaveBeenLastCalledWith('batch', undefined);
    fireEvent.change(field, { target: { value: '-3' } });
    await user.click(press('Set limit'));
    expect(actions.setBatchBudget).toHaveBeenLastCalledWith('batch', undefined);
  });

  it('lets one answer do for all rows that ask the same', async () => {
    const { user, actions } = showRow({ asks: { large: 3, known: 1 } }, { isOpen: false });
    expect(screen.getByText('3 images are large already.')).toBeTruthy();
    expect(screen.getByText('1 image was upscaled before.')).toBeTruthy();
    await user.click(press('Keep them as they are (free)'));
    await user.click(press('Use those results (free)'));
    const [, second] = screen.getAllByRole('button', { name: 'Upscale anyway' });
    if (second) await user.click(second);
    expect(actions.answerBatch.mock.calls).toEqual([
      ['batch', 'large', 'leave'],
      ['batch', 'known', 'leave'],
      ['batch', 'known', 'upscale'],
    ]);
  });

  it('asks nothing that no row asks', () => {
    const { container } = showRow();
    expect(container.textContent).not.toContain('Upscale anyway');
  });

  it('retries the failed, cancels the rest, and removes all', async () => {
    const { user, actions } = showRow();
    await user.click(press('Retry failed'));
    await user.click(press('Cancel the rest'));
    await user.click(press('Remove all'));
    for (const action of ['retryBatchFailed', 'cancelBatchRest', 'removeBatch'] as const) {
      expect(actions[action]).toHaveBeenCalledExactlyOnceWith('batch');
    }
  });

  it('names a price that jumped', () => {
    const jumps = [{ jobId: 'j', name: 'harbour', expected: 2, price: 9 }];
    const { container } = showRow({ jumps });
    expect(container.textContent).toContain('harbour cost 9 credits instead of the 2 credits');
  });

  it('offers only what is left to do once it has ended', () => {
    const { counts } = sampleBatch();
    showRow({ counts: { ...counts, waiting: 0, failed: 0 } });
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Harbour photographs',
      'Read',
      'Remove all',
    ]);
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('is read as pages', async () => {
    const { user, actions } = showRow();
    await user.click(press('Read'));
    expect(actions.readBatch).toHaveBeenCalledExactlyOnceWith('batch');
  });

  it('is opened and closed by its name, with mouse and keys, and says which it is', async () => {
    const { user, onToggle, unmount } = showRow({}, { isOpen: false });
    expect(press('Harbour photographs').getAttribute('aria-expanded')).toBe('false');
    await user.click(press('Harbour photographs'));
    press('Harbour photographs').focus();
    await user.keyboard('{Enter} ');
    expect(onToggle).toHaveBeenCalledTimes(3);
    unmount();
    showRow();
    expect(press('Harbour photographs').getAttribute('aria-expanded')).toBe('true');
  });

  it('closed shows all counts and the one thing to do', () => {
    const { container, unmount } = showRow({ needs: 2 }, { isOpen: false });
    for (const said of ['48 found', '5 upscaled before', '1 failed', '22 waiting', '2 need you']) {
      expect(container.textContent).toContain(said);
    }
    const names = () => screen.getAllByRole('button').map(({ textContent }) => textContent);
    expect(names()).toEqual(['Harbour photographs', 'Pause']);
    unmount();
    const { counts } = sampleBatch();
    showRow({ counts: { ...counts, waiting: 0 } }, { isOpen: false });
    expect(names()).toEqual(['Harbour photographs', 'Retry failed']);
  });

  it('closed lets the limit be raised that has stopped it', async () => {
    const { user, actions } = showRow(paused('budget'), { isOpen: false });
    fireEvent.change(screen.getByLabelText('At most (credits)'), { target: { value: '60' } });
    await user.click(press('Set limit'));
    expect(actions.setBatchBudget).toHaveBeenCalledExactlyOnceWith('batch', 60);
  });

  it('has a check box and no actions while jobs are selected', async () => {
    const onSelect = vi.fn<() => void>();
    const selection = { selected: 'some', onToggle: onSelect } as const;
    const { user } = showRow({}, { selection });
    const box = screen.getByRole('checkbox', { name: 'Select Harbour photographs' });
    expect(box).toHaveProperty('indeterminate', true);
    await user.click(box);
    expect(onSelect).toHaveBeenCalledOnce();
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });
});

it('everything can be paused, which is said, and go on', async () => {
  const onPause = vi.fn<QueueSwitchProps['onPause']>();
  const { user, again } = show(<QueueSwitch isPaused={false} onPause={onPause} />);
  await user.click(press('Pause everything'));
  expect(onPause).toHaveBeenLastCalledWith(true);
  again(<QueueSwitch isPaused onPause={onPause} />);
  expect(screen.getByRole('status').textContent).toContain('Everything is paused');
  await user.click(press('Resume everything'));
  expect(onPause).toHaveBeenLastCalledWith(false);
});
