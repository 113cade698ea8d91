// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/lib/i18n/language';
import { messagesFor } from '@/lib/i18n/messages';
import { recordedOptionsActions, show } from '@/tests/stories/show';
import { OptionsPage, type OptionsPageProps } from './options-page';

function showOptions(props: Partial<OptionsPageProps> = {}) {
  const actions = recordedOptionsActions();
  const language = props.language ?? 'en';
  const page = (changed: Partial<OptionsPageProps>) => (
    <OptionsPage
      settings={{ target: '2k', upscaler: 'auto', isPointerMenuOn: false }}
      access={{ everywhere: false, sites: [], service: true }}
      shortcut="Alt+Shift+U"
      messages={messagesFor(language)}
      language={language}
      actions={actions}
      {...props}
      {...changed}
    />
  );
  const view = show(page({}));
  return {
    ...view,
    actions,
    change: (changed: Partial<OptionsPageProps>) => view.again(page(changed)),
  };
}

const press = (name: string) => screen.getByRole('button', { name });

describe.each(LANGUAGES)('the options in %s', (language) => {
  it('have their parts, and nothing without a name', () => {
    const { container } = showOptions({ language });
    const { options } = messagesFor(language);
    screen.getByRole('heading', { level: 1, name: options.title });
    for (const { title } of [options.upscaling, options.ways, options.access, options.privacy]) {
      screen.getByRole('region', { name: title });
    }
    for (const role of ['button', 'switch', 'radio']) {
      expect(screen.queryAllByRole(role, { name: '' })).toEqual([]);
    }
    expect(container.textContent).not.toMatch(/undefined|null|\[object/);
    expect(container.querySelector(`[lang="${language}"]`)).not.toBeNull();
  });

  it('say one thing about each upscaler', () => {
    showOptions({ language });
    const group = screen.getByRole('group', {
      name: messagesFor(language).options.upscaling.upscaler,
    });
    const radios = within(group).getAllByRole('radio');
    expect(radios).toHaveLength(4);
    for (const radio of radios) {
      const text = document.getElementById(radio.getAttribute('aria-describedby') ?? '');
      expect(text?.textContent).toMatch(/[.。]$/);
    }
  });
});

describe('Upscaling', () => {
  it('changes the size and the upscaler', async () => {
    const { user, actions } = showOptions();
    expect(screen.getByRole('radio', { name: '2K' })).toHaveProperty('checked', true);
    await user.click(screen.getByRole('radio', { name: '4K' }));
    expect(actions.change).toHaveBeenLastCalledWith({ target: '4k' });
    expect(screen.getByRole('radio', { name: 'Automatic' })).toHaveProperty('checked', true);
    await user.click(screen.getByRole('radio', { name: 'Smart HD' }));
    expect(actions.change).toHaveBeenLastCalledWith({ upscaler: 'smart-hd' });
  });
});

describe('Menu and keyboard', () => {
  it('switches the entry of the menu, and explains why it is off', async () => {
    const { user, actions, change } = showOptions();
    const name = 'Offer “Upscale image under pointer” everywhere';
    const toggle = screen.getByRole('switch', { name });
    expect(toggle.getAttribute('aria-checked')).toBe('false');
    const why = document.getElementById(toggle.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toContain('cannot know in advance where an image is');
    toggle.focus();
    await user.keyboard(' ');
    expect(actions.change).toHaveBeenLastCalledWith({ isPointerMenuOn: true });
    change({ settings: { target: '2k', upscaler: 'auto', isPointerMenuOn: true } });
    expect(toggle.getAttribute('aria-checked')).toBe('true');
    await user.click(toggle);
    expect(actions.change).toHaveBeenLastCalledWith({ isPointerMenuOn: false });
  });

  it('shows the shortcut, or that there is none, and where to change it', async () => {
    const { user, actions, change } = showOptions();
    screen.getByText('Alt+Shift+U');
    await user.click(press('Change shortcut'));
    expect(actions.openShortcuts).toHaveBeenCalledOnce();
    change({ shortcut: undefined });
    screen.getByText('Not set');
  });
});

describe('Access to sites', () => {
  const sites = ['a.example', 'cdn.example.com'];

  it('lists the allowed sites and takes each back', async () => {
    const { user, actions } = showOptions({ access: { everywhere: false, sites, service: true } });
    const list = screen.getByRole('list', { name: 'Sites you have allowed' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    await user.click(press('Revoke cdn.example.com'));
    expect(actions.revoke).toHaveBeenCalledExactlyOnceWith('cdn.example.com');
  });

  it('keeps the keyboard in the list when a site is gone, even the last', async () => {
    const { change } = showOptions({ access: { everywhere: false, sites, service: true } });
    press('Revoke a.example').focus();
    change({ access: { everywhere: false, sites: ['cdn.example.com'], service: true } });
    await waitFor(() => expect(document.activeElement).toBe(press('Revoke cdn.example.com')));
    change({ access: { everywhere: false, sites: [], service: true } });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('list')));
    screen.getByText('None so far.');
  });

  it('allows all sites and takes that back; a refusal leaves the switch off', async () => {
    const { user, actions, change } = showOptions();
    const toggle = screen.getByRole('switch', { name: 'All sites' });
    await user.click(toggle);
    expect(actions.allowEverywhere).toHaveBeenCalledOnce();
    expect(toggle.getAttribute('aria-checked')).toBe('false');
    change({ access: { everywhere: true, sites: [], service: true } });
    await user.click(toggle);
    expect(actions.revokeEverywhere).toHaveBeenCalledOnce();
  });

  it('asks for the service’s sites where the browser withholds them', async () => {
    const { user, actions, change } = showOptions({
      access: { everywhere: false, sites: [], service: false },
    });
    await user.click(press('Allow Jimeng'));
    expect(actions.allowService).toHaveBeenCalledOnce();
    change({ access: { everywhere: false, sites: [], service: true } });
    expect(screen.queryByRole('button', { name: 'Allow Jimeng' })).toBeNull();
    screen.getByText(/^Allowed\./);
  });
});
