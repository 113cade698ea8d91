import type { ReplaceWords } from '@/lib/page/replace/contract';
import type { WordsData } from '@/lib/page/ui/words';
import type { Language } from '../languages';
import type { PluralForms } from '../plural';
import { menu } from './menu';
import { siteNames } from './sites';

type FinderWords = Required<WordsData> & { nothing: string };

/**
 * Messages of the background: menus, toolbar button, toasts and finder. Plain data, because the
 * background cannot load code later: the other languages are files that it fetches.
 * `{name}` is a parameter, `#` a number.
 */
export const background = {
  /** Value of the `lang` attribute. */
  language: 'en' as Language,
  menu: {
    ...menu,
    /** Usual cost of such an order, shown after the size. */
    cost: { one: 'about # credit', other: 'about # credits' } as PluralForms,
    free: 'free last time',
    withCost: '{target} · {cost}',
    /** The single entry, when the size choice is off. */
    direct: 'Upscale with Dreamina ({target})',
    /** The entry for a place where the browser sees no image. */
    pointer: 'Upscale image here',
    /** Opens the picker for the page. */
    several: 'Choose several images on this page…',
    /** Opens the popup's page in a tab. */
    list: 'Open the list in a tab',
  },
  siteNames,
  badge: {
    recording: 'Recording for a report, for 10 minutes at most',
    idle: 'Upscale with Dreamina',
    running: {
      one: '# image is being upscaled',
      other: '# images are being upscaled',
    } as PluralForms,
    waiting: { one: '# image needs you', other: '# images need you' } as PluralForms,
    failed: { one: '# image failed', other: '# images failed' } as PluralForms,
    done: { one: '# image done', other: '# images done' } as PluralForms,
    full: 'Storage is full: an image was not added',
  },
  /** Toasts and browser notifications. */
  feedback: {
    begun: 'Upscaling to {target}…',
    /** A click on an image that already has a job made no second one. */
    joined: 'Already upscaling to {target}',
    done: 'Done',
    doubtful: 'Done, but check it first',
    doneMany: { one: '# image is done', other: '# images are done' } as PluralForms,
    moreToCome: { one: '# more in progress', other: '# more in progress' } as PluralForms,
    failed: 'Upscaling failed',
    needs: 'Needs you',
    reasons: {
      'sign-in': 'Sign in to {site} to continue.',
      'other-account': 'Sign in to the {site} account that sent this image.',
      access: 'Reading this image needs access to {host}.',
      credits: 'You do not have enough {site} credits.',
      duplicate: 'You already upscaled this image. Using that result is free.',
      running: 'This image is already being upscaled.',
      unconfirmed: 'You may already have paid for this image.',
      'already-large': 'It is already that large. Keeping it is free.',
      'several-orders': 'This image is long and takes several orders. Confirm the price first.',
    },
    save: 'Save',
    saveAll: 'Save all',
    compare: 'Compare',
    show: 'Show',
    signIn: 'Sign in',
    close: 'Close',
    /** Follows a press on a toast after the extension was replaced by a newer version. */
    orphaned: {
      title: 'The extension was updated',
      detail: 'Open it from the toolbar. Your images are there.',
    },
  },
  finder: {
    language: 'en',
    title: 'Which image?',
    hint: 'Click an image to upscale it. Esc to cancel.',
    cancel: 'Cancel',
    size: '{width} × {height}',
    larger: 'Larger original available',
    /** Tag of the candidate with the most pixels. */
    largest: 'Largest',
    unknownSize: 'Size unknown',
    kinds: {
      img: 'Image',
      picture: 'Image',
      lazy: 'Not loaded yet',
      link: 'Linked image',
      background: 'Background',
      'border-image': 'Border',
      mask: 'Mask',
      'list-style': 'List marker',
      content: 'Inserted image',
      cursor: 'Mouse pointer',
      canvas: 'Canvas',
      video: 'Video frame',
      poster: 'Video cover',
      'svg-image': 'Image in a drawing',
      svg: 'Drawing',
      input: 'Image button',
      object: 'Embedded image',
      embed: 'Embedded image',
      document: 'Whole page',
    },
    /** No image was found at the click, so pick mode starts. */
    nothing: 'No image here. Click the one you mean.',
    /** Button beside it: from now on the menu entry appears only on images. */
    hideEntry: 'Show the menu entry on images only',
    /** The extension that injected the script was replaced by a newer version. */
    orphaned: {
      title: 'The extension was updated',
      detail: 'Click the image again.',
    },
    /** Something on the page covers the chooser. */
    covered: {
      title: 'No image was chosen',
      detail: 'Something on this page covers the chooser. Close it, then try again.',
    },
    /** The menu entry is now hidden where the browser sees no image. */
    hidden: {
      title: 'The entry now shows on images only',
      detail: 'To bring it back, open Settings, “Menu and keyboard”.',
    },
    close: 'Close',
    label: 'Upscale with Dreamina',
  } satisfies FinderWords as FinderWords,
  /** In pages that show results in place of the originals. */
  replacer: {
    language: 'en',
    label: 'Upscale with Dreamina',
    mark: 'Upscaled',
    off: 'Originals are shown',
    part: 'Some images are upscaled',
    all: 'All images are upscaled',
    reading: 'Upscaling the next images',
    show: 'Show the results',
    hide: 'Show the originals',
    ahead: 'Upscale the next images',
    stopAhead: 'Stop upscaling ahead',
    move: 'Move to the other corner',
    dismiss: 'Hide until this page is reloaded',
    peek: 'Hold Alt+O to see the originals',
    forbidden: 'This page allows no other images.',
    impossible: 'The result cannot be shown here. Open the extension to see it.',
    pending: {
      working: 'Being upscaled',
      waiting: 'Waiting. Open the extension to see why.',
      limit: 'Not upscaled: your limit is reached.',
      failed: 'Upscaling failed. Open the extension to see why.',
    },
  } satisfies ReplaceWords as ReplaceWords,
};

/** Shape of these messages in every language. */
export type Background = typeof background;
