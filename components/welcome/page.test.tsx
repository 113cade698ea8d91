// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import { showPage } from '@/tests/stories/show';
import { sampleWelcome } from '@/tests/stories/welcome';
import { WelcomePage, type WelcomePageProps } from './page';
import { WELCOME_STEPS, type WelcomeActions } from './view';

function showWelcome(props: Partial<WelcomePageProps> = {}) {
  const actions = {
    agree: vi.fn<WelcomeActions['agree']>(),
    go: vi.fn<WelcomeActions['go']>(),
    chooseSite: vi.fn<WelcomeActions['chooseSite']>(),
    signIn: vi.fn<WelcomeActions['signIn']>(),
    allowService: vi.fn<WelcomeActions['allowService']>(),
    allowEverywhere: vi.fn<WelcomeActions['allowEverywhere']>(),
    revokeEverywhere: vi.fn<WelcomeActions['revokeEverywhere']>(),
    upscaleTrial: vi.fn<WelcomeActions['upscaleTrial']>(),
    openHistory: vi.fn<WelcomeActions['openHistory']>(),
    checkConnection: vi.fn<WelcomeActions['checkConnection']>(),
    done: vi.fn<WelcomeActions['done']>(),
  };
  const language = props.language ?? 'en';
  const page = (changed: Partial<WelcomePageProps>) => (
    <WelcomePage
      {...sampleWelcome()}
      messages={messagesFor(language)}
      language={language}
      actions={actions}
      {...props}
      {...changed}
    />
  );
  return { ...showPage(page), actions };
}

const button = (name: string) => screen.getByRole('button', { name });

describe.each(LANGUAGES)('the welcome page in %s', (language) => {
  it.each(WELCOME_STEPS)(
    'has a heading on %s, says where one is, and leaves nothing unnamed',
    (step) => {
      const { container } = showWelcome({ language, step });
      const { welcome } = messagesFor(language);
      screen.getByRole('heading', { level: 1, name: welcome[step].title });
      const steps = within(screen.getByRole('list', { name: welcome.steps }));
      const [current] = steps
        .getAllByRole('listitem')
        .filter((item) => item.getAttribute('aria-current') === 'step');
      expect(current?.textContent).toBe(welcome.step(WELCOME_STEPS.indexOf(step) + 1, 3));
      for (const role of ['button', 'radio', 'img']) {
        expect(screen.queryAllByRole(role, { name: '' })).toEqual([]);
      }
      expect(container.textContent).not.toMatch(/undefined|null|\[object/);
    },
  );
});

describe('the first screen', () => {
  it('says what goes where before it asks, and goes on by agreeing', async () => {
    const { user, actions } = showWelcome();
    screen.getByText(/goes to the site where your account is: Jimeng or Dreamina/);
    screen.getByText(
      /^I agree that images I choose are sent to the site of my account, Jimeng or Dreamina/,
    );
    expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
    await user.click(button('Agree and continue'));
    expect(actions.agree).toHaveBeenCalledOnce();
    expect(actions.go).toHaveBeenCalledExactlyOnceWith('ready');
  });

  it('asks nobody twice', async () => {
    const { user, actions } = showWelcome({ isAgreed: true });
    expect(screen.queryByRole('button', { name: 'Agree and continue' })).toBeNull();
    await user.click(button('Next'));
    expect(actions.agree).not.toHaveBeenCalled();
    expect(actions.go).toHaveBeenCalledExactlyOnceWith('ready');
  });
});

describe('the second screen', () => {
  const ready = { step: 'ready', isAgreed: true } as const;
  const jimeng = { site: 'jimeng', services: { jimeng: 'all', dreamina: 'none' } } as const;

  it('asks where the account is before anything else', async () => {
    const { user, actions } = showWelcome(ready);
    for (const radio of screen.getAllByRole<HTMLInputElement>('radio')) {
      expect(radio.checked).toBe(false);
    }
    expect(screen.queryByRole('button', { name: 'Allow access' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
    const beta = screen.getByRole('radio', {
      name: 'Dreamina (beta)',
      description: /for everywhere else.*Beta: built from public reports/,
    });
    expect(screen.getAllByText(/^Beta:/)).toHaveLength(1);
    await user.click(beta);
    expect(actions.chooseSite).toHaveBeenCalledExactlyOnceWith('dreamina');
  });

  it.each([
    ['jimeng', ['jianying.com', 'byteimg.com'], 'capcut.com'],
    ['dreamina', ['capcut.com', 'ibyteimg.com', 'vodupload.com'], 'jianying.com'],
  ] as const)(
    'lists the hosts of %s with their reasons, and asks for these only',
    async (site, own, other) => {
      const { user, actions } = showWelcome({ ...ready, site });
      const list = screen.getByRole('list', { name: 'The sites it will ask for' });
      for (const host of own) within(list).getByText(host, { exact: true });
      expect(within(list).queryByText(other, { exact: true })).toBeNull();
      for (const item of within(list).getAllByRole('listitem')) {
        expect(item.textContent).toMatch(/ (sign-in|receives|delivers)/);
      }
      await user.click(button('Allow access'));
      expect(actions.allowService).toHaveBeenCalledExactlyOnceWith(site);
    },
  );

  it('says that access was refused, and offers it again', () => {
    const { change } = showWelcome({ ...ready, site: 'dreamina', refused: 'dreamina' });
    screen.getByText(/^Access was not allowed.*with Dreamina/);
    button('Allow access');
    // The other site was not refused.
    change({ site: 'jimeng' });
    expect(screen.queryByText(/^Access was not allowed/)).toBeNull();
  });

  it('then asks for a sign-in at that site, and notices it and a pinned button', async () => {
    const { user, actions, change } = showWelcome({ ...ready, ...jimeng });
    await user.click(button('Sign in'));
    expect(actions.signIn).toHaveBeenCalledExactlyOnceWith('jimeng');
    change({ account: { site: 'jimeng', state: 'signed-in' }, isPinned: true });
    screen.getByText('You are signed in.');
    screen.getByText(/^It is in your toolbar/);
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  });

  it('takes a sign-in at the other site for none', () => {
    showWelcome({
      ...ready,
      site: 'dreamina',
      services: { jimeng: 'all', dreamina: 'all' },
      account: { site: 'jimeng', state: 'signed-in' },
    });
    screen.getByText(/^Sign in on Dreamina’s own site/);
    button('Sign in');
  });

  it('goes both ways', async () => {
    const { user, actions } = showWelcome({ step: 'ready' });
    await user.click(button('Back'));
    await user.click(button('Next'));
    expect(actions.go.mock.calls).toEqual([['what'], ['start']]);
  });
});

describe('the third screen', () => {
  const ready = {
    step: 'start',
    isAgreed: true,
    site: 'jimeng',
    services: { jimeng: 'all', dreamina: 'none' },
    account: { site: 'jimeng', state: 'signed-in', credits: { total: 58 } },
  } as const;

  it('asks per site unless the person and the browser say otherwise', async () => {
    const { user, actions, change } = showWelcome(ready);
    const all = screen.getByRole<HTMLInputElement>('radio', { name: 'Allow all sites now' });
    await user.click(all);
    expect(actions.allowEverywhere).toHaveBeenCalledOnce();
    expect(all.checked).toBe(false);
    change({ isEverywhere: true });
    expect(all.checked).toBe(true);
    await user.click(screen.getByRole('radio', { name: 'Ask for each site' }));
    expect(actions.revokeEverywhere).toHaveBeenCalledOnce();
  });

  it('says what a try may cost before the click, and what one has', async () => {
    const { user, actions, change } = showWelcome(ready);
    screen.getByText(/may cost Jimeng credits.*You have 58 credits\.$/);
    await user.click(button('Upscale this image'));
    expect(actions.upscaleTrial).toHaveBeenCalledOnce();
    change({ isTrying: true });
    screen.getByText(/^Started\./);
    expect(screen.queryByText(/storage is full/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Upscale this image' })).toBeNull();
    await user.click(button('Open the history'));
    expect(actions.openHistory).toHaveBeenCalledOnce();
    change({ isStorageFull: true });
    screen.getByText(/^The browser’s storage is full/);
    button('Upscale this image');
  });

  it.each([
    ['consent', { isAgreed: false }, /^Agree on the first page/],
    [
      'a sign-in',
      { account: { site: 'jimeng', state: 'signed-out' } as const },
      /^Allow access and sign in on the previous page/,
    ],
    [
      'access',
      { services: { jimeng: 'none', dreamina: 'none' } } as const,
      /^Allow access and sign in/,
    ],
  ])('offers no try without %s, and says why', (_, parts, words) => {
    showWelcome({ ...ready, ...parts });
    expect(button('Upscale this image')).toHaveProperty('disabled', true);
    screen.getByText(words);
  });

  it('ends', async () => {
    const { user, actions } = showWelcome(ready);
    await user.click(button('Done'));
    expect(actions.done).toHaveBeenCalledOnce();
  });
});

it('a new screen is read from its heading on', () => {
  const { change } = showWelcome();
  expect(document.activeElement).toBe(document.body);
  change({ step: 'ready' });
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});
