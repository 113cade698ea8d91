// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Job } from '@/lib/jobs/model/job';
import { done, field, picture, press, showCompare, zoom } from '@/tests/stories/show-compare';

const place = { at: 2, of: 3, kept: 0, discarded: 0, isKept: false };
const sized = (job: Job, width: number, height: number): Job => ({
  ...job,
  ...(job.result && { result: { ...job.result, width, height } }),
});
const other: Job = {
  ...sized(done, 4096, 3072),
  id: 'other',
  options: { ...done.options, target: '4k' },
  submission: { submitId: 's', tool: 'fast-hd', at: 1, outcome: 'done' },
};

describe('going through the images', () => {
  it('is done by buttons and by keys, with each decided by a key', async () => {
    const { user, actions } = showCompare({ place });
    screen.getByText('2 of 3');
    await user.click(press('Next image'));
    await user.click(press('Previous image'));
    expect(actions.step.mock.calls).toEqual([[1], [-1]]);
    field().focus();
    await user.keyboard('{PageDown}{PageUp}kx{Delete}');
    expect(actions.step.mock.calls).toEqual([[1], [-1], [1], [-1]]);
    expect(actions.keep).toHaveBeenCalledOnce();
    expect(actions.discard).toHaveBeenCalledTimes(2);
  });

  it('ends at the ends, and tells what was decided', () => {
    const { change } = showCompare({
      place: { at: 1, of: 3, kept: 2, discarded: 1, isKept: true },
    });
    expect(press('Previous image').getAttribute('aria-disabled')).toBe('true');
    screen.getByText('2 kept · 1 discarded');
    press('Kept');
    change({ place: { ...place, at: 3 } });
    expect(press('Next image').getAttribute('aria-disabled')).toBe('true');
    press('Keep');
  });

  it('is nothing for one image: no bar, and no key removes it', async () => {
    const { user, actions } = showCompare();
    expect(screen.queryByRole('button', { name: 'Discard' })).toBeNull();
    field().focus();
    await user.keyboard('kxu{PageDown}');
    for (const action of ['keep', 'discard', 'undo', 'step'] as const) {
      expect(actions[action]).not.toHaveBeenCalled();
    }
  });

  it('brings back what was discarded, also when nothing is left', async () => {
    const { user, actions, change } = showCompare({ place, canUndo: true });
    field().focus();
    await user.keyboard('u');
    await user.click(press('Undo'));
    change({ job: undefined, before: undefined, after: undefined, canUndo: true });
    await user.click(press('Undo'));
    await user.keyboard('u');
    expect(actions.undo).toHaveBeenCalledTimes(4);
  });

  it('keeps zoom, spot and focus', async () => {
    const { user, change } = showCompare({ place });
    field().focus();
    await user.keyboard('1{ArrowRight}');
    change({ job: sized(done, 2160, 2880), after: 'blob:next' });
    expect(zoom()).toBe('100%');
    const [x = 0] =
      picture('After')
        .style.transform.match(/-?[\d.]+/)
        ?.map(Number) ?? [];
    // 64 px right of the middle of 2880 px is as far right in 2160 px, as a share.
    expect((500 - x) / 2160).toBeCloseTo((2880 / 2 + 64) / 2880, 3);
    expect(document.activeElement).toBe(field());
    change({});
    expect(picture('After').style.transform).toBe('translate(-1004px, -830px) scale(1)');
  });

  it('passes the keyboard over a job whose result is gone', async () => {
    const { user, actions, change } = showCompare({ place });
    field().focus();
    change({ after: undefined });
    await user.keyboard('{PageDown}');
    expect(actions.step).toHaveBeenCalledExactlyOnceWith(1);
    change({});
    await user.keyboard('l');
    expect(press('Lens').getAttribute('aria-pressed')).toBe('true');
    expect(document.activeElement).toBe(field());
  });

  it('keeps the keyboard when a button ends, or goes', async () => {
    const { user, actions, change } = showCompare({ place, canUndo: true });
    await user.click(press('Next image'));
    change({ place: { ...place, at: 3 }, canUndo: true });
    await user.keyboard('{Enter}{PageUp}');
    expect(actions.step.mock.calls).toEqual([[1], [-1]]);
    await user.click(press('Undo'));
    change({ place });
    expect(document.activeElement).not.toBe(document.body);
    await user.keyboard('k');
    expect(actions.keep).toHaveBeenCalledOnce();
  });

  it('leaves the keys alone while the person is elsewhere', async () => {
    const { user, actions, change } = showCompare({ place });
    field().focus();
    press('Open').focus();
    await user.keyboard('k');
    press('Open').blur();
    change({ place: { ...place, kept: 1 } });
    await user.keyboard('k');
    expect(actions.keep).not.toHaveBeenCalled();
  });

  it('begins with the first key, without a click before', async () => {
    const { user, actions } = showCompare({ place });
    await user.keyboard('{PageDown}');
    expect(actions.step).toHaveBeenCalledExactlyOnceWith(1);
    expect(document.activeElement).toBe(field());
  });
});

describe('two results of one source', () => {
  const left = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'On the left' });
  const right = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'On the right' });

  it('are chosen for either side, or the original', async () => {
    const { user, actions } = showCompare({ results: [done, other] });
    expect([...left().options].map(({ text }) => text)).toEqual([
      'Original',
      '2K · Smart HD · 2880 × 2160',
      '4K · Fast HD · 4096 × 3072',
    ]);
    await user.selectOptions(left(), 'other');
    expect(actions.chooseLeft).toHaveBeenLastCalledWith('other');
    await user.selectOptions(right(), 'other');
    expect(actions.chooseRight).toHaveBeenLastCalledWith('other');
    // A list chooses by letters itself.
    left().focus();
    await user.keyboard('x');
    expect(actions.discard).not.toHaveBeenCalled();
  });

  it('have their names on the images, and back to the original', async () => {
    const { user, actions } = showCompare({
      results: [done, other],
      left: { job: other, url: 'blob:other' },
    });
    expect(picture('4K · Fast HD').src).toBe('blob:other');
    expect(picture('2K · Smart HD').src).toBe('blob:after');
    expect(left().value).toBe('other');
    await user.selectOptions(left(), 'Original');
    expect(actions.chooseLeft).toHaveBeenLastCalledWith(undefined);
  });

  it('are told apart if they are alike', () => {
    showCompare({ results: [done, { ...done, id: 'again' }] });
    expect([...right().options].map(({ text }) => text)).toEqual([
      '2K · Smart HD · 2880 × 2160',
      '2K · Smart HD · 2880 × 2160 (2)',
    ]);
  });

  it('offer no original that is gone', () => {
    showCompare({
      before: undefined,
      results: [done, other],
      left: { job: other, url: 'blob:other' },
      check: { flaws: [] },
    });
    expect([...left().options].map(({ text }) => text)).not.toContain('Original');
    picture('4K · Fast HD');
  });
});
