// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { SiteState } from '@/lib/browser/access/site-access';
import { messagesFor } from '@/lib/i18n/all-messages';
import { sampleOptions } from '@/tests/stories/options';
import { recordedOptionsActions, showPage } from '@/tests/stories/show';
import { OptionsPage, type OptionsPageProps } from './page';

const BOTH = { jimeng: 'all', dreamina: 'all' } as const;

function showOptions(props: Partial<OptionsPageProps> = {}) {
  const actions = recordedOptionsActions();
  const page = (changed: Partial<OptionsPageProps>) => (
    <OptionsPage
      {...sampleOptions()}
      messages={messagesFor('en')}
      language="en"
      actions={actions}
      {...props}
      {...changed}
    />
  );
  return { ...showPage(page), actions };
}

const press = (name: string) => screen.getByRole('button', { name });

describe('Sites', () => {
  const withServices = (jimeng: SiteState, dreamina: SiteState) => ({
    access: { everywhere: false, sites: [], services: { jimeng, dreamina } },
  });

  it('allows each site, with every host and its reason, and removes that access', async () => {
    const { user, actions, change } = showOptions(withServices('all', 'none'));
    screen.getByText('capcut.com');
    await user.click(press('Allow access to Dreamina'));
    expect(actions.allowService).toHaveBeenCalledExactlyOnceWith('dreamina');
    await user.click(press('Remove access to Jimeng'));
    expect(actions.revokeService).toHaveBeenCalledExactlyOnceWith('jimeng');
    change(withServices('none', 'all'));
    press('Allow access to Jimeng');
    press('Remove access to Dreamina');
  });

  it('says that a part of the access is missing, and offers both ways', () => {
    showOptions(withServices('some', 'none'));
    screen.getByText(/^Only a part of the access/);
    press('Allow access to Jimeng');
    press('Remove access to Jimeng');
  });

  it('removes nothing that "All sites" covers', () => {
    showOptions({ access: { everywhere: true, sites: [], services: BOTH } });
    expect(screen.getAllByText(/because “All sites” is on/)).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /access to (Jimeng|Dreamina)$/ })).toBeNull();
  });

  describe('the agreement to the page of Dreamina', () => {
    const toggle = () =>
      screen.getByRole('switch', { name: 'Send orders through Dreamina’s page' });
    const agreed = (dreamina: boolean) => ({ isPageAgreed: { jimeng: false, dreamina } });

    it('is given by the question that a row asks, on the page of any site', async () => {
      const { user, actions, change } = showOptions();
      screen.getByText(/Images for Dreamina wait until you agree/);
      await user.click(toggle());
      const question = screen.getByRole('group', {
        name: /^Dreamina takes orders only from its own page.*opens Dreamina’s page/,
      });
      await user.click(within(question).getByRole('button', { name: 'Not now' }));
      expect(actions.agreeToPage).not.toHaveBeenCalled();
      await user.click(toggle());
      await user.click(press('Agree'));
      expect(actions.agreeToPage).toHaveBeenCalledExactlyOnceWith('dreamina', true);
      change(agreed(true));
      screen.getByText(/^You have agreed/);
      expect(toggle().getAttribute('aria-checked')).toBe('true');
    });

    it('is taken back at once', async () => {
      const { user, actions } = showOptions(agreed(true));
      await user.click(toggle());
      expect(actions.agreeToPage).toHaveBeenCalledExactlyOnceWith('dreamina', false);
      expect(screen.queryByRole('button', { name: 'Agree' })).toBeNull();
    });
  });

  it('says what beta means, below the site that is one', () => {
    showOptions();
    expect(screen.getAllByText(/^Beta: built from public reports/)).toHaveLength(1);
  });

  it('chooses the account for new images', async () => {
    const { user, actions } = showOptions();
    const group = screen.getByRole('group', { name: 'Account for new images' });
    const auto = within(group).getByRole<HTMLInputElement>('radio', { name: 'Automatic' });
    expect(auto.checked).toBe(true);
    await user.click(within(group).getByRole('radio', { name: 'Dreamina' }));
    expect(actions.change).toHaveBeenCalledExactlyOnceWith({ site: 'dreamina' });
  });
});
