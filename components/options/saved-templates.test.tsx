// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { show } from '@/tests/stories/show';
import { SavedTemplates } from './saved-templates';

function showTemplates(current: string, saved: readonly string[]) {
  const onUse = vi.fn<(template: string) => void>();
  const onChange = vi.fn<(saved: readonly string[]) => void>();
  const props = { current, saved, onUse, onChange };
  return { ...show(<SavedTemplates {...props} />), onUse, onChange };
}

const keep = () => screen.queryByRole('button', { name: 'Keep this file name' });

it('keeps the template in use, once', async () => {
  const { user, onChange } = showTemplates('{name}', ['{id}']);
  await user.click(keep() as HTMLElement);
  expect(onChange).toHaveBeenLastCalledWith(['{id}', '{name}']);
});

it.each([
  ['kept already', '{id}', ['{id}']],
  ['empty', '  ', []],
  ['one too many', 'new', Array.from({ length: 100 }, (_, at) => `${at}`)],
])('keeps no template that is %s', (_, current, saved) => {
  showTemplates(current, saved);
  expect(keep()).toBeNull();
});

it('uses one of them, removes one, and shows which is in use', async () => {
  const { user, onUse, onChange } = showTemplates('{id}', ['{id}', '<b>{name}</b>']);
  const list = within(screen.getByRole('list', { name: /^Saved file names/ }));
  const [first, second] = ['{id}', '<b>{name}</b>'].map((name) =>
    list.getByRole('button', { name }),
  );
  expect(first?.getAttribute('aria-pressed')).toBe('true');
  expect(second?.getAttribute('aria-pressed')).toBe('false');
  await user.click(second as HTMLElement);
  expect(onUse).toHaveBeenLastCalledWith('<b>{name}</b>');
  await user.click(screen.getByRole('button', { name: 'Remove {id}' }));
  expect(onChange).toHaveBeenLastCalledWith(['<b>{name}</b>']);
});
