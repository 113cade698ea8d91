// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { show } from '@/tests/stories/show';
import { OptionsReplace, type OptionsReplaceProps } from './replace-sites';

const GALLERY = 'https://gallery.example/*';
const OTHER = 'https://other.example/*';
const site = { since: 1, isMarked: true, ahead: 0, limit: 0 };

function showSites(parts: Partial<Omit<OptionsReplaceProps, 'actions'>> = {}) {
  const actions = {
    change: vi.fn<OptionsReplaceProps['actions']['change']>(),
    switchOff: vi.fn<OptionsReplaceProps['actions']['switchOff']>(),
    allow: vi.fn<OptionsReplaceProps['actions']['allow']>(),
  };
  const sites = { [GALLERY]: { ...site, ahead: 3, limit: 24 }, [OTHER]: site };
  return {
    ...show(<OptionsReplace sites={sites} closed={[OTHER]} {...parts} actions={actions} />),
    ...actions,
  };
}
const group = (name: string) => within(screen.getByRole('group', { name }));

it('says how to add a site where there is none', () => {
  const { container } = showSites({ sites: {}, closed: [] });
  expect(container.textContent).toContain('The menu of an image that is done adds its site.');
});

it('shows what was chosen for each site, and changes it there', async () => {
  const { user, change } = showSites();
  const gallery = group('gallery.example');
  const ahead = gallery.getByLabelText('Images to upscale ahead');
  expect(ahead).toHaveProperty('value', '3');
  expect(gallery.getByLabelText('At most (credits) per page')).toHaveProperty('value', '24');
  fireEvent.change(ahead, { target: { value: '5' } });
  expect(change).toHaveBeenLastCalledWith(GALLERY, { ahead: 5 });
  const limit = group('other.example').getByLabelText('At most (credits) per page');
  expect(limit).toHaveProperty('value', '');
  fireEvent.change(limit, { target: { value: '12' } });
  expect(change).toHaveBeenLastCalledWith(OTHER, { limit: 12 });
  fireEvent.change(ahead, { target: { value: '' } });
  expect(change).toHaveBeenLastCalledWith(GALLERY, { ahead: 0 });
  await user.click(gallery.getByRole('switch', { name: 'Mark replaced images' }));
  expect(change).toHaveBeenLastCalledWith(GALLERY, { isMarked: false });
});

it('removes a site, and asks for access only where it is missing', async () => {
  const { user, switchOff, allow } = showSites();
  expect(screen.getAllByRole('button', { name: /^Allow/ })).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Allow other.example' }));
  expect(allow).toHaveBeenCalledExactlyOnceWith(OTHER);
  await user.click(screen.getByRole('button', { name: 'Remove gallery.example' }));
  expect(switchOff).toHaveBeenCalledExactlyOnceWith(GALLERY);
});
