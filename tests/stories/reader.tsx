/** Stories of the reader: chapters of drawn pages, whole and on their way. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { ReaderPage } from '@/components/reader/page';
import type { Leaf, LeafPicture, ReaderActions } from '@/components/reader/view';
import { messagesFor } from '@/lib/i18n/all-messages';
import type { Language } from '@/lib/i18n/locales/languages';
import type { Batch } from '@/lib/jobs/model/batch';
import type { HistoryTrouble } from '@/lib/jobs/model/history-trouble';
import type { Job } from '@/lib/jobs/model/job';
import { DEFAULT_CHOICES, type ReaderChoices } from '@/lib/reader/choices';
import type { Place } from '@/lib/reader/strip';
import { ENDED, FAILED, NAMES, RUNNING, sampleJob, WAITING } from './jobs';

interface Story {
  leaves: Leaf[];
  /** Ids of jobs of which nothing is stored. */
  without?: readonly string[];
  batch?: Partial<Batch> | 'gone';
  choices?: Partial<ReaderChoices>;
  start?: Place;
  trouble?: HistoryTrouble;
}

/** Jobs of a chapter, in the order of its pages: by state, px of their sources. */
function chapter(states: readonly (Job | undefined)[], [width, height] = [800, 1200]): Leaf[] {
  return states.map((state = sampleJob(), at) => {
    const { source } = ENDED.done ?? {};
    const size = { width, height, sentWidth: width, sentHeight: height };
    const job: Job = {
      ...state,
      id: `page-${at + 1}`,
      name: `harbour ${at + 1}`,
      batch: { id: 'batch', index: at + 1 },
      ...(source && { source: { ...source, ...size } }),
      ...(state.result && { result: { ...state.result, width: width * 2, height: height * 2 } }),
    };
    return { job, isGone: false };
  });
}

const times = (count: number, state: Job | undefined) => Array<Job | undefined>(count).fill(state);
const done = (count: number) => times(count, ENDED.done);
const onTheWay = chapter([
  ...done(3),
  RUNNING.generating,
  FAILED['content-refused'],
  WAITING.permission,
  ...times(3, RUNNING.queued),
]);
const isGone = (leaf: Leaf) => ({ ...leaf, isGone: true });

const STORIES: Record<string, Story> = {
  reader: { leaves: chapter(done(12)) },
  'reader-double-right-to-left': {
    leaves: chapter(done(12)),
    choices: { layout: 'double', direction: 'rtl', fit: 'height' },
    start: { index: 4, share: 0 },
  },
  'reader-single': {
    leaves: onTheWay,
    choices: { layout: 'single', fit: 'height' },
    start: { index: 3, share: 0 },
  },
  'reader-failed': { leaves: onTheWay, start: { index: 4, share: 0 } },
  'reader-limit': {
    leaves: onTheWay,
    batch: { paused: { by: 'budget', at: 0 }, name: NAMES.long ?? '' },
    start: { index: 7, share: 0 },
  },
  'reader-empty-frames': {
    leaves: [...onTheWay.slice(0, 2).map(isGone), ...onTheWay.slice(2)],
    without: ['page-1', 'page-2', 'page-4', 'page-7'],
    choices: { layout: 'double', fit: 'height' },
  },
  'reader-long-parts': { leaves: chapter(done(6), [800, 5000]), choices: { isCapped: true } },
  // scripts/pictures/stories.ts opens the panel in those that end in `-view`.
  'reader-view': { leaves: chapter(done(12)), choices: { layout: 'double', fit: 'height' } },
  'reader-narrow-view': { leaves: onTheWay, start: { index: 5, share: 0 } },
  'reader-gone': { leaves: [], batch: 'gone' },
  'reader-unreadable': { leaves: [], trouble: 'unreadable' },
};
export const READER_STORIES = STORIES;

const BATCH: Batch = {
  id: 'batch',
  name: 'Harbour photographs',
  createdAt: 0,
  target: '2k',
  size: 12,
  leftOut: { large: 0, known: 0 },
};

/** A page with a number on it, and lines as fine as lettering. */
function drawn({ job }: Leaf): string {
  const { width = 800, height = 1200 } = job.source ?? {};
  const lines = Array.from({ length: Math.floor(height / 60) }, (_, at) => {
    const y = 40 + at * 60;
    return `<path d="M40 ${y}h${width - 80}" stroke="#334" stroke-width="${1 + (at % 3)}"/>`;
  }).join('');
  const hue = ((job.batch?.index ?? 0) * 47) % 360;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue} 60% 88%)"/>${lines}<text x="50%" y="200" text-anchor="middle" font-family="sans-serif" font-size="160" font-weight="bold" fill="hsl(${hue} 60% 30%)">${job.batch?.index}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** A story; `data-ready` once its pages are there. */
export function ReaderStory({ name, language }: { name: string; language: Language }) {
  const story = STORIES[name] ?? { leaves: [] };
  const pictures = useMemo(() => {
    const { without = [] } = story;
    return new Map<string, LeafPicture>(
      story.leaves.map((leaf) => [
        leaf.job.id,
        without.includes(leaf.job.id)
          ? { kind: 'none' }
          : { kind: leaf.job.stage === 'done' ? 'result' : 'source', url: drawn(leaf) },
      ]),
    );
  }, [story]);
  const [isReady, setReady] = useState(false);
  useEffect(() => void setTimeout(() => setReady(true), 300), []);
  useEffect(() => {
    if (isReady) document.querySelector('.reader')?.setAttribute('data-ready', '');
  }, [isReady]);
  const { batch = {} } = story;
  return (
    <ReaderPage
      batch={batch === 'gone' ? undefined : { ...BATCH, ...batch }}
      leaves={story.leaves}
      isAllPaused={false}
      pictures={pictures}
      choices={{ ...DEFAULT_CHOICES, ...story.choices }}
      start={story.start ?? { index: 0, share: 0 }}
      trouble={story.trouble}
      onTryAgain={() => console.log('tryAgain')}
      messages={messagesFor(language)}
      language={language}
      actions={ACTIONS}
    />
  );
}

const ACTIONS: ReaderActions = {
  show: () => {},
  wantOriginals: () => {},
  choose: (choices) => console.log('choose', choices),
  keepPlace: () => {},
};
