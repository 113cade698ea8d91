import { pluralIn } from '@/lib/i18n/locales/plural';
import type { PictureFlaw } from '@/lib/images/quality/fidelity-flaws';
import type { ErrorCode, Shortfall, TwinState } from '@/lib/jobs/model/job';
import type { ResultFlaw } from '@/lib/jobs/model/result-flaws';
import type { StageKey } from '@/lib/jobs/model/selectors';
import type { backgroundEn } from './background.en';
import type { compareEn } from './compare.en';
import type { errorsEn } from './errors.en';
import { menuEn } from './menu.en';
import type { optionsEn } from './options.en';
import { toolsEn } from './tools.en';
import type { welcomeEn } from './welcome.en';

const plural = pluralIn('en');
const number = plural({ other: '#' });
const creditCount = plural({ one: '# credit', other: '# credits' });

/** English of what several pages say; parts that one page says alone have files of their own. */
export const en = {
  /** Joins two sentences. */
  join: (first: string, second: string) => `${first} ${second}`,
  units: {
    seconds: (count: string) => `${count} s`,
    minutes: (count: string) => `${count} min`,
    hours: (count: string) => `${count} h`,
    days: (count: string) => `${count} d`,
  },
  app: {
    title: 'Upscale with Dreamina',
    credits: creditCount,
    openService: (credits: string) => `${credits} left. Open Jimeng`,
    settings: 'Settings',
    openPanel: 'Open in side panel',
  },
  menu: menuEn,
  add: {
    /** Three parts, the first and last emphasised. */
    invite: { drop: 'Drop, paste', or: ' or ', choose: 'choose', what: ' images' },
    dropNow: 'Drop to upscale',
    choose: 'Choose images',
    target: 'Upscale to',
    membership: '4K needs a membership on Jimeng. 2K is open to everyone.',
    /** What such an order usually cost, and when that was last seen. */
    cost: (credits: number, day: string) =>
      credits === 0
        ? `Cost nothing, last on ${day}`
        : `Costs about ${creditCount(credits)}, last seen on ${day}`,
    pick: 'Pick an image on this page',
    notImages: 'That is not an image. Drop or paste a picture file.',
  },
  empty: {
    title: 'Right-click any image',
    text: 'Pick “Upscale with Dreamina”, then 2K or 4K. The bigger picture waits here until you save it.',
    /** Around the keys of the shortcut. */
    pointer: { before: 'No menu there? Point at the image and press ', after: '.' },
    /** Around the icon of the button. */
    pick: { before: 'Or pick it on the page with ', after: ' above.' },
    privacy:
      'The picture is sent to Jimeng (ByteDance) with your own account. Nothing else leaves your browser.',
  },
  notices: {
    accessTitle: 'Allow access to Jimeng',
    accessText:
      'Your browser keeps this extension away from Jimeng’s sites. Nothing can be upscaled until you allow them.',
    allowAccess: 'Allow access',
    reachTitle: 'This page is out of reach',
    reachText:
      'From here, only a page on which you have just used the extension can be looked into. Right-click the image instead, or press its toolbar button first.',
    unreadableTitle: 'Your history cannot be read now',
    unreadableText:
      'The browser does not open its storage. Nothing was deleted. If trying again does not help, restart the browser.',
    tryAgain: 'Try again',
    newerTitle: 'Your history is newer than this version',
    newerText:
      'A newer version of the extension has written it. Nothing was changed or deleted: update the extension, and it is back.',
    fullTitle: 'No room left: an image was not taken',
    fullText:
      'The browser could not write down the last image. Remove results you no longer need, or free space on the disk, and click the image again.',
    /** Where the history is empty. */
    fullElsewhere:
      'The browser could not write down the last image. Free space on the disk, and click the image again.',
    makeRoom: 'Choose what to remove',
    fullRead: 'OK',
    signInTitle: 'Sign in to Jimeng',
    signInText: 'Your own account does the upscaling. No password reaches this extension.',
    otherJars: {
      containers: 'Use a normal tab: a sign-in in a container is not seen.',
      isolated: 'First-party isolation hides the sign-in; it has to be off.',
    },
    signInWaiting: plural({
      one: '# image is waiting and goes on by itself.',
      other: '# images are waiting and go on by themselves.',
    }),
  },
  /** Where drawing a row or a page has failed, which is a mistake of ours. */
  broken: {
    row: 'The extension made a mistake: this row cannot be shown.',
    title: 'This page cannot be shown',
    text: 'The extension made a mistake. Your history and your pictures are still there. Reload the page. If that does not help, copy the report and send it to the developers.',
    reload: 'Reload',
    copy: 'Copy report',
    copied: 'Copied',
    copyFailed: 'The browser did not take the report',
  },
  history: {
    search: 'Search',
    sort: 'Order',
    sorts: { newest: 'Newest', oldest: 'Oldest', name: 'Name', size: 'Largest' },
    filter: 'Show',
    filters: { all: 'All', running: 'Running', done: 'Done', needs: 'Needs you' },
    select: 'Select',
    choose: (name: string) => `Select ${name}`,
    nothing: 'Nothing in the history matches.',
    reading: 'One moment',
    removed: plural({ one: '# image removed', other: '# images removed' }),
    undo: 'Undo',
    /** A click on a picture that has a row already made no second one. */
    joined: (target: string) => `Already being upscaled to ${target}`,
    showJoined: 'Show',
    selection: {
      title: 'Selected images',
      all: 'All',
      count: plural({ one: '# selected', other: '# selected' }),
      end: 'Stop selecting',
      save: (count: number) => (count > 0 ? `Save ${number(count)}` : 'Save selected'),
      retry: (count: number) => (count > 0 ? `Retry ${number(count)}` : 'Retry selected'),
      remove: (count: number) => (count > 0 ? `Remove ${number(count)}` : 'Remove selected'),
      retryHint: 'Retries only what costs nothing to retry. The others ask in their own row.',
    },
  },
  actions: {
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved',
    saveAgain: 'Save again',
    saveAs: 'Save as…',
    copy: 'Copy image',
    copying: 'Copying…',
    copied: 'Copied',
    copyFailed: 'The browser did not take the picture. Save it instead.',
    compare: 'Compare',
    retry: 'Retry',
    retryMayCost: 'Retry (may cost credits)',
    lookAgain: 'Look again',
    useAccount: 'Use this account',
    useAccountMayCost: 'Use this account (may cost again)',
    useAccountHint: 'Upscales the image with the account that is signed in now.',
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
    /** The other row of the same picture, which has no result yet. */
    showOther: 'Show it',
    upscale: 'Upscale',
    upscaleAgain: 'Upscale again',
    /** Asks first with which options. */
    againWith: 'Upscale again…',
    upscaleAnyway: 'Upscale anyway',
    keepOriginal: 'Keep it (free)',
    useScreen: 'Use what is on screen',
    useScreenHint: 'No access needed, but only as large as it is shown now.',
    openService: 'Open Jimeng',
    chooseFile: 'Choose a file',
  },
  job: {
    target: { '2k': '2K', '4k': '4K' },
    localFile: 'From your device',
    unnamed: 'Untitled image',
    becomes: (from: string, to: string) => `${from} → ${to}`,
    credits: creditCount,
    left: (duration: string) => `about ${duration} left`,
    retryIn: (duration: string) => `again in ${duration}`,
    progress: (name: string) => `Progress of ${name}`,
    thumbnail: (target: string) => `to ${target}`,
    serviceSaid: 'Jimeng says:',
    reference: (ret: string) => `code ${ret}`,
    switched: (now: string, before: string) =>
      `${now}, because ${before} did not finish on Jimeng.`,
    cancelled: 'Cancelled before anything was ordered. Nothing was charged.',
    cancelledLate: 'Cancelled after it was ordered. Jimeng may still finish and charge it.',
    /** A file was written, but without something that was asked for. */
    savedPlain: {
      format: 'Saved as it came: it could not be converted.',
      note: 'Saved without the note about where it is from: the file has no room for it.',
    } satisfies Record<Shortfall, string> as Record<Shortfall, string>,
    saveFailed: 'The browser could not write the file. The picture is still here.',
    kept: 'kept as it was, free',
    largerOriginal: (size?: string) =>
      size ? `Larger original found: ${size}` : 'Larger original found',
    fromScreen: 'Taken from the screen',
  },
  tools: toolsEn,
  stages: {
    preparing: 'Preparing',
    uploading: 'Uploading',
    slot: 'Waiting for a free slot',
    ordering: 'Sending to Jimeng',
    checking: 'Checking whether it arrived',
    generating: 'Upscaling',
    collecting: 'Fetching the result',
    done: 'Ready',
    failed: 'Failed',
    cancelled: 'Cancelled',
  } satisfies Record<StageKey, string> as Record<StageKey, string>,
  waiting: {
    'sign-in': 'You are not signed in to Jimeng. This goes on by itself once you are.',
    consent: 'You have not yet agreed that images go to Jimeng. This goes on once you do.',
    otherAccount: (name: string | undefined, isKnown: boolean): string => {
      if (name) {
        return `Sign in to Jimeng as ${name}. This image was sent with that account, and goes on by itself.`;
      }
      return isKnown
        ? 'This image was sent with another Jimeng account. Sign in with that one, and it goes on by itself.'
        : 'The Jimeng account that is signed in does not know this order. Sign in with the one that made it, and it goes on by itself.';
    },
    network: 'No connection to Jimeng. This goes on by itself once there is one.',
    /** Before and after the emphasised host. */
    permission: {
      before: 'This image lives on ',
      after: '. Reading it needs your permission for that site.',
    },
    /** The same, where access is there and cookies are asked for. */
    cookies: {
      before: 'This image lives on ',
      after:
        ', which does not send it to strangers. If you allow it, your cookies of that site go along, for this image only.',
    },
    duplicate: (target: string, twin?: TwinState): string => {
      switch (twin) {
        case 'running':
          return `This picture is already being upscaled to ${target}.`;
        case 'unconfirmed':
          return `An order for this picture in ${target} may already be paid. Retry in its own row looks for it first.`;
        case 'gone':
          return `The picture you had in ${target} is no longer here. Upscaling it again may cost credits.`;
        default:
          return `You already have this picture in ${target}. Using it costs nothing.`;
      }
    },
    alreadyLarge: (size: string | undefined, target: string) =>
      size === undefined
        ? `This picture is as large as ${target} already. Keeping it costs nothing.`
        : `This picture is ${size} already, as large as ${target}. Keeping it costs nothing.`,
    credits: (code: ErrorCode, target: string, balance?: number): string => {
      if (code === 'daily-limit') {
        return 'Today’s limit on Jimeng is used up. This goes on by itself tomorrow.';
      }
      if (code === 'membership-needed') {
        return `${target} needs a membership on Jimeng. Nothing was charged.`;
      }
      const left = balance === undefined ? '' : ` (${number(balance)} left)`;
      return `Not enough credits on Jimeng${left}. This goes on by itself when there are.`;
    },
    coolDown: (code: ErrorCode): string =>
      code === 'risk-control' || code === 'account-restricted'
        ? 'Jimeng’s risk control refused this. Everything pauses and goes on by itself later. See whether the official site asks you to confirm something.'
        : 'Jimeng is busy and asked for a pause. This goes on by itself, nothing was charged.',
    stillRunning: (lookedAt: string | undefined) =>
      `Still running on Jimeng${lookedAt ? `, last looked at ${lookedAt}` : ''}. This goes on by itself. Looking again costs nothing.`,
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
    'transparency-lost': 'The original is see-through in places; the result is not.',
    'wrong-shape':
      'The result has another shape than the original. It may be cut off or stretched.',
    'not-larger': 'The result is not larger than the original.',
    'short-of-target': (target: string) => `The result is smaller than ${target}.`,
  } satisfies Record<Flaw, FlawSentence> as Record<Flaw, FlawSentence>,
  charged: {
    no: 'Nothing was charged.',
    maybe: 'Credits may have been charged.',
  },
  refund: {
    yes: 'Credits back: yes.',
    no: 'Credits back: no.',
    unknown: 'Credits back: not known.',
  },
};

/** What looks wrong with a result, found by its size or by its pixels. */
type Flaw = ResultFlaw | PictureFlaw;

/** A fixed sentence, or one that mentions the size that was asked for. */
export type FlawSentence = string | ((target: string) => string);

/** What is not always said, or by one page alone: by the name of the part. */
export interface MessageParts {
  compare: typeof compareEn;
  errors: typeof errorsEn;
  options: typeof optionsEn;
  welcome: typeof welcomeEn;
}

/** What the background says. */
export type BackgroundMessages = typeof backgroundEn;

/** What the pages say, in the shape of every language. */
export type Messages = typeof en & MessageParts;
