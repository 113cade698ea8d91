import type { WordsData } from '@/lib/finder/words';
import type { ErrorParams } from '@/lib/i18n/errors';
import { pluralIn } from '@/lib/i18n/plural';
import type { Tool } from '@/lib/jimeng/tools';
import type { ErrorCode, Upscaler } from '@/lib/jobs/job';
import type { StageKey } from '@/lib/jobs/selectors';

const plural = pluralIn('en');

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
    signInTitle: 'Sign in to Jimeng',
    signInText: 'Your own account does the upscaling. No password reaches this extension.',
    signInWaiting: plural({
      one: '# image is waiting and goes on by itself.',
      other: '# images are waiting and go on by themselves.',
    }),
  },
  list: {
    label: 'History',
    more: plural({ one: 'Show # more', other: 'Show # more' }),
  },
  actions: {
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved',
    saveAgain: 'Save again',
    retry: 'Retry',
    retryMayCost: 'Retry (may cost credits)',
    cancel: 'Cancel',
    remove: 'Remove',
    openPage: 'Open page',
    more: 'More',
    signIn: 'Sign in',
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
  },
  announce: {
    done: (name: string) => `${name} is ready.`,
    saved: (name: string) => `${name} is saved.`,
    failed: (name: string, sentence: string) => `${name} failed. ${sentence}`,
    waiting: (name: string, sentence: string) => `${name} is waiting. ${sentence}`,
    stage: (name: string, stage: string) => `${name}: ${stage}`,
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
  options: {
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
    'still-running':
      'Jimeng has not finished after a day. Retry looks again without ordering again.',
    'result-broken': 'What came back is not a proper picture.',
    'save-failed': 'The browser could not write the file. The picture is still here.',
    'storage-full':
      'There is no room left in the browser’s storage. Remove some pictures here, then retry.',
    'input-lost': 'The original picture is no longer stored. Open its page and click it again.',
    internal: 'Something went wrong in the extension itself.',
  } satisfies Record<ErrorCode, ErrorSentence> as Record<ErrorCode, ErrorSentence>,
};

/** Name of an upscaler, and one honest sentence about it. */
export interface UpscalerWords {
  name: string;
  text: string;
}

/** A fixed sentence, or one that mentions a size or a host. */
export type ErrorSentence = string | ((params: ErrorParams) => string);

/** Shape of a language's catalogue. */
export type Messages = typeof en;
