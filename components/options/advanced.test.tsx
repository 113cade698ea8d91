// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import { VERSION_FIELDS, VERSIONS, type Versions } from '@/lib/jimeng/model/versions';
import { show } from '@/tests/stories/show';
import { OptionsAdvanced, type OptionsAdvancedProps } from './advanced';

function showSection(
  overrides: Partial<Versions> = {},
  language: (typeof LANGUAGES)[number] = 'en',
) {
  const actions = {
    override: vi.fn<OptionsAdvancedProps['actions']['override']>(),
    dropOverrides: vi.fn<OptionsAdvancedProps['actions']['dropOverrides']>(),
  };
  return {
    ...show(<OptionsAdvanced site="jimeng" overrides={overrides} actions={actions} />, language),
    actions,
  };
}

const fields = () => screen.getAllByRole('textbox', { hidden: true }) as HTMLInputElement[];
const at = (field: keyof Versions) => fields()[VERSION_FIELDS.indexOf(field)] as HTMLInputElement;
const type = (field: keyof Versions, value: string) =>
  fireEvent.input(at(field), { target: { value } });

describe.each(LANGUAGES)('in %s', (language) => {
  it('shows every version with its built-in value, and none as changed', () => {
    const { container } = showSection({}, language);
    expect(fields().map(({ value }) => value)).toEqual(
      VERSION_FIELDS.map((field) => VERSIONS.jimeng[field].value),
    );
    expect(container.querySelector('strong')).toBeNull();
    expect(container.textContent).toContain('2026');
    expect(container.textContent).not.toMatch(/undefined|Invalid Date/);
    const names = fields().map(({ labels }) => labels?.[0]?.textContent);
    expect(new Set(names).size).toBe(VERSION_FIELDS.length);
  });
});

it('stores a valid value at once', () => {
  const { actions } = showSection();
  type('appvr', '8.5.0');
  expect(actions.override).toHaveBeenLastCalledWith('appvr', '8.5.0');
  type('rootModel', 'high_aes_general_v60');
  expect(actions.override).toHaveBeenLastCalledWith('rootModel', 'high_aes_general_v60');
});

it.each([
  ['appvr', '8.4.0; x', /numbers with dots/],
  ['rootModel', 'a model', /letters, digits/],
] as const)('explains an invalid %s and stores nothing', (field, value, words) => {
  const { actions } = showSection();
  type(field, value);
  expect(actions.override).not.toHaveBeenCalled();
  expect(at(field).getAttribute('aria-invalid')).toBe('true');
  expect(at(field).value).toBe(value);
  screen.getByText(words);
});

it('takes the built-in value for an empty field', () => {
  const { actions } = showSection({ appvr: '8.5.0' });
  type('appvr', '');
  expect(actions.override).toHaveBeenLastCalledWith('appvr', undefined);
});

it('marks what is changed, and resets all by one button', async () => {
  const { container, user, actions } = showSection({ appvr: '8.5.0' });
  expect(container.querySelectorAll('strong')).toHaveLength(1);
  expect(at('appvr').value).toBe('8.5.0');
  expect(container.querySelector('details')?.open).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Use built-in versions' }));
  expect(actions.dropOverrides).toHaveBeenCalledOnce();
});

it('stays open when the last change is taken back', () => {
  const { container, again, actions } = showSection({ appvr: '8.5.0' });
  again(<OptionsAdvanced site="jimeng" overrides={{}} actions={actions} />);
  expect(container.querySelector('details')?.open).toBe(true);
});

it('has no reset while nothing is changed', () => {
  showSection();
  expect(screen.queryByRole('button')).toBeNull();
});
