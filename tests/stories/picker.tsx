/** Stories of the picker: pages with none to many pictures. */
import { useMemo, useState } from 'preact/hooks';
import { PickerPage } from '@/components/picker/page';
import { NOTHING_SCANNED, type PickerData, type Scan } from '@/components/picker/view';
import type { FramePicture } from '@/lib/browser/tabs/collected-frames';
import { messagesFor } from '@/lib/i18n/all-messages';
import type { Language } from '@/lib/i18n/locales/languages';
import { afterEvent, newPicker, type PickerEvent, type PickerState } from '@/lib/picker/picker';
import type { FileFacts } from '@/lib/picker/picture';
import { framePicture } from '../support/page-pictures';
import { NAMES, NOW } from './jobs';
import { drawnThumb } from './thumbs';

interface Story {
  count: number;
  /** Words about every picture. */
  alts?: readonly string[];
  /** What happens after the pictures have arrived. */
  events?: readonly PickerEvent[];
  data?: Partial<PickerData>;
}

const SIZES = [
  [1200, 800],
  [640, 960],
  [900, 900],
  [2560, 1440],
  [480, 320],
  [4096, 3072],
] as const;
const TYPES = ['jpg', 'webp', 'png'] as const;

/** Every seventh has no size yet, every eleventh looks like an icon. */
function pictureOf(at: number, alts: readonly string[] = []): FramePicture {
  const [width, height] = SIZES[at % SIZES.length] ?? SIZES[0];
  const alt = alts[at % Math.max(1, alts.length)] ?? `Picture ${at + 1}`;
  const host = at % 5 === 0 ? 'cdn.example.com' : 'gallery.example';
  return framePicture(`p${at + 1}`, {
    url: `https://${host}/pictures/${at + 1}.${TYPES[at % TYPES.length]}`,
    alt,
    ...(at % 7 !== 6 && { width, height }),
    ...(at % 11 === 10 && { isIcon: true, width: 24, height: 24 }),
    ...(at % 4 === 1 && { announced: { width: width * 3, height: height * 3 } }),
    ...(at % 6 === 5 && { announced: { width: width * 2 } }),
    ...(at % 10 === 8 && { originals: ['https://cdn.example.com/large.jpg'] }),
    ...(at % 3 === 0 && { isInSelection: true }),
    ...(at % 13 === 12 && { isGone: true }),
    ...(at % 17 === 16 && { url: `blob:https://${host}/${at}`, captureFailure: 'full' }),
  });
}

const fileOf = ({ width = 0, height = 0 }: FramePicture): FileFacts => ({
  width,
  height,
  bytes: Math.round(width * height * 0.3) + 4_000,
});

const ids = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `p${from + at}`);
const COSTS = { '2k': { credits: 2, at: NOW }, '4k': { credits: 5, at: NOW } };
const ticked = (from: number, to: number): PickerEvent => ({
  type: 'ticked',
  ids: ids(from, to),
  isOn: true,
});

export const PICKER_STORIES: Record<string, Story> = {
  picker: { count: 60, events: [ticked(2, 12)], data: { costs: COSTS } },
  'picker-searching': { count: 0, data: { scan: scanOf({ isSearching: true }) } },
  'picker-none': { count: 0 },
  'picker-forbidden': {
    count: 0,
    data: {
      scan: scanOf({ canScroll: false, outOfReach: { 'no-access': 0, forbidden: 1, closed: 0 } }),
    },
  },
  'picker-one': { count: 1, events: [{ type: 'all-ticked' }] },
  'picker-many': { count: 500, events: [{ type: 'all-ticked' }] },
  'picker-names': {
    count: 24,
    alts: Object.values(NAMES),
    events: [
      ticked(1, 9),
      {
        type: 'history-read',
        doneBefore: new Map([['https://gallery.example/pictures/2.webp', ['2k', '4k']]]),
      },
    ],
    data: {
      costs: { '2k': { credits: 30, at: NOW } },
      outcome: { kind: 'added', added: 12, unread: 1 },
    },
  },
  'picker-notices': {
    count: 18,
    events: [
      {
        type: 'filtered',
        filter: {
          ...newPicker([1], 'none', 'page').filter,
          width: { from: 600, to: 1300 },
          isOnlySelection: true,
        },
      },
    ],
    data: {
      scan: scanOf({
        outOfReach: { 'no-access': 3, forbidden: 2, closed: 1 },
        isFull: true,
        isReplaced: true,
        isAtEnd: true,
      }),
      blockedHosts: ['cdn.example.com', 'static.example'],
      tabsToRight: 3,
      tabScope: 'right',
      outcome: { kind: 'failed' },
    },
  },
  'picker-filtered': {
    count: 9,
    events: [
      { type: 'filtered', filter: { ...newPicker([1], 'none', 'page').filter, type: 'GIF' } },
    ],
  },
  'picker-narrow': { count: 60, events: [ticked(1, 6)], data: { costs: COSTS, tabsToRight: 2 } },
};

function scanOf(changed: Partial<Scan> = {}): Scan {
  return { ...NOTHING_SCANNED, canScroll: true, ...changed };
}

function begin({ count, alts, events = [] }: Story): PickerState {
  const pictures = Array.from({ length: count }, (_, at) => pictureOf(at, alts));
  const files = pictures.flatMap((each) => (each.width ? [[each.id, fileOf(each)] as const] : []));
  const all: PickerEvent[] = [
    { type: 'arrived', changed: pictures, dropped: [] },
    { type: 'read', files: new Map(files) },
    ...events,
  ];
  return all.reduce(afterEvent, newPicker([1], 'none', 'page'));
}

const log = (name: string) => () => console.log(name);

/** A story that takes clicks and keys. */
export function PickerStory({ name, language }: { name: string; language: Language }) {
  const story = PICKER_STORIES[name] ?? { count: 0 };
  const [state, setState] = useState(() => begin(story));
  const [target, setTarget] = useState(story.data?.target ?? '2k');
  const thumbs = useMemo(
    () => new Map([...state.seen.keys()].map((id, at) => [id, drawnThumb(at)])),
    [state.seen],
  );
  const actions = useMemo(
    () => ({
      dispatch: (event: PickerEvent) => setState((before) => afterEvent(before, event)),
      show: () => {},
      setTarget,
      chooseTabs: log('chooseTabs'),
      scroll: log('scroll'),
      allowEverywhere: log('allowEverywhere'),
      allowPreviews: log('allowPreviews'),
      start: log('start'),
      showHistory: log('showHistory'),
    }),
    [],
  );
  return (
    <PickerPage
      scan={scanOf()}
      blockedHosts={[]}
      tabScope="one"
      tabsToRight={0}
      costs={{}}
      account={{ site: 'jimeng', state: 'signed-in', credits: { total: 58 } }}
      outcome={{ kind: 'none' }}
      {...story.data}
      state={state}
      thumbs={thumbs}
      target={target}
      messages={messagesFor(language)}
      language={language}
      actions={actions}
    />
  );
}
