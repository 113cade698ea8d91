/** Shows one story of the popup or another page, chosen by the address: `?story=running&language=zh-CN`. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Actions } from '@/components/history/actions';
import { App } from '@/components/history/history-app';
import type { HistoryActions, HistoryView } from '@/components/history/history-view';
import type { Replacing } from '@/components/history/replacing';
import type { AccountReport } from '@/lib/browser/messages';
import { messagesFor } from '@/lib/i18n/all-messages';
import { LANGUAGES } from '@/lib/i18n/locales/languages';
import type { Intake } from '@/lib/intake/given';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Job } from '@/lib/jobs/model/job';
import { EVERYTHING, type Query } from '@/lib/jobs/model/query';
import type { ZipState } from '@/lib/jobs/model/zip-state';
import type { UsualCosts } from '@/lib/jobs/rules/known-cost';
import { BAR_STORIES } from './bars';
import { BATCH_STORIES } from './batches';
import { COMPARE_STORIES, CompareStory } from './compare';
import { drawnThumbs } from './gallery';
import { historyOf } from './history';
import { INTAKE_STORIES } from './intake';
import {
  asList,
  ENDED,
  FAILED,
  failedJob,
  manyJobs,
  NAMES,
  NOW,
  RUNNING,
  sampleJob,
  WAITING,
} from './jobs';
import { OPTIONS_STORIES, OptionsStory } from './options';
import { PICKER_STORIES, PickerStory } from './picker';
import { READER_STORIES, ReaderStory } from './reader';
import { TOAST_STORIES, ToastStory } from './toast';
import { BOTH_SIGNED_IN, TWO_SITES } from './two-sites';
import { WELCOME_STORIES, WelcomeStory } from './welcome';

interface Story {
  /** Whether the clipboard takes a picture. */
  isCopied?: boolean;
  jobs: Job[];
  account?: AccountReport;
  target?: Target;
  focusedJobId?: string;
  history?: Partial<HistoryView>;
  isOutOfReach?: boolean;
  zip?: ZipState;
  replacing?: Replacing;
  justDone?: number;
  costs?: UsualCosts;
  /** What comes of the text that the story pastes. */
  intake?: Intake | 'reading';
}

const named = (jobs: Record<string, Job>) =>
  asList(Object.entries(jobs).map(([name, job]) => ({ ...job, name })));

const failures = named(FAILED);
const third = Math.ceil(failures.length / 3);
const first = (jobs: Record<string, Job>, key: string): Job => jobs[key] ?? sampleJob();

const asEntries = (jobs: Job[]) => jobs.map((job) => [job.id, job] as const);
const found = (jobs: Job[], query: Query): Partial<HistoryView> => {
  const { entries } = historyOf(jobs, { query });
  return { query, entries };
};
const MIXED = asList([
  { ...first(RUNNING, 'generating'), name: 'harbour-at-dawn' },
  { ...first(WAITING, 'permission'), name: 'mushroom study' },
  { ...first(ENDED, 'done'), name: 'night-lake' },
  { ...first(FAILED, 'membership-needed'), name: 'poster-draft-final-v7' },
  { ...first(ENDED, 'saved'), name: 'portrait of a stranger', createdAt: NOW - 90_000_000 },
]);

/** A history that is handsome enough for the store. */
const SHOWCASE = asList([
  { ...first(RUNNING, 'generating'), name: 'harbour-at-dawn' },
  {
    ...first(ENDED, 'from a file'),
    name: 'evening-light',
  },
  { ...first(ENDED, 'done'), name: 'night-lake' },
  { ...first(ENDED, 'saved'), name: 'balloons over fields' },
  { ...first(WAITING, 'permission'), name: 'the cat of the house' },
  ...['a thousand windows', 'portrait with freckles', 'study of a mushroom', 'detail matters'].map(
    (name) => ({ ...first(ENDED, 'saved'), name, createdAt: NOW - 90_000_000 }),
  ),
]);

const STORIES: Record<string, Story> = {
  empty: { jobs: [] },
  'empty-signed-out': { jobs: [], account: { site: 'jimeng', state: 'signed-out' }, target: '4k' },
  one: { jobs: asList([first(RUNNING, 'generating')]) },
  mixed: { jobs: MIXED },
  'two-sites': { jobs: TWO_SITES, account: BOTH_SIGNED_IN },
  'batch-waiting': {
    jobs: MIXED,
    costs: { '2k': { credits: 2, at: NOW } },
    history: {
      waitingBatches: [
        { id: 'w', name: 'holiday 2026', size: 40 },
        { id: 'v', name: 'Volume 1', size: 12 },
      ],
    },
  },
  ...BATCH_STORIES,
  showcase: { jobs: SHOWCASE },
  running: { jobs: named(RUNNING) },
  waiting: { jobs: named(WAITING) },
  'signed-out': {
    jobs: asList([first(WAITING, 'sign-in'), first(WAITING, 'sign-in'), first(ENDED, 'done')]),
    account: { site: 'jimeng', state: 'signed-out' },
  },
  'signed-out-containers': {
    jobs: asList([first(WAITING, 'sign-in')]),
    account: { site: 'jimeng', state: 'signed-out', otherJars: 'containers' },
  },
  'other-account': {
    jobs: [
      ...named(WAITING).filter(({ waiting }) => waiting?.reason === 'other-account'),
      {
        ...failedJob('submit-unconfirmed', { at: 'submitting' }),
        id: 'unconfirmed',
        name: 'unconfirmed, account not known',
        submission: { submitId: 's', tool: 'smart-hd', at: NOW - 200_000 },
      },
    ],
  },
  // scripts/pictures/stories.ts presses the first button in it.
  'page-way': {
    jobs: asList([
      { ...first(FAILED, 'page-signature-missing'), name: 'harbour-at-dawn' },
      { ...first(FAILED, 'page-signature-missing'), name: 'night-lake' },
      { ...first(WAITING, 'page consent'), name: 'portrait of a stranger' },
      { ...first(FAILED, 'page-unavailable'), name: 'mushroom study' },
    ]),
  },
  'no-access': { jobs: named(ENDED), account: { site: 'jimeng', state: 'no-access' } },
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
  // The large ones are made on demand: they would slow every other story.
  get 'five-thousand'() {
    return { jobs: manyJobs(5_000) };
  },
  get 'search-hit'() {
    const jobs = manyJobs(5_000);
    return { jobs, history: found(jobs, { ...EVERYTHING, words: 'picture 12', sort: 'name' }) };
  },
  'search-nothing': {
    jobs: manyJobs(50),
    history: found(manyJobs(50), { ...EVERYTHING, words: '斑马', filter: 'needs' }),
  },
  // scripts/pictures/stories.ts presses "Select" in it, and chooses two rows.
  selection: { jobs: manyJobs(24) },
  ...INTAKE_STORIES,
  joined: { jobs: manyJobs(4), history: { joined: { jobId: 'job-1', target: '2k', at: NOW } } },
  'just-done': { jobs: manyJobs(4), justDone: 3 },
  ...BAR_STORIES,
  undo: { jobs: manyJobs(4), history: { removal: { at: NOW, count: 3 } } },
  unread: { jobs: manyJobs(9), history: { jobs: new Map(asEntries(manyJobs(3))) } },
  focused: { jobs: named(WAITING), focusedJobId: 'job-5' },
  // scripts/pictures/stories.ts presses "More" in these, and "Copy image" where that is the name.
  'screen-menu': { jobs: asList([first(WAITING, 'permission'), first(ENDED, 'done')]) },
  'done-menu': { jobs: named(ENDED).slice(2, 5) },
  'copy-done': { jobs: named(ENDED).slice(2, 5), isCopied: true },
  'copy-failed': { jobs: named(ENDED).slice(2, 5) },
  panel: { jobs: MIXED },
  'panel-narrow': { jobs: asList([...SHOWCASE, ...named(WAITING)]) },
  'panel-showcase': { jobs: SHOWCASE },
  'panel-wide': { jobs: manyJobs(40) },
  'panel-empty': { jobs: [], account: { site: 'jimeng', state: 'signed-out' } },
  'panel-out-of-reach': { jobs: MIXED, isOutOfReach: true },
};

const query = new URLSearchParams(location.search);
const chosen = query.get('story') ?? 'mixed';
const story = STORIES[chosen] ?? { jobs: [] };
const isPanel = chosen.startsWith('panel');
const optionsStory = OPTIONS_STORIES[chosen];
const welcomeStory = WELCOME_STORIES[chosen];
const compareStory = COMPARE_STORIES[chosen];
if (chosen in PICKER_STORIES) await import('@/entrypoints/picker/style.css');
else if (chosen in READER_STORIES) await import('@/entrypoints/reader/style.css');
else if (compareStory) await import('@/entrypoints/compare/style.css');
else if (welcomeStory) await import('@/entrypoints/welcome/style.css');
else if (optionsStory) await import('@/entrypoints/options/style.css');
else if (isPanel) await import('@/entrypoints/sidepanel/style.css');
else await import('@/entrypoints/popup/style.css');
const language = LANGUAGES.find((each) => each === query.get('language')) ?? 'en';
document.documentElement.lang = language;

const log = (name: string) => () => console.log(name);
const actions: Actions & HistoryActions = {
  save: log('save'),
  saveAs: log('saveAs'),
  copy: async () => story.isCopied === true,
  compare: log('compare'),
  upscaleAgain: log('upscaleAgain'),
  retry: log('retry'),
  startOver: log('startOver'),
  cancel: log('cancel'),
  remove: log('remove'),
  openPage: log('openPage'),
  allow: log('allow'),
  allowService: log('allowService'),
  signIn: log('signIn'),
  openWelcome: log('openWelcome'),
  openService: log('openService'),
  useSite: log('useSite'),
  mayUsePage: async () => false,
  agreeToPage: async () => console.log('agreeToPage'),
  continueInPage: log('continueInPage'),
  skipPage: log('skipPage'),
  useTarget: log('useTarget'),
  useExisting: log('useExisting'),
  upscaleAnyway: log('upscaleAnyway'),
  addImages: (_offered, _target, onAdded) => {
    if (story.intake !== 'reading') return Promise.resolve(story.intake);
    onAdded(37);
    return new Promise(() => {});
  },
  allowPatterns: log('allowPatterns'),
  setTarget: log('setTarget'),
  keepOriginal: log('keepOriginal'),
  useShown: log('useShown'),
  useScreen: log('useScreen'),
  pickImage: log('pickImage'),
  chooseSeveral: log('chooseSeveral'),
  openOptions: log('openOptions'),
  checkConnection: log('checkConnection'),
  dismissFull: log('dismissFull'),
  ask: log('ask'),
  show: () => {},
  readAll: log('readAll'),
  saveAll: log('saveAll'),
  saveZip: log('saveZip'),
  saveList: log('saveList'),
  dismissZip: log('dismissZip'),
  retryAll: log('retryAll'),
  removeAll: log('removeAll'),
  readAgain: log('readAgain'),
  goTo: log('goTo'),
  undoRemoval: log('undoRemoval'),
  pauseAll: log('pauseAll'),
  compareDone: log('compareDone'),
  startBatch: log('startBatch'),
  discardBatch: log('discardBatch'),
  pauseBatch: log('pauseBatch'),
  resumeBatch: log('resumeBatch'),
  setBatchBudget: log('setBatchBudget'),
  cancelBatchRest: log('cancelBatchRest'),
  retryBatchFailed: log('retryBatchFailed'),
  answerBatch: log('answerBatch'),
  removeBatch: log('removeBatch'),
  readBatch: log('readBatch'),
};
function Stage() {
  // With `?live`, time passes: to see the motion.
  const [now, setNow] = useState(NOW);
  useEffect(() => {
    if (!query.has('live')) return;
    const timer = setInterval(() => setNow((before) => before + 1000), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (!story.intake) return;
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'pasted');
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
  }, []);
  return (
    <App
      history={historyOf(story.jobs, { thumbs: drawnThumbs(story.jobs), ...story.history })}
      account={story.account ?? { site: 'jimeng', state: 'signed-in', credits: { total: 58 } }}
      now={now}
      target={story.target ?? '2k'}
      messages={messagesFor(language)}
      language={language}
      actions={actions}
      focusedJobId={story.focusedJobId}
      zip={story.zip}
      replacing={story.replacing}
      justDone={story.justDone}
      costs={story.costs}
      openPanel={isPanel ? undefined : log('openPanel')}
      allowEverywhere={story.isOutOfReach ? log('allowEverywhere') : undefined}
    />
  );
}

render(
  compareStory ? (
    <CompareStory story={compareStory} language={language} />
  ) : optionsStory ? (
    <OptionsStory story={optionsStory} language={language} />
  ) : welcomeStory ? (
    <WelcomeStory story={welcomeStory} language={language} />
  ) : chosen in PICKER_STORIES ? (
    <PickerStory name={chosen} language={language} />
  ) : chosen in READER_STORIES ? (
    <ReaderStory name={chosen} language={language} />
  ) : chosen in TOAST_STORIES ? (
    <ToastStory name={chosen} language={language} />
  ) : (
    <Stage />
  ),
  document.body,
);
document.documentElement.dataset.stories = [
  STORIES,
  OPTIONS_STORIES,
  WELCOME_STORIES,
  COMPARE_STORIES,
  PICKER_STORIES,
  READER_STORIES,
  TOAST_STORIES,
]
  .flatMap(Object.keys)
  .join(' ');
