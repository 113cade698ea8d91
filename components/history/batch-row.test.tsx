// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES, type Language } from '@/lib/i18n/locales/languages';
import type { Batch } from '@/lib/jobs/model/batch';
import type { BatchSummary } from '@/lib/jobs/model/batch-counts';
import { sampleBatch } from '@/tests/stories/batches';
import { recordedActions, show } from '@/tests/stories/show';
import { BatchRow } from './batch-row';
import { QueueSwitch, type QueueSwitchProps } from './queue-switch';

function showRow(changes: Partial<BatchSummary> = {}, language: Language = 'en') {
  const actions = recordedActions();
  const summary = { ...sampleBatch(), ...changes };
  return { ...show(<BatchRow summary={summary} actions={actions} />, language), actions };
}

const paused = (by: NonNullable<Batch['paused']>['by']): Partial<BatchSummary> => ({
  batch: { ...sampleBatch().batch, paused: { by, at: 0 } },
});
const press = (name: string) => screen.getByRole('button', { name });

describe('the row of a batch', () => {
  it.each(LANGUAGES)('says in %s where its pictures are, and what it spent', (language) => {
    const { container } = showRow({ ...paused('risk'), leftMs: 90_000 }, language);
    const { batch } = messagesFor(language);
    const { counts, spent, batch: sample } = sampleBatch();
    for (const said of [
      batch.counts.found(counts.found),
      batch.counts.known(counts.known),
      batch.spent(spent, sample.budget),
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
      'Remove all',
    ]);
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
