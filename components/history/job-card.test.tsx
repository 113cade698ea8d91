// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES, type Language } from '@/lib/i18n/locales/languages';
import { isEnded, type Job } from '@/lib/jobs/model/job';
import {
  ENDED,
  FAILED,
  failedJob,
  NAMES,
  NOW,
  RUNNING,
  sampleJob,
  WAITING,
} from '@/tests/stories/jobs';
import { recordedActions, show } from '@/tests/stories/show';
import { JobCard } from './job-card';

function showCard(job: Job, language: Language = 'en') {
  const actions = recordedActions();
  const onChooseFile = vi.fn();
  const card = (each: Job) => (
    <ul>
      <JobCard
        job={each}
        now={NOW}
        thumb={undefined}
        actions={actions}
        onChooseFile={onChooseFile}
      />
    </ul>
  );
  const view = show(card(job), language);
  return { ...view, actions, onChooseFile, change: (each: Job) => view.again(card(each)) };
}

const press = (name: string) => screen.getByRole('button', { name });
const row = (group: Record<string, Job>, key: string): Job => group[key] ?? sampleJob();

describe.each(LANGUAGES)('in %s', (language) => {
  const states = Object.entries({ ...RUNNING, ...WAITING, ...ENDED, ...FAILED });

  it.each(states)('shows "%s" in words', (_, job) => {
    showCard(job, language);
    const item = screen.getByRole('listitem', { name: job.name });
    const text = item.textContent ?? '';
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    if (job.failure?.code.includes('-')) expect(text).not.toContain(job.failure.code);
    // Nobody is left without something to press, and no button without a name.
    const buttons = within(item).getAllByRole('button');
    for (const button of buttons) expect(button).toHaveProperty('type', 'button');
    expect(within(item).queryAllByRole('button', { name: '' })).toEqual([]);
    const { cancel, remove } = messagesFor(language).actions;
    within(item).getByRole('button', { name: isEnded(job) ? remove : cancel });
  });
});

describe('a running row', () => {
  it('says what happens, how far it is and how long it takes', () => {
    showCard(row(RUNNING, 'generating'));
    const bar = screen.getByRole('progressbar', { name: 'Progress of harbour-at-dawn' });
    const value = Number(bar.getAttribute('aria-valuenow'));
    expect(value).toBeGreaterThan(50);
    expect(value).toBeLessThan(100);
    expect(bar.getAttribute('aria-valuetext')).toBe(`Upscaling, ${value}%`);
    screen.getByText('Upscaling');
    screen.getByText('about 3 s left');
    screen.getByText('gallery.example');
    screen.getByText('1024 × 768');
  });

  it('shows the time it took once the forecast has passed', () => {
    showCard(row(RUNNING, 'generating, late'));
    screen.getByText('1 min');
  });

  it('says when a failed step is tried again', () => {
    showCard(row(RUNNING, 'upload retried'));
    screen.getByText('retrying in 12 s');
  });

  it('explains another upscaler', () => {
    showCard(row(RUNNING, 'generating with another tool'));
    screen.getByText('Switched to Super resolution because Smart HD did not finish on Jimeng.');
    cleanup();
    showCard(row(RUNNING, 'generating after no enlargement'));
    screen.getByText('Switched to Fast HD because Smart HD did not enlarge the image.');
  });

  it('says that it sent a smaller file', () => {
    showCard(row(RUNNING, 'generating from a smaller file'));
    screen.getByText(/^Sent as a smaller file/);
  });

  it('can be cancelled', async () => {
    const { actions, user } = showCard(row(RUNNING, 'generating'));
    await user.click(press('Cancel'));
    expect(actions.cancel).toHaveBeenCalledExactlyOnceWith('job-1');
  });
});

describe('a waiting row', () => {
  it('asks for one host or for all sites', async () => {
    const job = row(WAITING, 'permission');
    const { actions, user } = showCard(job);
    await user.click(press('Allow cdn.example.com'));
    expect(actions.allow).toHaveBeenLastCalledWith({ ...job, site: 'jimeng' }, 'host');
    await user.click(press('Allow on all sites'));
    expect(actions.allow).toHaveBeenLastCalledWith({ ...job, site: 'jimeng' }, 'everywhere');
  });

  it('asks for the site of the account with one button', async () => {
    const job = row(WAITING, 'permission for the site');
    const { actions, user } = showCard(job);
    screen.getByText(/^Going on needs your permission for/);
    expect(screen.queryByRole('button', { name: /all sites/ })).toBeNull();
    await user.click(press('Allow dreamina.capcut.com'));
    expect(actions.allow).toHaveBeenLastCalledWith({ ...job, site: 'jimeng' }, 'host');
  });

  it('asks for the cookies of one host for one row, and for nothing everywhere', async () => {
    const asked = row(WAITING, 'permission');
    const waiting = { ...asked.waiting, isForCookies: true } as NonNullable<Job['waiting']>;
    const job = { ...asked, waiting };
    const { actions, user } = showCard(job);
    screen.getByText(/does not send it to anonymous visitors.*for this image only/);
    expect(screen.queryByRole('button', { name: /all sites/ })).toBeNull();
    await user.click(press('Allow cdn.example.com'));
    expect(actions.allow).toHaveBeenLastCalledWith({ ...job, site: 'jimeng' }, 'host');
  });

  it('offers what is already there before buying it again', async () => {
    const { actions, user } = showCard(row(WAITING, 'duplicate'));
    await user.click(press('Use it'));
    expect(actions.useExisting).toHaveBeenCalledExactlyOnceWith('job-1');
    await user.click(press('Upscale again'));
    expect(actions.upscaleAnyway).toHaveBeenCalledExactlyOnceWith('job-1');
  });

  it('keeps a picture that is large enough before buying it', async () => {
    const { actions, user } = showCard(row(WAITING, 'already large'));
    screen.getByText('This image is already 4096 × 3072, as large as 2K. Keeping it is free.');
    await user.click(press('Keep it (free)'));
    expect(actions.keepOriginal).toHaveBeenCalledExactlyOnceWith('job-1');
    await user.click(press('Upscale anyway'));
    expect(actions.upscaleAnyway).toHaveBeenCalledExactlyOnceWith('job-1');
  });

  it('says with which account it goes on, and offers to use the one that is signed in', async () => {
    const { actions, user } = showCard(row(WAITING, 'other account, uploaded'));
    screen.getByText(/^Sign in to Jimeng as .Lin., the account that sent this image/);
    await user.click(press('Open Jimeng'));
    expect(actions.openService).toHaveBeenCalledOnce();
    await user.click(press('Use this account'));
    expect(actions.startOver).toHaveBeenCalledExactlyOnceWith('job-1');
  });

  it('says that another account may cost again where an order is open', async () => {
    const { actions, user } = showCard(row(WAITING, 'other account, ordered'));
    expect(screen.queryByRole('button', { name: /use this account/i })).toBeNull();
    await user.click(press('More'));
    await user.click(screen.getByRole('menuitem', { name: /Use this account \(may cost again\)/ }));
    expect(actions.startOver).toHaveBeenCalledExactlyOnceWith('job-1');
  });

  it('keeps the name of an account from turning its sentence around', () => {
    const { container } = showCard(row(WAITING, 'other account, long name'));
    const [, said] = /\u2068([^\u2069]*)\u2069/.exec(container.textContent ?? '') ?? [];
    expect(said).toMatch(/^صور/);
    expect(container.textContent).not.toContain('\u202e');
  });

  it('takes what is on screen instead of a permission, and says how large that is', async () => {
    const { actions, user } = showCard(row(WAITING, 'permission'));
    await user.click(press('More'));
    // What is to be read is also what is said: the hint is part of the name (WCAG 2.5.3).
    const name = /^Use what is on screen.*only as large as shown/;
    await user.click(screen.getByRole('menuitem', { name }));
    expect(actions.useScreen).toHaveBeenCalledExactlyOnceWith('job-1');
  });

  it('asks for the sign-in unless a banner already does', async () => {
    const { actions, user, again } = showCard(row(WAITING, 'sign-in'));
    await user.click(press('Sign in'));
    expect(actions.signIn).toHaveBeenCalledOnce();
    again(
      <JobCard
        job={row(WAITING, 'sign-in')}
        now={NOW}
        thumb={undefined}
        actions={actions}
        onChooseFile={() => {}}
        isAskedAbove
      />,
    );
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  });
});

describe('a finished row', () => {
  it('shows what became of the picture, and saves it', async () => {
    const { actions, user } = showCard(row(ENDED, 'done'));
    for (const fact of ['1024 × 768 → 2880 × 2160', '14 s', '1 credit']) screen.getByText(fact);
    await user.click(press('Save'));
    expect(actions.save).toHaveBeenCalledExactlyOnceWith('job-1');
    await user.click(press('Remove'));
    expect(actions.remove).toHaveBeenCalledExactlyOnceWith('job-1');
  });

  it('goes from saving to saved, and can be saved again', async () => {
    const { change, user, actions } = showCard(row(ENDED, 'saving'));
    expect(press('Saving…')).toHaveProperty('disabled', true);
    change(row(ENDED, 'saved'));
    screen.getByText('Saved');
    await user.click(press('Save again'));
    expect(actions.save).toHaveBeenCalledOnce();
  });

  it('says in words that saving failed', () => {
    const { container } = showCard(row(ENDED, 'save failed'));
    screen.getByText('The browser could not write the file. The image is still here.');
    expect(container.textContent).not.toContain('FILE_NO_SPACE');
    press('Save');
  });

  it('that was kept shows its size once, and can be saved', async () => {
    const { actions, user, container } = showCard(row(ENDED, 'kept'));
    const facts = [...container.querySelectorAll('.job-card__facts span')];
    expect(facts.map((fact) => fact.textContent)).toEqual(['4096 × 3072', 'original kept, free']);
    expect(screen.queryByText('to 2K')).toBeNull();
    await user.click(press('Save'));
    expect(actions.save).toHaveBeenCalledExactlyOnceWith('job-1');
  });

  it('that was kept does not repeat the size of its larger original', () => {
    const { container } = showCard(row(ENDED, 'kept, a larger original'));
    screen.getByText(/^Took the larger original/);
    expect(container.textContent?.split('4096')).toHaveLength(2);
  });

  it('leads to the comparison, unless nothing was made of it', async () => {
    const { actions, user, unmount } = showCard(row(ENDED, 'done'));
    await user.click(press('Compare'));
    expect(actions.compare).toHaveBeenCalledExactlyOnceWith('job-1');
    unmount();
    for (const job of [row(ENDED, 'kept'), row(ENDED, 'cancelled'), row(RUNNING, 'generating')]) {
      const view = showCard(job);
      expect(screen.queryByRole('button', { name: 'Compare' })).toBeNull();
      view.unmount();
    }
  });

  it('warns quietly of a result of an odd size', () => {
    const { container } = showCard(row(ENDED, 'done'));
    expect(container.querySelector('.job-card__warning')).toBeNull();
    showCard({
      ...row(ENDED, 'done'),
      result: { url: 'https://p.example/r', width: 1000, height: 750 },
    });
    screen.getByText('The result is not larger than the original.');
  });

  it('keeps the rest in its menu', async () => {
    const { user } = showCard(row(ENDED, 'done'));
    await user.click(press('More'));
    screen.getByRole('menuitem', { name: 'Copy image' });
    expect(screen.queryByRole('button', { name: 'Open page' })).toBeNull();
  });
});

describe('a row says where its picture comes from', () => {
  it.each([
    [
      'a larger original',
      RUNNING['a larger original'],
      'Took the larger original (1600 × 1200) from images.example.com instead of the one on the page (300 × 225)',
    ],
    ['from the screen', RUNNING['from the screen'], 'Captured from the screen'],
  ])('%s', (_, job, note) => {
    showCard(job ?? sampleJob());
    screen.getByText(note);
  });
});

describe('a failed row', () => {
  it('goes on with 2K where 4K needs a membership', async () => {
    const { actions, user } = showCard(failedJob('membership-needed'));
    await user.click(press('Upscale to 2K'));
    expect(actions.useTarget).toHaveBeenCalledExactlyOnceWith('job-1', '2k');
  });

  it('leads to the service after risk control, and offers no retry', async () => {
    const { actions, user } = showCard(failedJob('risk-control'));
    await user.click(press('Open Jimeng'));
    expect(actions.openService).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: /retry|more/i })).toBeNull();
  });

  it('says that a retry may cost', async () => {
    const { actions, user } = showCard(failedJob('submit-unconfirmed'));
    screen.getByText('Credits may have been charged.');
    await user.click(press('Retry (may cost credits)'));
    expect(actions.retry).toHaveBeenCalledExactlyOnceWith('job-1');
  });

  it('opens the file chooser where a file would work', async () => {
    const { onChooseFile, user } = showCard(failedJob('image-heic'));
    await user.click(press('Choose a file'));
    expect(onChooseFile).toHaveBeenCalledOnce();
  });

  it('retries from the menu, by keyboard', async () => {
    const { actions, user } = showCard(failedJob('signed-out'));
    press('More').focus();
    await user.keyboard('{Enter}');
    await user.keyboard('{Enter}');
    expect(actions.retry).toHaveBeenCalledExactlyOnceWith('job-1');
  });

  it('adds the service’s own words and code where ours say little', () => {
    const { container } = showCard(failedJob('unknown-refusal'));
    expect(container.textContent).toContain('Jimeng says: 系统繁忙，请稍后再试 (code 9999)');
  });
});

it('shows both numbers of a refusal, the more specific one first, and each once', () => {
  const words = (detail: { ret: string; failCode: string }) =>
    showCard(failedJob('unknown-refusal', { detail })).container.textContent;
  expect(words({ ret: '3018', failCode: '424242' })).toContain('(code 424242, 3018)');
  expect(words({ ret: '2047', failCode: '2047' })).toContain('(code 2047)');
});

describe('a hostile name', () => {
  it.each(Object.entries(NAMES))('%s is shown as text', (_, name) => {
    const { container } = showCard(sampleJob({ name }));
    expect(container.querySelector('script, .job-card__name img')).toBeNull();
    expect(container.textContent).not.toMatch(/\p{Bidi_Control}/u);
    expect(container.querySelector('bdi')?.textContent).not.toBe('');
  });

  it('keeps the service’s words from being markup', () => {
    const { container } = showCard(
      failedJob('unknown-refusal', { detail: { said: '<b>x</b>‮<img src=x>' } }),
    );
    expect(container.querySelector('img, .job-card__note b')).toBeNull();
    expect(container.textContent).toContain('<b>x</b> <img src=x>');
  });
});
