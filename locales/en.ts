import type { WordsData } from '@/lib/finder/words';
import type { ErrorParams } from '@/lib/i18n/errors';
import { pluralIn } from '@/lib/i18n/plural';
import type { PictureFlaw } from '@/lib/images/fidelity-flaws';
import type { Tool } from '@/lib/jimeng/tools';
import type { ErrorCode, Shortfall, Upscaler } from '@/lib/jobs/job';
import type { ResultFlaw } from '@/lib/jobs/result-flaws';
import type { StageKey } from '@/lib/jobs/selectors';

import { settingsEn } from './settings.en';
import { welcomeEn } from './welcome.en';

const plural = pluralIn('en');
const historyRows = plural({ one: '# image', other: '# images' });
const historyNumber = plural({ other: '#' });

/** English, and the shape of every other language. */
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
    credits: plural({ one: '# credit', other: '# credits' }),
    openService: (credits: string) => `${credits} left. Open Jimeng`,
    settings: 'Settings',
  },
  menu: {
    parent: 'Upscale with Dreamina',
    targets: { '2k': '2K', '4k': '4K' },
    /** The one direct item, when the choice of size is switched off. */
    direct: (target: string) => `Upscale with Dreamina (${target})`,
    /** Where no plain image was clicked. */
    pointer: 'Upscale image under pointer',
    /** What the keyboard command does, as the browser's list of shortcuts shows it. */
    command: 'Upscale the image under the pointer',
  },
  badge: {
    idle: 'Upscale with Dreamina',
    running: plural({ one: '# image is being upscaled', other: '# images are being upscaled' }),
    waiting: plural({ one: '# image needs you', other: '# images need you' }),
    failed: plural({ one: '# image failed', other: '# images failed' }),
  },
  add: {
    /** Three parts, the first and last emphasised. */
    invite: { drop: 'Drop, paste', or: ' or ', choose: 'choose', what: ' images' },
    dropNow: 'Drop to upscale',
    choose: 'Choose images',
    target: 'Upscale to',
    membership: '4K needs a membership on Jimeng. 2K is open to everyone.',
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
    newerTitle: 'Your history is newer than this version',
    newerText:
      'A newer version of the extension has written it. Nothing was changed or deleted: update the extension, and it is back.',
    signInTitle: 'Sign in to Jimeng',
    signInText: 'Your own account does the upscaling. No password reaches this extension.',
    signInWaiting: plural({
      one: '# image is waiting and goes on by itself.',
      other: '# images are waiting and go on by themselves.',
    }),
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
    selection: {
      title: 'Selected images',
      all: 'All',
      count: plural({ one: '# selected', other: '# selected' }),
      end: 'Stop selecting',
      save: (count: number) => (count > 0 ? `Save ${count}` : 'Save selected'),
      retry: (count: number) => (count > 0 ? `Retry ${count}` : 'Retry selected'),
      remove: (count: number) => (count > 0 ? `Remove ${count}` : 'Remove selected'),
      retryHint: 'Retries only what costs nothing to retry. The others ask in their own row.',
    },
  },
  actions: {
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved',
    saveAgain: 'Save again',
    saveAs: 'Save as…',
    compare: 'Compare',
    retry: 'Retry',
    retryMayCost: 'Retry (may cost credits)',
    lookAgain: 'Look again',
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
    upscaleAgain: 'Upscale again',
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
    credits: plural({ one: '# credit', other: '# credits' }),
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
  tools: {
    'super-resolution': 'Super resolution',
    'smart-hd': 'Smart HD',
    'fast-hd': 'Fast HD',
  } satisfies Record<Tool, string> as Record<Tool, string>,
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
    consent:
      'You have not yet agreed that images go to Jimeng. Nothing was sent; this goes on once you do.',
    network: 'No connection to Jimeng. This goes on by itself once there is one.',
    /** Before and after the emphasised host. */
    permission: {
      before: 'This image lives on ',
      after: '. Reading it needs your permission for that site.',
    },
    duplicate: (target: string) =>
      `You already have this picture in ${target}. Using it costs nothing.`,
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
      const left = balance === undefined ? '' : ` (${balance} left)`;
      return `Not enough credits on Jimeng${left}. This goes on by itself when there are.`;
    },
    coolDown: (code: ErrorCode): string =>
      code === 'risk-control' || code === 'account-restricted'
        ? 'Jimeng’s risk control refused this. Everything pauses; see whether the official site asks you to confirm something.'
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
  compare: {
    title: (name: string) => `${name}: before and after`,
    /** Name of the stage on which both pictures lie. */
    stage: (name: string) => `Before and after of ${name}`,
    before: 'Before',
    after: 'After',
    gone: 'This picture is no longer in the history.',
    noResult: 'The result is no longer stored here. Save fetches it again if Jimeng still has it.',
    unreadable: 'This browser cannot show the result. It can still be saved.',
    noBefore: 'The original is no longer stored here, so only the result is shown.',
    goesOn: 'It appears here by itself.',
    needsYou: 'Open the extension’s popup to go on.',
    divider: 'Divider between before and after',
    dividerAt: (share: string) => `${share} before`,
    view: {
      title: 'View',
      fit: 'Fit',
      actual: '1:1',
      zoomIn: 'Zoom in',
      zoomOut: 'Zoom out',
      zoom: (share: string) => `Zoom ${share}`,
      differences: 'Differences',
      pixels: 'Pixels',
    },
    keys: {
      title: 'Keys',
      hint: 'While the picture has the keyboard. Wheel or two fingers zoom, dragging moves.',
      divider: 'Move the divider',
      pan: 'Move the picture',
      zoom: 'Zoom',
      fit: 'Whole picture',
      actual: 'One pixel is one pixel',
      swap: 'Only before, only after, both',
      differences: 'Show differences',
      pixels: 'Show pixels',
    },
    facts: {
      title: 'Facts',
      grown: 'Enlarged',
      times: (factor: string) => `${factor} times as wide`,
      asked: 'Size asked for',
      upscaler: 'Upscaler',
      credits: 'Cost',
      time: 'Time taken',
      from: 'Found on',
      changes: 'Changed before upload',
      converted: (format: string) => `written as ${format}`,
      'turned-upright': 'turned upright',
      'first-frame': 'first frame only',
      shrunk: (size: string) => `shrunk to ${size}`,
      rasterised: (size: string) => `drawn at ${size}`,
    },
    check: {
      title: 'Is it still the same picture?',
      checking: 'Comparing…',
      faithful: 'Faithful. Shrunk to the size of the original, it looks the same.',
      differs: (share: string) =>
        `Differs in ${share} of the picture. Look there first, above all at words and faces.`,
      unknown: 'Could not be compared.',
      score: (structure: string, colour: string) =>
        `Structure ${structure}, colour difference ${colour}`,
      scoreHint:
        'Structure is SSIM at the size of the original; colour difference is delta E, where about 2 is the least one sees.',
      showWhere: 'Show where',
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
    again: {
      title: 'Upscale again',
      hint: 'With another size or upscaler. This result stays.',
      costs: plural({
        one: 'Costs about # credit, as last time.',
        other: 'Costs about # credits, as last time.',
      }),
      free: 'Cost nothing last time.',
      costUnknown: 'This may cost credits on Jimeng.',
      impossible: 'The original file is no longer stored. Choose it again in the popup.',
    },
    copy: 'Copy image',
    copying: 'Copying…',
    copied: 'Copied',
    copyFailed: 'The browser did not take the picture. Save it instead.',
    open: 'Open',
    honest: 'The detail is made by AI and may be invented. Jimeng may add a watermark.',
  },
  finder: {
    title: 'Which image?',
    hint: 'Click an image to upscale it. Esc leaves.',
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
    /** Nothing was found where the person clicked; pick mode begins. */
    nothing: 'No image here. Click the one you mean.',
  } satisfies WordsData & { nothing: string } as WordsData & { nothing: string },
  welcome: welcomeEn,
  options: {
    ...settingsEn,
    title: 'Settings',
    unofficial: 'Unofficial. Not made or endorsed by Jimeng, Dreamina or ByteDance.',
    upscaling: {
      title: 'Upscaling',
      size: 'Size',
      sizeHint:
        'Where you do not name one. The menu always asks. 4K needs a membership on Jimeng. How many pixels come back is up to Jimeng.',
      upscaler: 'Upscaler',
    },
    upscalers: {
      auto: {
        name: 'Automatic',
        text: 'Begins with Super resolution. If Jimeng ends that without a picture, it goes on with Smart HD and remembers that for a week.',
      },
      'super-resolution': {
        name: 'Super resolution',
        text: 'Always this one. Jimeng may accept a picture and still not finish it; then the row fails.',
      },
      'smart-hd': {
        name: 'Smart HD',
        text: 'Invents fine detail, so text and faces may change. 2K was last seen to cost 1 credit.',
      },
      'fast-hd': {
        name: 'Fast HD',
        text: 'Quick, and last seen to cost nothing. It ignores 2K and 4K and about doubles the picture.',
      },
    } satisfies Record<Upscaler, UpscalerWords> as Record<Upscaler, UpscalerWords>,
    ways: {
      title: 'Menu and keyboard',
      pointer: 'Offer “Upscale image under pointer” everywhere',
      pointerHint:
        'For images that other things cover, backgrounds, videos and drawings. It is off at first because a browser cannot know in advance where an image is: the entry would be in the menu of every page, link and frame.',
      shortcut: 'Upscale the image under the pointer',
      shortcutHint: 'Works everywhere, also without the entry in the menu.',
      noShortcut: 'Not set',
      changeShortcut: 'Change shortcut',
    },
    access: {
      title: 'Access to sites',
      why: 'Most images need no access: your click lets the extension look at that one page. But many pages keep their images on other sites, and some of those hand them out only to extensions that you have allowed there. Then the image waits and asks for that one site.',
      sites: 'Sites you have allowed',
      noSites: 'None so far.',
      revoke: 'Revoke',
      revokeSite: (site: string) => `Revoke ${site}`,
      everywhere: 'All sites',
      everywhereHint:
        'No image has to ask any more. Your browser would let the extension read every site you visit; it still reads only the image you choose.',
      service: 'Jimeng',
      serviceOn: 'Allowed. Nothing can be upscaled without it.',
      serviceOff:
        'Your browser keeps this extension away from Jimeng’s sites. Nothing can be upscaled until you allow them.',
      allowService: 'Allow Jimeng',
    },
    history: {
      title: 'History',
      why: 'What is kept here is kept in this browser only.',
      storage: 'In use',
      storageHint: (rows: number, size?: string) =>
        size ? `${historyRows(rows)}, ${size} in this browser.` : `${historyRows(rows)}.`,
      keep: 'Keep',
      keepHint:
        'Older rows leave by themselves, with their pictures. What still runs stays, and so does what was not saved.',
      keepRows: 'How many images are kept',
      keepDays: 'How long images are kept',
      rows: (count: number) => (count === 0 ? 'Any number' : `The last ${historyNumber(count)}`),
      days: (count: number) =>
        count === 0 ? 'For ever' : count === 365 ? 'For a year' : `For ${count} days`,
      unsaved: 'Also let go what was never saved',
      unsavedHint: 'Finished pictures that you have not saved may have cost credits.',
      file: 'Take it along',
      fileHint:
        'A file with names, pages and what came of each order. No pictures, no login, no links to results. Rows you have already are not changed by an import.',
      exportNow: 'Export',
      importNow: 'Import',
      imported: (outcome: { added: number; known: number; skipped: number }) =>
        `${historyRows(outcome.added)} added, ${outcome.known} known already, ${outcome.skipped} unreadable.`,
      notImported: 'That file is no exported history.',
      clear: 'Clear',
      clearHint: 'Removes every image that has ended, with its bytes. What still runs stays.',
      clearNow: 'Clear history',
    },
    privacy: {
      title: 'Privacy',
      points: [
        {
          to: 'To Jimeng (ByteDance)',
          text: 'The picture you choose, the size and the upscaler, with your own account.',
        },
        {
          to: 'To the site of the image',
          text: 'A request for the image, as the page itself would make it.',
        },
        {
          to: 'Stays in this browser',
          text: 'The history with its pictures and the addresses of their pages, until you remove it. These settings too, unless your browser copies them to your other devices.',
        },
        {
          to: 'Never stored',
          text: 'Your login. The extension sees whether you are signed in, and keeps a fingerprint that only tells accounts apart.',
        },
      ],
      nothingElse: 'Nothing else leaves your browser: no analytics, no server of ours.',
    },
  },
  charged: {
    no: 'Nothing was charged.',
    maybe: 'Credits may have been charged.',
  },
  errors: {
    'signed-out': 'You were signed out of Jimeng. Sign in, then retry.',
    'confirmation-needed':
      'Jimeng wants you to accept something first, such as new terms. Do it on its site, then retry.',
    'no-credits': 'There are not enough credits on your Jimeng account.',
    'membership-needed': (p) => `${p.target} needs a membership on Jimeng.`,
    'daily-limit': 'Today’s limit of your Jimeng account is used up. Retry tomorrow.',
    busy: 'Jimeng has too much to do and did not accept this. Retry in a while.',
    'risk-control':
      'Jimeng’s risk control refused this. Trying again would make it worse: see what the official site asks of you.',
    'account-restricted':
      'Jimeng has restricted your account from making pictures. Only the official site can say why.',
    'input-refused': 'Jimeng’s content check refused this picture.',
    'output-refused': 'Jimeng’s content check refused the finished picture.',
    'content-refused': 'Jimeng’s content check refused this.',
    'copyright-refused': 'Jimeng refused this picture because of copyright.',
    outdated:
      'Jimeng has changed and no longer understands this version of the extension. An update will be needed; until then the official site works.',
    'region-refused': 'Jimeng is not available from your region or network.',
    'generation-failed': 'Jimeng could not upscale this picture and gave no reason.',
    'upload-unreadable': 'Jimeng could not read the picture it received.',
    'upload-refused': 'Jimeng’s storage refused the upload.',
    'upload-corrupted': 'The picture was damaged on its way to Jimeng.',
    'host-not-allowed':
      'Jimeng named a server that is not one of its own, so the picture was not sent there.',
    'result-deleted': 'The result was deleted on Jimeng before it could be fetched.',
    'result-expired': 'The link to the result has expired. Retry asks for a new one.',
    'result-missing': 'Jimeng reported success but delivered no picture.',
    'http-refused': 'Jimeng refused the request without giving a reason.',
    'server-error': 'Jimeng has a fault at the moment. Retry in a while.',
    'bad-response': 'Jimeng’s answer could not be understood.',
    network: 'The connection to Jimeng broke.',
    timeout: 'Jimeng did not answer in time.',
    'unknown-refusal': 'Jimeng refused this for a reason the extension does not know.',
    'image-empty': 'The image file is empty.',
    'image-is-page':
      'The site sent a web page instead of the image. You may have to sign in there.',
    'image-unknown-type':
      'This is not a kind of image that can be upscaled. JPEG, PNG or WebP work.',
    'image-broken': 'The image file is damaged or incomplete.',
    'image-too-small': 'This image is too small to upscale. The page may have a larger one.',
    'image-too-large': 'This image is too large for Jimeng. Choose a smaller file.',
    'image-blank': 'The image is blank. The page may not have finished loading it.',
    'image-heic': 'HEIC pictures cannot be read here. Choose it as JPEG or PNG.',
    'image-svg-unreadable': 'This drawing (SVG) cannot be turned into a picture. Choose it as PNG.',
    'source-not-found': (p) => `${p.host ?? 'The site'} no longer has this image.`,
    'source-refused': (p) =>
      `${p.host ?? 'The site'} does not hand out this image. Save it from the page, then choose the file.`,
    'source-host-error': (p) => `${p.host ?? 'The site'} has a fault at the moment.`,
    'source-unreachable': (p) => `${p.host ?? 'The site'} cannot be reached.`,
    'source-timeout': (p) => `${p.host ?? 'The site'} did not send the image in time.`,
    'source-gone':
      'The page that held this image is closed or has changed. Open it and click the image again.',
    'source-malformed': 'The image is written into the page in a form that cannot be read.',
    'source-unsupported':
      'Extensions cannot read images from this kind of page. For local files, switch on “Allow access to file URLs” in the browser’s settings for this extension, or choose the file here.',
    'submit-unconfirmed': 'The order was sent, but no answer came and Jimeng does not list it.',
    'result-broken': 'What came back is not a proper picture.',
    'save-failed': 'The browser could not write the file. The picture is still here.',
    'storage-full':
      'There is no room left in the browser’s storage. Remove some pictures here, then retry.',
    'input-lost': 'The original picture is no longer stored. Open its page and click it again.',
    'row-damaged':
      'This entry was damaged in the browser’s storage and cannot go on. Remove it, and click the image again.',
    internal: 'Something went wrong in the extension itself.',
  } satisfies Record<ErrorCode, ErrorSentence> as Record<ErrorCode, ErrorSentence>,
};

/** What looks wrong with a result, found by its size or by its pixels. */
type Flaw = ResultFlaw | PictureFlaw;

/** A fixed sentence, or one that mentions the size that was asked for. */
export type FlawSentence = string | ((target: string) => string);

/** Name of an upscaler, and one honest sentence about it. */
export interface UpscalerWords {
  name: string;
  text: string;
}

/** A fixed sentence, or one that mentions a size or a host. */
export type ErrorSentence = string | ((params: ErrorParams) => string);

/** Shape of a language's catalogue. */
export type Messages = typeof en;
