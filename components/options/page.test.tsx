// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import { sampleOptions } from '@/tests/stories/options';
import { recordedOptionsActions, showPage } from '@/tests/stories/show';
import { OptionsPage, type OptionsPageProps } from './page';

function showOptions(props: Partial<OptionsPageProps> = {}) {
  const actions = recordedOptionsActions();
  const language = props.language ?? 'en';
  const page = (changed: Partial<OptionsPageProps>) => (
    <OptionsPage
      {...sampleOptions()}
      messages={messagesFor(language)}
      language={language}
      actions={actions}
      {...props}
      {...changed}
    />
  );
  return { ...showPage(page), actions };
}

const BOTH = { jimeng: 'all', dreamina: 'all' } as const;
const press = (name: string) => screen.getByRole('button', { name });

describe.each(LANGUAGES)('the options in %s', (language) => {
  it('have their parts, and nothing without a name', () => {
    const { container } = showOptions({ language });
    const { options } = messagesFor(language);
    screen.getByRole('heading', { level: 1, name: options.title });
    const parts = [
      options.account,
      options.sites,
      options.upscaling,
      options.saving,
      options.ways,
      options.appearance,
      options.access,
      options.privacy,
      options.help,
    ];
    for (const { title } of parts) {
      screen.getByRole('region', { name: title });
    }
    for (const role of ['button', 'switch', 'radio', 'textbox', 'slider']) {
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
    const upscalers = within(screen.getByRole('group', { name: 'Upscaler' }));
    expect(upscalers.getByRole('radio', { name: 'Automatic' })).toHaveProperty('checked', true);
    await user.click(upscalers.getByRole('radio', { name: 'Smart HD' }));
    expect(actions.change).toHaveBeenLastCalledWith({ upscaler: 'smart-hd' });
  });
});

describe('the account', () => {
  it.each([
    ['signed-in', 'Signed in, 1 credit left.', 'Open Jimeng', 'openService'],
    ['signed-out', 'Signed out. Images wait until you sign in.', 'Sign in', 'signIn'],
  ] as const)('is %s', async (state, words, name, action) => {
    const credits = { total: 1 };
    const { user, actions } = showOptions({ account: { site: 'jimeng', state, credits } });
    screen.getByText(words);
    await user.click(press(name));
    expect(actions[action]).toHaveBeenCalledOnce();
  });
});

describe('choices out of a few', () => {
  it.each([
    ['Look for a larger original', '5 s', { searchSeconds: 5 }],
    ['At once', '3', { parallel: 3 }],
    ['Context menu', 'One entry', { menuStyle: 'direct' }],
    ['Colours', 'Dark', { theme: 'dark' }],
    ['If the file exists', 'Replace', { conflict: 'overwrite' }],
    ['Format', 'WebP', { format: 'webp' }],
  ] as const)('%s: %s', async (group, name, expected) => {
    const { user, actions } = showOptions();
    const radios = within(screen.getByRole('group', { name: group }));
    await user.click(radios.getByRole('radio', { name }));
    expect(actions.change).toHaveBeenLastCalledWith(expected);
  });

  it('a language by its name for itself', async () => {
    const { user, actions } = showOptions();
    const list = screen.getByRole('combobox', { name: 'Language' });
    await user.selectOptions(list, '简体中文');
    expect(actions.change).toHaveBeenLastCalledWith({ language: 'zh-CN' });
    const chinese = within(list).getByRole('option', { name: '简体中文' });
    expect(chinese.getAttribute('lang')).toBe('zh-CN');
  });

  it('the strength of detail goes from 0 to 100', () => {
    const { actions } = showOptions();
    const slider = screen.getByRole('slider', { name: 'Detail strength' });
    expect(slider).toHaveProperty('value', '65');
    fireEvent.input(slider, { target: { value: '30' } });
    expect(actions.change).toHaveBeenLastCalledWith({ detail: 0.3 });
  });
});

describe('Saving', () => {
  it('shows what a file would be called while its name is typed', async () => {
    const { user, actions, change } = showOptions();
    screen.getByText('harbour-at-dawn_2k.png');
    await user.type(screen.getByRole('textbox', { name: 'File name' }), '!');
    expect(actions.change).toHaveBeenLastCalledWith({ nameTemplate: '{name}_{target}!' });
    change({ example: 'another.png' });
    screen.getByText('another.png');
  });

  it('puts a field where the cursor is, and the cursor behind it', async () => {
    const { user, actions } = showOptions();
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'File name' });
    input.setSelectionRange(0, 6);
    const [ofName] = screen.getAllByRole('group', { name: 'Add a field' });
    const fields = within(ofName as HTMLElement);
    await user.click(fields.getByRole('button', { name: 'Site' }));
    expect(actions.change).toHaveBeenLastCalledWith({ nameTemplate: '{host}_{target}' });
    expect(document.activeElement).toBe(input);
    expect(input.selectionStart).toBe(6);
  });

  it('has a field for each that a template knows, but the extension, which follows the bytes', () => {
    showOptions();
    const groups = screen.getAllByRole('group', { name: 'Add a field' });
    const fields = groups.flatMap((group) => within(group).getAllByRole('button'));
    expect(fields).toHaveLength(sampleOptions().fields.length - 1);
  });

  it('offers the original folder where folders are named', async () => {
    const { user, actions } = showOptions();
    await user.click(screen.getByRole('button', { name: 'Original folder' }));
    expect(actions.change).toHaveBeenLastCalledWith({ folder: expect.stringMatching(/{folder}$/) });
  });

  it('asks for a quality where there is one to ask for', () => {
    const { change } = showOptions();
    expect(screen.queryByRole('slider', { name: 'Quality' })).toBeNull();
    for (const format of ['jpeg', 'webp'] as const) {
      change(sampleOptions({ chosen: { format } }));
      screen.getByRole('slider', { name: 'Quality' });
    }
  });

  it.each([
    ['Save automatically when done', { isAutoSaveOn: true }],
    ['Write the source into the file', { isNoteOn: true }],
  ])('%s', async (name, expected) => {
    const { user, actions } = showOptions();
    await user.click(screen.getByRole('switch', { name }));
    expect(actions.change).toHaveBeenLastCalledWith(expected);
  });
});

describe('notifications', () => {
  it('are switched in the click, and shown as they are until the browser has agreed', async () => {
    const { user, actions } = showOptions();
    const toggle = screen.getByRole('switch', { name: /^Notify/ });
    await user.click(toggle);
    expect(actions.notify).toHaveBeenCalledExactlyOnceWith(true);
    expect(toggle.getAttribute('aria-checked')).toBe('false');
  });
});

describe('orders through the page of the service', () => {
  const name = 'Send orders through Jimeng’s page';

  it('are switched on by an agreement', async () => {
    const { user, actions, change } = showOptions();
    const toggle = screen.getByRole('switch', { name });
    await user.click(toggle);
    const question = screen.getByRole('group', { name: /opens Jimeng’s page in a background tab/ });
    expect(document.activeElement).toBe(question);
    expect(actions.sendAllThroughPage).not.toHaveBeenCalled();
    await user.click(press('Not now'));
    expect(screen.queryByRole('group', { name: /opens Jimeng’s page/ })).toBeNull();
    await user.click(toggle);
    await user.click(press('Agree'));
    expect(actions.sendAllThroughPage).toHaveBeenCalledExactlyOnceWith(true);
    change({ isPageForAll: true });
    expect(toggle.getAttribute('aria-checked')).toBe('true');
  });

  it('are switched off at once', async () => {
    const { user, actions, change } = showOptions();
    change({ isPageForAll: true });
    await user.click(screen.getByRole('switch', { name }));
    expect(actions.sendAllThroughPage).toHaveBeenCalledExactlyOnceWith(false);
    expect(screen.queryByRole('button', { name: 'Agree' })).toBeNull();
  });
});

describe('consent', () => {
  it('says since when, and is taken back', async () => {
    const { user, actions, change } = showOptions();
    screen.getByText(/^Given on November 21, 2026/);
    await user.click(press('Withdraw'));
    expect(actions.takeBackConsent).toHaveBeenCalledOnce();
    change({ consentAt: undefined });
    await user.click(press('Read and decide'));
    expect(actions.openWelcome).toHaveBeenCalledOnce();
  });
});

describe('Help', () => {
  it('copies the report that it shows, and says so', async () => {
    const { user, actions } = showOptions({ report: 'Upscale 0.1.0\nrows: done 3' });
    screen.getByText(/rows: done 3/);
    await user.click(press('Copy report'));
    expect(actions.copyReport).toHaveBeenCalledOnce();
    await screen.findByText('Copied');
  });

  it('says nothing of a copy that the browser refused', async () => {
    const { user, actions } = showOptions();
    actions.copyReport.mockRejectedValueOnce(new Error('NotAllowedError'));
    await user.click(press('Copy report'));
    expect(screen.queryByText('Copied')).toBeNull();
  });

  it('resets only when it is pressed twice', async () => {
    const { user, actions } = showOptions();
    await user.click(press('Reset'));
    expect(actions.reset).not.toHaveBeenCalled();
    await user.click(press('Reset all settings'));
    expect(actions.reset).toHaveBeenCalledOnce();
    press('Reset');
  });
});

it('says quietly that a change was kept, or that it was not', () => {
  const { change } = showOptions();
  expect(screen.queryByText('Saved')).toBeNull();
  change({ saveOutcome: 'saved' });
  screen.getByText('Saved');
  change({ saveOutcome: 'failed' });
  screen.getByText(/did not save/);
});

describe('Access to sites', () => {
  const sites = ['a.example', 'cdn.example.com'];

  it('lists the allowed sites and takes each back', async () => {
    const { user, actions } = showOptions({ access: { everywhere: false, sites, services: BOTH } });
    const list = screen.getByRole('list', { name: 'Sites you have allowed' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    await user.click(press('Revoke cdn.example.com'));
    expect(actions.revoke).toHaveBeenCalledExactlyOnceWith('cdn.example.com');
  });

  it('keeps the keyboard in the list when a site is gone, even the last', async () => {
    const { change } = showOptions({ access: { everywhere: false, sites, services: BOTH } });
    press('Revoke a.example').focus();
    change({ access: { everywhere: false, sites: ['cdn.example.com'], services: BOTH } });
    await waitFor(() => expect(document.activeElement).toBe(press('Revoke cdn.example.com')));
    change({ access: { everywhere: false, sites: [], services: BOTH } });
    await waitFor(() =>
      expect(document.activeElement).toBe(
        screen.getByRole('list', { name: 'Sites you have allowed' }),
      ),
    );
    screen.getByText('None yet.');
  });

  it('allows all sites and takes that back; a refusal leaves the switch off', async () => {
    const { user, actions, change } = showOptions();
    const toggle = screen.getByRole('switch', { name: 'All sites' });
    await user.click(toggle);
    expect(actions.allowEverywhere).toHaveBeenCalledOnce();
    expect(toggle.getAttribute('aria-checked')).toBe('false');
    change({ access: { everywhere: true, sites: [], services: BOTH } });
    await user.click(toggle);
    expect(actions.revokeEverywhere).toHaveBeenCalledOnce();
  });

  it('folds up what each permission of the manifest is for', async () => {
    const { user } = showOptions({ permissions: ['cookies', 'https://*/*', 'not known'] });
    const summary = screen.getByText('Show all');
    const folded = summary.closest('details');
    expect(folded?.open).toBe(false);
    await user.click(summary);
    expect(folded?.open).toBe(true);
    const rows = [...(folded?.querySelectorAll('dl > div') ?? [])].map((each) => [
      each.querySelector('dt')?.textContent,
      each.querySelector('dd')?.textContent,
    ]);
    expect(rows).toEqual([
      ['cookies', expect.stringContaining('never stored')],
      ['https://*/*', expect.stringContaining('you allow')],
      ['not known', ''],
    ]);
  });
});
