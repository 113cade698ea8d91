// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { LANGUAGES } from '@/lib/i18n/language';
import { messagesFor } from '@/lib/i18n/messages';
import { asList, ENDED, failedJob, NOW, WAITING } from '@/tests/stories/jobs';
import { recordedActions, show } from '@/tests/stories/show';
import { App, type AppProps } from './app';
import { EmptyState } from './empty-state';

function showApp(props: Partial<AppProps> = {}) {
  const actions = recordedActions();
  const language = props.language ?? 'en';
  const view = show(
    <App
      jobs={[]}
      account={{ state: 'signed-in', credits: { total: 58 } }}
      now={NOW}
      target="4k"
      thumbs={() => undefined}
      messages={messagesFor(language)}
      language={language}
      actions={actions}
      {...props}
    />,
  );
  return { ...view, actions };
}

describe('App', () => {
  it.each(LANGUAGES)('tells a new person in %s how it is done', (language) => {
    const { container } = showApp({ language });
    const { app, empty } = messagesFor(language);
    screen.getByRole('heading', { level: 1, name: app.title });
    screen.getByRole('heading', { level: 2, name: empty.title });
    expect(container.textContent).not.toMatch(/undefined|\[object/);
    expect(container.querySelector(`[lang="${language}"]`)).not.toBeNull();
  });

  it('shows the balance, which leads to the service', async () => {
    const { user, actions } = showApp();
    await user.click(screen.getByRole('button', { name: '58 credits left. Open Jimeng' }));
    expect(actions.openService).toHaveBeenCalledOnce();
  });

  it('asks for the sign-in once, and says what waits for it', async () => {
    const waiting = WAITING['sign-in'] ?? failedJob('internal');
    const { user, actions } = showApp({
      account: { state: 'signed-out' },
      jobs: asList([waiting, waiting]),
    });
    const banner = screen.getByRole('region', { name: 'Sign in to Jimeng' });
    expect(banner.textContent).toContain('2 images are waiting');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(actions.signIn).toHaveBeenCalledOnce();
    expect(screen.queryByText('58')).toBeNull();
  });

  it('asks for the service’s sites when the browser withholds them', async () => {
    const { user, actions } = showApp({ account: { state: 'no-access' } });
    await user.click(screen.getByRole('button', { name: 'Allow access' }));
    expect(actions.allowService).toHaveBeenCalledOnce();
  });

  it('offers to pick an image on the page, and the settings', async () => {
    const { user, actions } = showApp();
    await user.click(screen.getByRole('button', { name: 'Pick an image on this page' }));
    expect(actions.pickImage).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: 'Settings' }));
    expect(actions.openOptions).toHaveBeenCalledOnce();
  });

  it('names the keys of the shortcut, unless the person took them away', () => {
    const { container, again } = showApp();
    expect(container.querySelector('kbd')?.textContent).toBe('Alt+Shift+U');
    again(<EmptyState shortcut="" />);
    expect(container.querySelector('kbd')).toBeNull();
    screen.getByText(/^Or pick it on the page/);
  });

  it('sends chosen files on with the size of the moment', async () => {
    const { user, actions } = showApp();
    const file = new File(['x'], 'a.png', { type: 'image/png' });
    await user.upload(screen.getByLabelText('Choose images'), file);
    expect(actions.addFiles).toHaveBeenCalledExactlyOnceWith([file], '4k');
    await user.click(screen.getByRole('radio', { name: '2K' }));
    expect(actions.setTarget).toHaveBeenCalledExactlyOnceWith('2k');
  });

  it('opens the file chooser from a row', async () => {
    const { user } = showApp({ jobs: [failedJob('image-heic')] });
    const click = vi.spyOn(screen.getByLabelText('Choose images'), 'click');
    await user.click(screen.getByRole('button', { name: 'Choose a file' }));
    expect(click).toHaveBeenCalledOnce();
  });

  it('is walked through with Tab alone, in the order of reading', async () => {
    const { user } = showApp({ jobs: [ENDED.done ?? failedJob('internal')] });
    const names: string[] = [];
    for (let step = 0; step < 8; step += 1) {
      await user.tab();
      const element = document.activeElement;
      names.push(element?.getAttribute('aria-label') ?? element?.textContent ?? '');
    }
    expect(names).toEqual([
      '58 credits left. Open Jimeng',
      'Pick an image on this page',
      'Settings',
      'Choose images',
      '',
      'Save',
      'Open page',
      'Remove',
    ]);
  });

  it('shows the thumbnail beside the row', () => {
    const jobs = asList([ENDED.done ?? failedJob('internal')]);
    showApp({ jobs, thumbs: (id) => `blob:${id}` });
    const item = screen.getByRole('listitem', { name: 'night-lake' });
    expect(item.querySelector('img')?.getAttribute('src')).toBe('blob:job-0');
    within(item).getByText('to 2K');
  });
});
