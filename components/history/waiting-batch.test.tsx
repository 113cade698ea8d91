// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import { recordedActions, show } from '@/tests/stories/show';
import { WaitingBatchRow } from './waiting-batch';

function showRow(costs: UsualCosts | undefined, credits: number | undefined, name = 'trip') {
  const actions = recordedActions();
  const batch = { id: 'w', name, size: 40 };
  const props = { batch, costs, credits, actions, target: '2k' } as const;
  return { ...show(<WaitingBatchRow {...props} />), actions };
}
const words = () => screen.getByRole('status').textContent;

it('says how many, what they will cost and what is left, and starts with a limit', async () => {
  const { user, actions } = showRow({ '2k': { credits: 2, at: 0 } }, 100);
  screen.getByRole('region', { name: 'trip' });
  expect(words()).toBe('40 images wait for your start.about 80 credits20 left afterwards');
  await user.type(screen.getByRole('spinbutton'), '50');
  await user.click(screen.getByRole('button', { name: 'Upscale 40' }));
  expect(actions.startBatch).toHaveBeenCalledExactlyOnceWith('w', '2k', 50);
});

it.each([
  ['is not known', undefined, 100, 'Cost not known yet: the first one tells.'],
  ['was nothing', { '2k': { credits: 0, at: 0 } }, 0, 'free, as last time'],
  ['is more than there is', { '2k': { credits: 3, at: 0 } }, 100, 'Not enough credits for all'],
  [
    'is known, but not the balance',
    { '2k': { credits: 3, at: 0 } },
    undefined,
    'about 120 credits',
  ],
] as const)(
  'says it where the cost %s, and sets no limit by itself',
  async (_, costs, credits, said) => {
    const { user, actions } = showRow(costs, credits);
    expect(words()).toContain(said);
    await user.click(screen.getByRole('button', { name: 'Upscale 40' }));
    expect(actions.startBatch).toHaveBeenCalledExactlyOnceWith('w', '2k', undefined);
  },
);

it('shows a hostile name as plain text, and discards', async () => {
  const { user, actions } = showRow(undefined, undefined, 'a\u202egnp.zip');
  screen.getByRole('region', { name: 'a gnp.zip' });
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(actions.discardBatch).toHaveBeenCalledExactlyOnceWith('w');
});
