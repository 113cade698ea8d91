// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { show } from '@/tests/stories/show';
import { Menu } from './menu';

function showMenu() {
  const chosen = vi.fn();
  const items = ['One', 'Two', 'Three'].map((label) => ({
    key: label,
    label,
    onSelect: () => chosen(label),
  }));
  const view = show(
    <>
      <Menu label="More" items={items} />
      <button type="button">Outside</button>
    </>,
  );
  return { ...view, chosen, more: screen.getByRole('button', { name: 'More' }) };
}

const focused = () => document.activeElement?.textContent;

it('opens on the first item and walks round with the arrows', async () => {
  const { user, more } = showMenu();
  more.focus();
  expect(more.getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{Enter}');
  expect(more.getAttribute('aria-expanded')).toBe('true');
  expect(focused()).toBe('One');
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('Two');
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(focused()).toBe('Three');
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('One');
  await user.keyboard('{End}');
  expect(focused()).toBe('Three');
  await user.keyboard('{Home}');
  expect(focused()).toBe('One');
});

it('does what was chosen, closes, and gives the keyboard back', async () => {
  const { user, more, chosen } = showMenu();
  await user.click(more);
  await user.click(screen.getByRole('menuitem', { name: 'Two' }));
  expect(chosen).toHaveBeenCalledExactlyOnceWith('Two');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(more);
});

it('closes on Escape, and keeps Escape from closing the popup', async () => {
  const { user, more } = showMenu();
  const outer = vi.fn();
  document.addEventListener('keydown', outer);
  more.focus();
  await user.keyboard('{Enter}');
  outer.mockClear();
  await user.keyboard('{Escape}');
  document.removeEventListener('keydown', outer);
  expect(screen.queryByRole('menu')).toBeNull();
  expect(outer).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(more);
});

it('closes when something else is pressed', async () => {
  const { user, more } = showMenu();
  await user.click(more);
  await user.click(screen.getByRole('button', { name: 'Outside' }));
  expect(screen.queryByRole('menu')).toBeNull();
});
