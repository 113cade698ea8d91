// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { COMMANDS } from '@/lib/browser/tabs/command-names';
import { sampleOptions } from '@/tests/stories/options';
import { recordedOptionsActions, showPage } from '@/tests/stories/show';
import { OptionsWays, type OptionsWaysProps } from './ways';

function showWays(props: Partial<OptionsWaysProps> = {}) {
  const actions = recordedOptionsActions();
  const page = (changed: Partial<OptionsWaysProps>) => (
    <OptionsWays {...sampleOptions()} actions={actions} {...props} {...changed} />
  );
  return { ...showPage(page), actions };
}

const press = (name: string) => screen.getByRole('button', { name });

it('the entry of the menu is switched, with a reason why it also appears where no image is', async () => {
  const { user, actions, change } = showWays();
  const name = 'Offer “Upscale image here” on pages, links and videos';
  const toggle = screen.getByRole('switch', { name });
  expect(toggle.getAttribute('aria-checked')).toBe('true');
  const why = document.getElementById(toggle.getAttribute('aria-describedby') ?? '');
  expect(why?.textContent).toContain('cannot tell in advance');
  toggle.focus();
  await user.keyboard(' ');
  expect(actions.change).toHaveBeenLastCalledWith({ isPointerMenuOn: false });
  change(sampleOptions({ chosen: { isPointerMenuOn: false } }));
  expect(toggle.getAttribute('aria-checked')).toBe('false');
  await user.click(toggle);
  expect(actions.change).toHaveBeenLastCalledWith({ isPointerMenuOn: true });
});

it('all shortcuts are listed, those without have a suggestion, and the browser changes them', async () => {
  const { user, actions, change } = showWays();
  const list = within(screen.getByRole('list', { name: 'Keyboard shortcuts' }));
  expect(list.getAllByRole('listitem')).toHaveLength(COMMANDS.length);
  list.getByText('Alt+Shift+U');
  list.getByText('Alt+Shift+Y');
  expect(list.getAllByText(/^Suggestion: Alt\+Shift\+/)).toHaveLength(COMMANDS.length - 2);
  expect(list.queryByRole('button')).toBeNull();
  await user.click(press('Change shortcuts'));
  expect(actions.openShortcuts).toHaveBeenCalledOnce();
  change({ shortcuts: [] });
  expect(screen.queryByRole('list', { name: 'Keyboard shortcuts' })).toBeNull();
});

it('suggested keys are set where the browser lets it, and a refusal is said', async () => {
  const { user, actions, change } = showWays({ canSetKeys: true });
  await user.click(press('Use Alt+Shift+L: Open the list in a tab'));
  expect(actions.useKeys).toHaveBeenCalledWith('open-list', 'Alt+Shift+L');
  change({ areKeysRefused: true });
  screen.getByText('The browser did not accept these keys.');
});

it("the entry takes a person's own text, and the list opens in a tab", () => {
  const { actions } = showWays();
  const field = screen.getByRole('textbox', { name: 'Your own text' });
  expect(field).toHaveProperty('placeholder', 'Upscale with Dreamina');
  expect(field).toHaveProperty('maxLength', 60);
  fireEvent.input(field, { target: { value: '&Bigger' } });
  expect(actions.change).toHaveBeenLastCalledWith({ menuText: '&Bigger' });
  fireEvent.click(press('Open in a tab'));
  expect(actions.openList).toHaveBeenCalledOnce();
});
