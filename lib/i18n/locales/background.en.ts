import type { Language } from '@/lib/i18n/locales/languages';
import { pluralIn } from '@/lib/i18n/locales/plural';
import type { WordsData } from '@/lib/page/ui/words';
import { menuEn } from './menu.en';

const plural = pluralIn('en');

type FinderWords = Required<WordsData> & { nothing: string };

/** Messages of the background: menus, toolbar button, toasts and finder. */
export const backgroundEn = {
  /** Value of the `lang` attribute. */
  language: 'en' as Language,
  menu: {
    ...menuEn,
    /** Usual cost of such an order, shown after the size. */
    cost: plural({ one: 'about # credit', other: 'about # credits' }),
    free: 'free last time',
    withCost: (target: string, cost: string) => `${target} · ${cost}`,
    /** The single entry, when the size choice is off. */
    direct: (target: string) => `Upscale with Dreamina (${target})`,
    /** The entry for a place where the browser sees no image. */
    pointer: 'Upscale image here',
    /** Name of the keyboard command in the browser's list of shortcuts. */
    command: 'Upscale the image under the pointer',
  },
  badge: {
    recording: 'Recording for a report, for 10 minutes at most',
    idle: 'Upscale with Dreamina',
    running: plural({ one: '# image is being upscaled', other: '# images are being upscaled' }),
    waiting: plural({ one: '# image needs you', other: '# images need you' }),
    failed: plural({ one: '# image failed', other: '# images failed' }),
    full: 'Storage is full: an image was not added',
  },
  /** Toasts and browser notifications. */
  feedback: {
    begun: (target: string) => `Upscaling to ${target}…`,
    /** A click on an image that already has a job made no second one. */
    joined: (target: string) => `Already upscaling to ${target}`,
    done: 'Done',
    doubtful: 'Done, but check it first',
    doneMany: plural({ one: '# image is done', other: '# images are done' }),
    moreToCome: plural({ one: '# more in progress', other: '# more in progress' }),
    failed: 'Upscaling failed',
    needs: 'Needs you',
    reasons: {
      'sign-in': 'Sign in to Jimeng to continue.',
      'other-account': 'Sign in to the Jimeng account that sent this image.',
      access: (host: string) => `Reading this image needs access to ${host}.`,
      credits: 'You do not have enough Jimeng credits.',
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
  },
  finder: {
    language: 'en',
    title: 'Which image?',
    hint: 'Click an image to upscale it. Esc to cancel.',
    cancel: 'Cancel',
    size: '{width} × {height}',
    larger: 'Larger original available',
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
  } satisfies FinderWords as FinderWords,
};
