import type { PictureFlaw } from '@/lib/images/quality/fidelity-flaws';
import type { DuplicateState, ErrorCode, Shortfall } from '@/lib/jobs/model/job';
import type { ResultFlaw } from '@/lib/jobs/model/result-flaws';
import type { StageKey } from '@/lib/jobs/model/selectors';
import { pluralIn } from '../plural';
import { batch } from './batch';
import { intake } from './intake';
import { menu } from './menu';
import { parts } from './parts';
import { replace } from './replace';
import { sites } from './sites';
import { space } from './space';
import { tools } from './tools';
import { units } from './units';
import { zip } from './zip';

const plural = pluralIn('en');
const number = plural({ other: '#' });
const creditCount = plural({ one: '# credit', other: '# credits' });

/** The larger version that was taken; sizes as words: its own, absent where it stands beside, and that on the page. */
type LargerOriginal = Record<'size' | 'host' | 'shown', string | undefined>;

/** English messages shared by several pages; messages of a single page have files of their own. */
export const common = {
  /** Joins two sentences. */
  join: (first: string, second: string) => `${first} ${second}`,
  units,
  app: {
    title: 'Upscale with Dreamina',
    credits: creditCount,
    openService: (credits: string) => `${credits} left. Open {site}`,
    settings: 'Settings',
    openPanel: 'Open in side panel',
  },
  menu,
  intake,
  add: {
    /** Three parts, the first and last emphasised. */
    invite: { drop: 'Drop, paste', or: ' or ', choose: 'choose', what: ' images' },
    dropNow: 'Drop to upscale',
    choose: 'Choose images',
    target: 'Upscale to',
    membership: '4K may need a {site} membership.',
    /** Usual cost of such an order, and when it was last seen. */
    cost: (credits: number, day: string) =>
      credits === 0 ? `Free, as of ${day}` : `Costs about ${creditCount(credits)}, as of ${day}`,
    pick: 'Pick an image on this page',
    several: 'Choose several images on this page',
    notImages: 'That is not an image. Drop or paste an image file.',
  },
  empty: {
    title: 'Right-click any image',
    text: 'Choose “Upscale with Dreamina”, then 2K or 4K. The larger image appears here, ready to save.',
    /** The words around the shortcut. */
    pointer: { before: 'No menu entry? Point at the image and press ', after: '.' },
    /** The words around the icon. */
    pick: { before: 'Or pick it on the page with ', after: ' above.' },
    privacy:
      'The image is sent to {site} (ByteDance) through your own account. Nothing else leaves your browser.',
  },
  notices: {
    allowAccess: 'Allow access',
    reachTitle: 'This page cannot be accessed',
    reachText:
      'The side panel can only access a page where you have just used the extension. Right-click the image instead, or click the toolbar button on that page first.',
    unreadableTitle: 'Your history cannot be read right now',
    unreadableText:
      'The browser could not open its storage. Nothing was deleted. If trying again does not help, restart the browser.',
    tryAgain: 'Try again',
    newerTitle: 'Your history is from a newer version',
    newerText:
      'A newer version of the extension wrote it. Nothing was changed or deleted. Update the extension to see it again.',
    fullTitle: 'Storage is full: an image was not added',
    fullText:
      'The browser could not store the last image. Remove results you no longer need or free up disk space, then click the image again.',
    /** Where the history is empty. */
    fullElsewhere:
      'The browser could not store the last image. Free up disk space, then click the image again.',
    makeRoom: 'Choose what to remove',
    fullRead: 'OK',
    signInTitle: 'Sign in to {site}',
    signInText: 'Your own account does the upscaling. This extension never sees your password.',
    otherJars: {
      containers:
        'Sign in in a normal tab. A sign-in inside a container is used for images in tabs of that container.',
      isolated: 'First-party isolation hides the sign-in. Turn it off first.',
    },
    signInWaiting: plural({
      one: '# image is waiting and will continue automatically.',
      other: '# images are waiting and will continue automatically.',
    }),
  },
  /** Rendering a row or a page failed, which is a bug of ours. */
  broken: {
    row: 'An error in the extension: this image cannot be shown.',
    title: 'This page cannot be shown',
    text: 'Something went wrong in the extension. Your history and your images are still there. Reload the page. If that does not help, copy the report and send it to the developers.',
    reload: 'Reload',
    copy: 'Copy report',
    copied: 'Copied',
    copyFailed: 'The report could not be copied',
  },
  history: {
    search: 'Search',
    sort: 'Sort',
    sorts: { newest: 'Newest', oldest: 'Oldest', name: 'Name', size: 'Largest' },
    filter: 'Show',
    filters: { all: 'All', running: 'Running', done: 'Done', needs: 'Needs you' },
    select: 'Select',
    choose: (name: string) => `Select ${name}`,
    nothing: 'No images match.',
    reading: 'Loading…',
    justDone: plural({ one: '# image done', other: '# images done' }),
    removed: plural({ one: '# image removed', other: '# images removed' }),
    undo: 'Undo',
    /** A click on an image that already has a job made no second one. */
    joined: (target: string) => `Already upscaling to ${target}`,
    showJoined: 'Show',
    selection: {
      title: 'Selected images',
      all: 'All',
      count: plural({ one: '# selected', other: '# selected' }),
      end: 'Stop selecting',
      save: (count: number) => (count > 0 ? `Save ${number(count)}` : 'Save selected'),
      retry: (count: number) => (count > 0 ? `Retry ${number(count)}` : 'Retry selected'),
      remove: (count: number) => (count > 0 ? `Remove ${number(count)}` : 'Remove selected'),
      retryHint: 'Retries only images that cost nothing to retry. Retry the others one by one.',
      more: 'More ways to save',
      zip: 'Save as ZIP',
      csv: 'Save list (CSV)',
      json: 'Save list (JSON)',
    },
    zip,
  },
  actions: {
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved',
    /** Nothing was written: the file is there already. */
    alreadyThere: 'Already there',
    saveAgain: 'Save again',
    saveAs: 'Save as…',
    copy: 'Copy image',
    copying: 'Copying…',
    copied: 'Copied',
    copyFailed: 'The browser could not copy the image. Save it instead.',
    compare: 'Compare',
    retry: 'Retry',
    haveCredits: 'I have credits',
    retryMayCost: 'Retry (may cost credits)',
    pollAgain: 'Check again',
    useAccount: 'Use this account',
    useAccountMayCost: 'Use this account (may cost again)',
    useAccountHint: 'Upscales the image with the account you are signed in to now.',
    cancel: 'Cancel',
    remove: 'Remove',
    openPage: 'Open page',
    more: 'More',
    signIn: 'Sign in',
    readConsent: 'Read and agree',
    allow: (host: string) => `Allow ${host}`,
    allowEverywhere: 'Allow on all sites',
    use2k: 'Upscale to 2K',
    useExisting: 'Use it',
    /** Leads to the other job for the same image, which has no result yet. */
    showOther: 'Show it',
    upscale: 'Upscale',
    upscaleAgain: 'Upscale again',
    /** Asks for the options first. */
    againWith: 'Upscale again…',
    upscaleAnyway: 'Upscale anyway',
    keepOriginal: 'Keep it (free)',
    useShown: 'Use the one on the page',
    useScreen: 'Use what is on screen',
    useScreenHint: 'Needs no permission, but is only as large as shown now.',
    openService: 'Open {site}',
    continueInPage: 'Continue through the {site} page',
    skipPage: 'Send without that page',
    checkConnection: 'Check the connection',
    chooseFile: 'Choose a file',
  },
  /** Asked before the service's own page sends an order for the first time. */
  pageConsent: {
    /** Precedes it where no other way exists. */
    only: '{site} takes orders only from its own page.',
    sentence:
      'If you agree, the extension opens {site}’s page in a background tab, if none is open, and lets that page send your orders.',
    agree: 'Agree',
    decline: 'Not now',
  },
  job: {
    target: { '2k': '2K', '4k': '4K' },
    localFile: 'From your device',
    unnamed: 'Untitled image',
    becomes: (from: string, to: string) => `${from} → ${to}`,
    credits: creditCount,
    left: (duration: string) => `about ${duration} left`,
    retryIn: (duration: string) => `retrying in ${duration}`,
    progress: (name: string) => `Progress of ${name}`,
    thumbnail: (target: string) => `to ${target}`,
    serviceSaid: '{site} says:',
    reference: (ret: string) => `code ${ret}`,
    switched: (now: string, before: string) =>
      `Switched to ${now} because ${before} did not finish on {site}.`,
    /** The same if the earlier upscaler returned a picture that is no larger. */
    switchedForSize: (now: string, before: string) =>
      `Switched to ${now} because ${before} did not enlarge the image.`,
    sentSmaller: 'Sent as a smaller file because {site} did not finish the larger one.',
    cancelled: 'Cancelled before upscaling started. Nothing was charged.',
    cancelledLate: 'Cancelled after upscaling started. {site} may still finish it and charge you.',
    /** The file was written, but without something that was asked for. */
    savedPlain: {
      format: 'Saved in its original format: it could not be converted.',
      note: 'Saved without its source: the file has no room for the note.',
    } satisfies Record<Shortfall, string> as Record<Shortfall, string>,
    saveFailed: 'The browser could not write the file. The image is still here.',
    kept: 'original kept, free',
    /** `host` is empty for bytes of the page itself. */
    largerOriginal: ({ size, host, shown }: LargerOriginal) =>
      `Took the larger original${size ? ` (${size})` : ''}${host ? ` from ${host}` : ''}${shown ? ` instead of the one on the page (${shown})` : ''}`,
    fromScreen: 'Captured from the screen',
  },
  batch,
  replace,
  parts,
  sites,
  space,
  tools,
  stages: {
    preparing: 'Preparing',
    uploading: 'Uploading',
    slot: 'Waiting for a free slot',
    ordering: 'Sending to {site}',
    checking: 'Checking that it arrived',
    generating: 'Upscaling',
    collecting: 'Downloading the result',
    joining: 'Joining the parts',
    done: 'Ready',
    failed: 'Failed',
    cancelled: 'Cancelled',
  } satisfies Record<StageKey, string> as Record<StageKey, string>,
  waiting: {
    'sign-in': 'You are not signed in to {site}. This continues once you sign in.',
    consent: 'You have not yet agreed to send images to {site}. This continues once you do.',
    'page-consent':
      'This order goes through {site}’s own page. It continues once you agree to that.',
    otherAccount: (name: string | undefined, isKnown: boolean): string => {
      if (name) {
        return `Sign in to {site} as ${name}, the account that sent this image. It then continues automatically.`;
      }
      return isKnown
        ? 'Another {site} account sent this image. Sign in to that account and it continues automatically.'
        : 'The {site} account you are signed in to did not send this image. Sign in to the one that did and it continues automatically.';
    },
    network: 'No connection to {site}. This continues once the connection is back.',
    /** Before and after the emphasised host. */
    permission: {
      before: 'This image is stored on ',
      after: '. Reading it needs your permission.',
    },
    /** The same for hosts of the service: one that takes the upload, has the result, or does anything else. */
    uploadHost: {
      before: '{site} wants this image at ',
      after: '. Sending it there needs your permission.',
    },
    resultHost: {
      before: '{site} keeps the result on ',
      after: '. Fetching it needs your permission. Nothing more is charged.',
    },
    serviceHost: { before: 'Going on needs your permission for ', after: '.' },
    /** The same, when access exists and cookies are needed. */
    cookies: {
      before: 'This image is stored on ',
      after:
        ', which does not send it to anonymous visitors. If you allow it, the request includes your cookies for that site, for this image only.',
    },
    duplicate: (target: string, twin?: DuplicateState): string => {
      switch (twin) {
        case 'running':
          return `This image is already being upscaled to ${target}.`;
        case 'unconfirmed':
          return `You may already have paid for this image in ${target}. Retry the earlier one: it looks for the result first.`;
        case 'gone':
          return `Your ${target} result is no longer stored here. Upscaling the image again may cost credits.`;
        default:
          return `You already upscaled this image to ${target}. Use that result, free?`;
      }
    },
    alreadyLarge: (size: string | undefined, target: string) =>
      size === undefined
        ? `This image is already as large as ${target}. Keeping it is free.`
        : `This image is already ${size}, as large as ${target}. Keeping it is free.`,
    credits: (code: ErrorCode, target: string, balance?: number): string => {
      if (code === 'daily-limit') {
        return 'You have reached today’s limit on {site}. This continues tomorrow.';
      }
      if (code === 'membership-needed') {
        return `${target} needs a {site} membership. Nothing was charged.`;
      }
      const left = balance === undefined ? '' : ` (${number(balance)} left)`;
      return `Not enough {site} credits${left}. This continues once you have enough.`;
    },
    coolDown: (code: ErrorCode): string =>
      code === 'risk-control' || code === 'account-restricted'
        ? '{site}’s risk control refused this. Everything is paused and continues later. Check whether {site}’s site asks you to confirm something.'
        : '{site} is busy and asked for a pause. This continues automatically. Nothing was charged.',
    /** `credits`: the limit. */
    dayLimit: (credits: number) =>
      `The next order could exceed your limit of ${creditCount(credits)} a day. This continues tomorrow, or when you change the limit in the settings.`,
    stillRunning: (polledAt: string | undefined) =>
      `Still running on {site}${polledAt ? `, last checked at ${polledAt}` : ''}. This continues automatically. Checking again is free.`,
  },
  announce: {
    done: (name: string) => `${name} is ready.`,
    saved: (name: string) => `${name} is saved.`,
    failed: (name: string, sentence: string) => `${name} failed. ${sentence}`,
    waiting: (name: string, sentence: string) => `${name} is waiting. ${sentence}`,
    stage: (name: string, stage: string) => `${name}: ${stage}`,
  },
  flaws: {
    black: 'The result is black.',
    uniform: 'The result is one flat colour.',
    'transparency-lost': 'Parts of the original are transparent; the result is not.',
    'wrong-shape':
      'The result has a different shape from the original. It may be cropped or stretched.',
    'not-larger': 'The result is not larger than the original.',
    'short-of-target': (target: string) => `The result is smaller than ${target}.`,
  } satisfies Record<ResultFlaw | PictureFlaw, FlawSentence> as Record<
    ResultFlaw | PictureFlaw,
    FlawSentence
  >,
  charged: {
    no: 'Nothing was charged.',
    maybe: 'Credits may have been charged.',
  },
  refund: {
    yes: 'Your credits were refunded.',
    no: 'Your credits were not refunded.',
    unknown: 'Whether your credits were refunded is not known.',
  },
};

/** A fixed sentence, or one that names the requested size. */
export type FlawSentence = string | ((target: string) => string);

/** Shape of these messages in every language. */
export type Common = typeof common;
