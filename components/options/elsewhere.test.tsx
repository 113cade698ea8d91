// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import { SYNC_PREVIEW, sampleElsewhere, TOO_LONG } from '@/tests/stories/elsewhere';
import { showPage } from '@/tests/stories/show';
import { titleOfChoice } from './choice-words';
import { OptionsElsewhere } from './elsewhere';
import type { OptionsElsewhereProps } from './elsewhere-view';

function showSection(
  props: OptionsElsewhereProps,
  language: Parameters<typeof showPage>[1] = 'en',
) {
  const actions = Object.fromEntries(
    Object.keys(props.actions).map((name) => [name, vi.fn()]),
  ) as unknown as OptionsElsewhereProps['actions'];
  const page = (changed: Partial<OptionsElsewhereProps>) => (
    <OptionsElsewhere {...props} actions={actions} {...changed} />
  );
  return { ...showPage(page, language), actions };
}

const press = (name: string) => screen.getByRole('button', { name });
const preview = () => screen.queryByRole('region', { name: 'What would change' });

it('has a button for every way, and does nothing by itself', async () => {
  const { user, actions } = showSection(TOO_LONG);
  for (const act of Object.values(actions)) expect(act).not.toHaveBeenCalled();
  await user.click(press('Export settings'));
  expect(actions.exportSettings).toHaveBeenCalledOnce();
  await user.click(press('Send to sync'));
  expect(actions.send).toHaveBeenCalledOnce();
  await user.click(press('Fetch from sync'));
  expect(actions.fetch).toHaveBeenCalledOnce();
  await user.click(press('Put back the previous settings'));
  expect(actions.putBack).toHaveBeenCalledOnce();
});

it('reads a file, also the same one again', async () => {
  const { user, actions, container } = showSection(sampleElsewhere());
  const input = container.querySelector('input[type=file]') as HTMLInputElement;
  const file = new File(['{}'], 'upscale-settings.json', { type: 'application/json' });
  await user.upload(input, file);
  await user.upload(input, file);
  expect(actions.readFile).toHaveBeenCalledTimes(2);
});

it('says when settings were sent last, and by which version', () => {
  const { change } = showSection(sampleElsewhere());
  screen.getByText(/Nothing has been sent yet/);
  change({ mark: { at: Date.UTC(2026, 10, 28, 12), version: '1.2.3' } });
  screen.getByText(/Last sent on .*2026, by version 1\.2\.3/);
});

describe('the preview', () => {
  it('names each change with its old and its new value, and counts', () => {
    showSection(SYNC_PREVIEW);
    const region = within(preview() as HTMLElement);
    const changes = Object.fromEntries(
      region
        .getAllByRole('term')
        .map((term) => [term.textContent, term.nextElementSibling?.textContent]),
    );
    expect(changes).toMatchObject({
      Size: '2K → 4K',
      Transparency: 'Keep → #c98b4e',
      Quality: '50% → 92%',
      Colours: 'System → Dark',
      Language: 'Browser language → 日本語',
      'Saved file names': 'None → 2 templates',
      'Choose images: Width': '≥ 120 → ≥ 600, ≤ 2,000',
      'How many images are kept': 'The last 5,000 → The last 200',
    });
    region.getByText(
      `${Object.keys(changes).length} settings change, ${SYNC_PREVIEW.preview?.same} stay the same.`,
    );
  });

  it('names what is not taken over, and warns where the history loses entries', () => {
    showSection(SYNC_PREVIEW);
    const region = within(preview() as HTMLElement);
    region.getByText('Damaged, so not taken over: Folder, At once.');
    region.getByText(/^Unknown to this version, so not taken over: hologram, a-name/);
    region.getByText(/Older entries are removed for good/);
  });

  it('is applied or dismissed, takes the focus and gives it back', async () => {
    const { user, actions, change } = showSection(sampleElsewhere());
    press('Fetch from sync').focus();
    change({ preview: SYNC_PREVIEW.preview });
    expect(document.activeElement).toBe(preview());
    await user.click(press('Apply'));
    expect(actions.apply).toHaveBeenCalledOnce();
    await user.click(press('Cancel'));
    expect(actions.dismissPreview).toHaveBeenCalledOnce();
    change({ preview: undefined });
    expect(document.activeElement).toBe(press('Fetch from sync'));
  });

  it('has nothing to apply where nothing would change', () => {
    showSection(SYNC_PREVIEW).change({
      preview: {
        ...(SYNC_PREVIEW.preview as NonNullable<typeof SYNC_PREVIEW.preview>),
        changed: [],
      },
    });
    screen.getByText('You have these settings already.');
    expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull();
  });
});

describe('what went wrong', () => {
  it.each<[NonNullable<OptionsElsewhereProps['outcome']>, RegExp]>([
    [
      { at: 'sync', kind: 'too-long', names: ['savedTemplates'] },
      /^Not sent\. Too long for the browser’s sync: Saved file names\./,
    ],
    [{ at: 'sync', kind: 'refused', words: '<b>disk</b>' }, /refused: <b>disk<\/b>$/],
    [{ at: 'file', kind: 'no-settings' }, /not an exported settings file/],
    [{ at: 'previous', kind: 'put-back' }, /^The previous settings are back/],
  ])('is said beside the button: %o', (outcome, words) => {
    const previous = { at: 1, by: 'file' } as const;
    showSection(sampleElsewhere({ outcome, previous }));
    const said = screen.getAllByRole('status').filter((each) => each.textContent);
    expect(said).toHaveLength(1);
    expect(said[0]?.textContent).toMatch(words);
  });
});

it.each(LANGUAGES)(
  'every setting has a name of its own, and every value words, in %s',
  (language) => {
    const { container } = showSection(SYNC_PREVIEW, language);
    expect(container.textContent).not.toMatch(/undefined|NaN|\[object|=>/);
    const names = Object.keys(SYNC_PREVIEW.preview?.now ?? {}) as Parameters<
      typeof titleOfChoice
    >[0][];
    const titles = names.map((name) => titleOfChoice(name, messagesFor(language)));
    expect(new Set(titles).size).toBe(names.length);
  },
);

it.each([
  ['fr', 'Choisir des images\u00a0: Largeur'],
  ['en', 'Choose images: Width'],
  ['zh-CN', '选择图片：宽'],
] as const)('in %s, a choice stands behind the colon of that language', (language, title) => {
  expect(titleOfChoice('picker.width', messagesFor(language))).toBe(title);
});
