/** Shows one story of the popup or the options page, chosen by the address: `?story=running&language=zh-CN`. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AccountView } from '@/components/account-view';
import type { Actions } from '@/components/actions';
import { App } from '@/components/app';
import { OptionsPage, type OptionsPageProps } from '@/components/options-page';
import { LANGUAGES } from '@/lib/i18n/language';
import { messagesFor } from '@/lib/i18n/messages';
import type { Target } from '@/lib/jimeng/tools';
import type { Job } from '@/lib/jobs/job';
import { asList, ENDED, FAILED, manyJobs, NAMES, NOW, RUNNING, sampleJob, WAITING } from './jobs';
import { drawnThumb } from './thumbs';

interface Story {
  jobs: Job[];
  account?: AccountView;
  target?: Target;
  focusedJobId?: string;
}

const named = (jobs: Record<string, Job>) =>
  asList(Object.entries(jobs).map(([name, job]) => ({ ...job, name })));

const failures = named(FAILED);
const third = Math.ceil(failures.length / 3);
const first = (jobs: Record<string, Job>, key: string): Job => jobs[key] ?? sampleJob();

const STORIES: Record<string, Story> = {
  empty: { jobs: [] },
  'empty-signed-out': { jobs: [], account: { state: 'signed-out' }, target: '4k' },
  one: { jobs: asList([first(RUNNING, 'generating')]) },
  mixed: {
    jobs: asList([
      { ...first(RUNNING, 'generating'), name: 'harbour-at-dawn' },
      { ...first(WAITING, 'permission'), name: 'mushroom study' },
      { ...first(ENDED, 'done'), name: 'night-lake' },
      { ...first(FAILED, 'membership-needed'), name: 'poster-draft-final-v7' },
      { ...first(ENDED, 'saved'), name: 'portrait of a stranger', createdAt: NOW - 90_000_000 },
    ]),
  },
  running: { jobs: named(RUNNING) },
  waiting: { jobs: named(WAITING) },
  'signed-out': {
    jobs: asList([first(WAITING, 'sign-in'), first(WAITING, 'sign-in'), first(ENDED, 'done')]),
    account: { state: 'signed-out' },
  },
  'no-access': { jobs: named(ENDED), account: { state: 'no-access' } },
  ended: { jobs: named(ENDED) },
  'failed-1': { jobs: failures.slice(0, third) },
  'failed-2': { jobs: failures.slice(third, 2 * third) },
  'failed-3': { jobs: failures.slice(2 * third) },
  names: {
    jobs: asList(
      Object.values(NAMES).flatMap((name) => [
        { ...first(ENDED, 'done'), name },
        { ...first(RUNNING, 'generating'), name },
      ]),
    ),
  },
  fifty: { jobs: manyJobs(50) },
  focused: { jobs: named(WAITING), focusedJobId: 'job-5' },
  // shoot.ts presses "More" in it.
  'screen-menu': { jobs: asList([first(WAITING, 'permission'), first(ENDED, 'done')]) },
};

type OptionsStory = Pick<OptionsPageProps, 'settings' | 'access' | 'shortcut'>;

const OPTIONS: OptionsStory = {
  settings: { target: '2k', upscaler: 'auto', isPointerMenuOn: false },
  access: { everywhere: false, sites: [], service: true },
  shortcut: 'Alt+Shift+U',
};
const SITES = ['cdn.example.com', 'images-eu-west-1.production.a-rather-long-name.example.com'];

const OPTIONS_STORIES: Record<string, OptionsStory> = {
  options: OPTIONS,
  'options-used': {
    settings: { target: '4k', upscaler: 'smart-hd', isPointerMenuOn: true },
    access: { everywhere: true, sites: SITES, service: false },
    shortcut: '',
  },
  'options-narrow': { ...OPTIONS, access: { everywhere: false, sites: SITES, service: false } },
};

const query = new URLSearchParams(location.search);
const chosen = query.get('story') ?? 'mixed';
const story = STORIES[chosen] ?? { jobs: [] };
const optionsStory = OPTIONS_STORIES[chosen];
await (optionsStory
  ? import('@/entrypoints/options/style.css')
  : import('@/entrypoints/popup/style.css'));
const language = LANGUAGES.find((each) => each === query.get('language')) ?? 'en';
document.documentElement.lang = language;

const log = (name: string) => () => console.log(name);
const actions: Actions = {
  save: log('save'),
  retry: log('retry'),
  cancel: log('cancel'),
  remove: log('remove'),
  openPage: log('openPage'),
  allow: log('allow'),
  allowService: log('allowService'),
  signIn: log('signIn'),
  openService: log('openService'),
  useTarget: log('useTarget'),
  useExisting: log('useExisting'),
  upscaleAnyway: log('upscaleAnyway'),
  addFiles: log('addFiles'),
  setTarget: log('setTarget'),
  keepOriginal: log('keepOriginal'),
  useScreen: log('useScreen'),
  pickImage: log('pickImage'),
  openOptions: log('openOptions'),
};
const optionsActions: OptionsPageProps['actions'] = {
  change: log('change'),
  allowEverywhere: log('allowEverywhere'),
  revokeEverywhere: log('revokeEverywhere'),
  revoke: log('revoke'),
  allowService: log('allowService'),
  openShortcuts: log('openShortcuts'),
};

function Stage() {
  // With `?live`, time passes: to see the motion.
  const [now, setNow] = useState(NOW);
  useEffect(() => {
    if (!query.has('live')) return;
    const timer = setInterval(() => setNow((before) => before + 1000), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <App
      jobs={story.jobs}
      account={story.account ?? { state: 'signed-in', credits: { total: 58 } }}
      now={now}
      target={story.target ?? '2k'}
      thumbs={(id) => (id === 'job-2' ? undefined : drawnThumb(Number(id.slice(4))))}
      messages={messagesFor(language)}
      language={language}
      actions={actions}
      focusedJobId={story.focusedJobId}
    />
  );
}

render(
  optionsStory ? (
    <OptionsPage
      {...optionsStory}
      messages={messagesFor(language)}
      language={language}
      actions={optionsActions}
    />
  ) : (
    <Stage />
  ),
  document.body,
);
document.documentElement.dataset.stories = Object.keys({ ...STORIES, ...OPTIONS_STORIES }).join(
  ' ',
);
