import { pluralIn } from '../plural';

const plural = pluralIn('en');

/** English messages of the picker. */
export const picker = {
  title: 'Choose images',
  /** Accessible name of the tiles. */
  grid: 'Images on the page',
  /** Describes the tiles. */
  hint: 'Click an image to tick it. Shift ticks a range, dragging ticks all in the frame. By keyboard: arrows, Space, Ctrl+A.',
  /** Numbers of the shown and of all images. */
  shown: (shown: string, all: string) => `${shown} of ${all}`,
  scroll: {
    start: 'Scroll for me',
    stop: 'Stop scrolling',
    hint: 'Goes to the page and scrolls to its end, so that images that load late appear here.',
    ended: 'Scrolled to the end',
  },
  tabs: {
    title: 'Tabs',
    one: 'This tab',
    /** Follows the words of `one`. */
    right: plural({ other: 'and # to the right' }),
  },
  ticks: {
    title: 'Tick',
    all: 'All',
    none: 'None',
    invert: 'Invert',
    /** What is ticked before the person ticks anything. */
    start: 'At the start',
    starts: {
      none: 'none ticked',
      all: 'all ticked',
    },
  },
  filters: {
    title: 'Filters',
    width: 'Width',
    height: 'Height',
    widthFrom: 'Width from, pixels',
    widthTo: 'Width to, pixels',
    heightFrom: 'Height from, pixels',
    heightTo: 'Height to, pixels',
    shape: 'Shape',
    shapes: {
      any: 'Any shape',
      landscape: 'Landscape',
      portrait: 'Upright',
      square: 'Square',
    },
    type: 'File type',
    anyType: 'Any type',
    host: 'Host',
    anyHost: 'Any host',
    noHost: 'In the page itself',
    icons: 'Show what looks like an icon',
    selection: 'Only in the selected text',
    ticked: 'Only ticked',
    reset: 'Reset filters',
    /** Opens those beside the size; how many of them are on, empty for none. */
    more: (count: string) => (count ? `More filters (${count})` : 'More filters'),
    /** Images that are not shown. */
    hidden: plural({ other: '# hidden by the filters' }),
    showAll: 'Show all',
    sort: 'Sort',
    sorts: {
      page: 'Page order',
      pixels: 'Most pixels',
      bytes: 'Largest file',
    },
  },
  tile: {
    unnamed: 'Image',
    noSize: 'Size not known yet',
    /** Size of a larger version that the page announces. */
    original: (size: string) => `original ${size}`,
    originalWide: (px: string) => `original ${px} px wide`,
    hasOriginal: 'larger original',
    done: (target: string) => `Upscaled to ${target} before`,
    gone: 'no longer on the page',
    unreadable: 'cannot be read',
  },
  start: {
    ticked: plural({ other: '# ticked' }),
    hidden: plural({ other: '# of them hidden by the filters' }),
    untickHidden: 'Untick them',
    /** Images that will be ticked. */
    pending: plural({
      one: '# more once the size is known',
      other: '# more once their size is known',
    }),
    large: plural({ other: '# large already' }),
    withLarge: 'Upscale large ones too',
    done: plural({ other: '# in your history already, free' }),
    withDone: 'Upscale these again',
    cost: plural({ one: 'about # credit', other: 'about # credits' }),
    free: 'free, as last time',
    costUnknown: 'Cost not known yet: the first one tells.',
    /** Credits that remain. */
    left: plural({ other: '# left afterwards' }),
    short: 'Not enough credits for all: the rest waits.',
    /** The number of images, as text; empty for none. */
    button: (count: string) => (count ? `Upscale ${count}` : 'Upscale'),
    busy: 'Reading the images…',
    added: plural({ other: '# added' }),
    unread: plural({ other: '# could not be read' }),
    failed: 'The images could not be added. Nothing was charged. Try again.',
    history: 'Show history',
  },
  notices: {
    reach: plural({ one: '# tab cannot be accessed', other: '# tabs cannot be accessed' }),
    reachText:
      'The extension can only read a page where you have just used it, or a site that you have allowed. Pages of the browser itself are never readable.',
    forbidden: plural({ one: 'This page cannot be read', other: '# pages cannot be read' }),
    forbiddenText:
      'Browsers keep extensions out of their own pages, their extension stores and error pages. Open the picker on another page.',
    closed: plural({
      one: 'The tab was closed. What has an address can still be upscaled.',
      other: '# tabs were closed. What has an address can still be upscaled.',
    }),
    previews: plural({ one: 'Show previews: allow # host', other: 'Show previews: allow # hosts' }),
    searching: 'Looking for images…',
    none: 'No images were found on this page yet. Scroll it, and they appear here.',
    filtered: 'The filters hide all images.',
    full: 'The page has more images than can be listed. These are the first ones.',
    replaced: 'Another window of the picker has taken over this tab. Reload to continue here.',
  },
};

/** Shape of these messages in every language. */
export type Picker = typeof picker;
