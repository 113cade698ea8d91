/** Stories of the compare page: real pictures, drawn small and large, and really compared. */
import { useEffect, useState } from 'preact/hooks';
import type { CheckState } from '@/components/compare/check';
import { ComparePage, type ComparePageProps } from '@/components/compare/page';
import type { CompareChoices, CompareMode } from '@/lib/browser/storage/compare-choices';
import { messagesFor } from '@/lib/i18n/all-messages';
import type { Language } from '@/lib/i18n/locales/languages';
import { checkFidelity } from '@/lib/images/quality/fidelity-check';
import type { Job } from '@/lib/jobs/model/job';
import { ENDED, FAILED, NAMES, NOW, RUNNING, sampleJob, WAITING } from './jobs';

interface Drawing {
  width: number;
  height: number;
  /** Text on the sail; another one is a changed picture. */
  words: string;
}

interface Story {
  job: Job | undefined;
  before?: Drawing;
  after?: Drawing;
  mode?: CompareMode;
  props?: Partial<ComparePageProps>;
}

const done = ENDED.done ?? sampleJob();

/** A finished row of these sizes, px. */
function finished(
  [w, h]: [number, number],
  [W, H]: [number, number],
  parts: Partial<Job> = {},
): Job {
  const source = done.source && {
    ...done.source,
    width: w,
    height: h,
    sentWidth: w,
    sentHeight: h,
  };
  const result = done.result && { ...done.result, width: W, height: H };
  return { ...done, ...(source && { source }), ...(result && { result }), ...parts };
}

const drawn = (width: number, height: number, words = 'SEA 7'): Drawing => ({
  width,
  height,
  words,
});

const usual: Story = {
  job: finished([480, 360], [2880, 2160]),
  before: drawn(480, 360),
  after: drawn(1440, 1080),
};

export const COMPARE_STORIES: Record<string, Story> = {
  compare: usual,
  'compare-showcase': {
    job: finished([160, 120], [2880, 2160], { name: 'sailing boat' }),
    before: drawn(160, 120),
    after: drawn(1440, 1080),
  },
  'compare-differs': { ...usual, after: drawn(1440, 1080, 'TEA 1') },
  'compare-folded': {
    ...usual,
    job: finished([480, 360], [2880, 2160], {
      submission: { submitId: 's', tool: 'smart-hd', at: NOW - 14_000, outcome: 'done' },
      pastSubmissions: [
        { submitId: 's-0', tool: 'super-resolution', at: NOW - 30_000, outcome: 'failed' },
      ],
      source: {
        ...(done.source as NonNullable<Job['source']>),
        type: 'avif',
        width: 480,
        height: 360,
        sentType: 'png',
        sentWidth: 480,
        sentHeight: 360,
        changes: ['converted', 'turned-upright', 'colours'],
        colours: 'Display P3',
        transparency: { kind: 'kept' },
        via: 'larger-original',
      },
    }),
    props: { costOf: ({ target }) => (target === '4k' ? 3 : 1) },
  },
  'compare-before-missing': { job: usual.job, after: drawn(1440, 1080) },
  'compare-result-missing': { job: usual.job, before: drawn(480, 360) },
  'compare-running': { job: { ...(RUNNING.generating ?? done) }, before: drawn(480, 360) },
  'compare-failed': {
    job: FAILED['generation-failed'] ?? done,
    before: drawn(480, 360),
  },
  'compare-waiting': { job: WAITING.permission ?? done },
  'compare-removed': { job: undefined },
  'compare-tall': {
    job: finished([120, 900], [512, 3840]),
    before: drawn(120, 900),
    after: drawn(256, 1920),
  },
  'compare-wide': {
    job: finished([900, 120], [3840, 512]),
    before: drawn(900, 120),
    after: drawn(1920, 256),
  },
  'compare-odd': {
    job: finished([480, 360], [1200, 1200], { name: NAMES.long ?? '' }),
    before: drawn(480, 360),
    after: drawn(1200, 1200),
  },
  'compare-lens': { ...usual, mode: 'lens' },
  'compare-side': { ...usual, mode: 'side' },
  'compare-blink': { ...usual, mode: 'blink' },
  'compare-fade': { ...usual, after: drawn(1440, 1080, 'TEA 1'), mode: 'difference' },
  'compare-pairs': {
    ...usual,
    props: {
      place: { at: 3, of: 12, kept: 2, discarded: 1, isKept: true },
      canUndo: true,
      shift: { x: 1.6, y: -1.2 },
      results: [
        finished([480, 360], [2880, 2160]),
        finished([480, 360], [4096, 3072], {
          id: 'other',
          options: { ...done.options, target: '4k' },
          submission: { submitId: 's', tool: 'super-resolution', at: NOW, outcome: 'done' },
        }),
      ],
    },
  },
  'compare-narrow': { ...usual, job: { ...finished([480, 360], [2880, 2160]), ...saved() } },
};

function saved(): Partial<Job> {
  const { saved: state } = ENDED.saved ?? {};
  return state ? { saved: state, name: NAMES.cjk ?? '' } : {};
}

const log = (name: string) => () => console.log(name);
const actions: ComparePageProps['actions'] = {
  save: log('save'),
  saveAs: log('saveAs'),
  copy: async () => true,
  open: log('open'),
  openPage: log('openPage'),
  upscaleAgain: log('upscaleAgain'),
  copyPart: async () => true,
  step: log('step'),
  keep: log('keep'),
  discard: log('discard'),
  undo: log('undo'),
  chooseLeft: log('chooseLeft'),
  chooseRight: log('chooseRight'),
};

interface Made {
  before?: string;
  after?: string;
  check: CheckState;
}

/** A story with its pictures; `data-ready` once they are there. */
export function CompareStory({ story, language }: { story: Story; language: Language }) {
  const [made, setMade] = useState<Made>();
  const [choices, setChoices] = useState<CompareChoices>({
    mode: story.mode ?? 'slider',
    isPixelated: false,
  });
  useEffect(() => void make(story).then(setMade), [story]);
  useEffect(() => {
    if (made) document.querySelector('.compare')?.setAttribute('data-ready', '');
  }, [made]);
  if (!made) return null;
  return (
    <ComparePage
      job={story.job}
      before={made.before}
      after={made.after}
      check={made.check}
      canOpen
      canRepeat
      results={[]}
      canUndo={false}
      choices={choices}
      onChoices={setChoices}
      costOf={() => undefined}
      now={NOW}
      messages={messagesFor(language)}
      language={language}
      actions={actions}
      {...story.props}
    />
  );
}

async function make({ before, after }: Story): Promise<Made> {
  const [first, second] = await Promise.all([before && draw(before), after && draw(after)]);
  return {
    ...(first && { before: URL.createObjectURL(first) }),
    ...(second && { after: URL.createObjectURL(second) }),
    check: second ? await checkFidelity(second, first) : 'unknown',
  };
}

/** The same drawing at any size: fine lines are lost in a small one, as in a small photograph. */
async function draw({ width, height, words }: Drawing): Promise<Blob> {
  const waves = Array.from({ length: 60 }, (_, at) => {
    const y = 200 + at * 1.8;
    return `<path d="M0 ${y}q10 ${3 - (at % 3)} 20 0t20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0 20 0" stroke="hsl(${200 + (at % 7) * 4} 60% ${70 - at * 0.7}%)" fill="none" stroke-width=".9"/>`;
  }).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 400 300" preserveAspectRatio="none">
    <linearGradient id="s" x2="0" y2="1"><stop stop-color="#24508a"/><stop offset=".6" stop-color="#f6bd60"/><stop offset="1" stop-color="#f28482"/></linearGradient>
    <rect width="400" height="300" fill="url(#s)"/><circle cx="300" cy="150" r="30" fill="#fff3d6"/><rect y="198" width="400" height="102" fill="#16324f"/>${waves}
    <path d="M150 60v140h-70z" fill="#fdf6e9"/><path d="M156 70v130h58z" fill="#e8d9c0"/><path d="M60 206h170l-24 28H86z" fill="#5b2a1f"/><path d="M153 40v170" stroke="#3a1a12" stroke-width="4"/>
    <text x="100" y="190" font-family="sans-serif" font-weight="bold" font-size="14" fill="#8c2f1b">${words}</text></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return canvas.convertToBlob();
}
