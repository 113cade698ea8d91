import { pluralIn } from '@/lib/i18n/locales/plural';
import type { Upscaler } from '@/lib/jobs/model/job';
import { settingsEn } from './settings.en';

const plural = pluralIn('en');
const historyRows = plural({ one: '# image', other: '# images' });
const number = plural({ other: '#' });

/** Name of an upscaler, and one honest sentence about it. */
export interface UpscalerWords {
  name: string;
  text: string;
}

/** What the options page says. */
export const optionsEn = {
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
    popupShortcut: 'Open the popup',
    popupShortcutHint: 'The same as a press of the toolbar button.',
    changeShortcuts: 'Change shortcuts',
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
    permissions: {
      title: 'Permissions',
      hint: 'Everything your browser lets this extension do, and what each is for.',
      show: 'Show all',
      /** By their names in the manifest. */
      reasons: {
        activeTab: 'Looks at the page you use it on, after your click, and at no other.',
        scripting: 'Finds and reads the image in that page.',
        contextMenus: 'Adds the entry to the right-click menu.',
        menus: 'Tells which part of the page was right-clicked.',
        storage: 'Keeps these settings.',
        unlimitedStorage: 'Keeps the browser from deleting the history when space runs low.',
        alarms: 'Goes on with an order while the popup is closed.',
        downloads: 'Saves results, and checks that each file was written.',
        cookies: 'Sees whether you are signed in to Jimeng. The login itself is never stored.',
        declarativeNetRequestWithHostAccess:
          'Names the origin of its own requests, as Jimeng and some image sites insist.',
        offscreen: 'Converts pictures and makes files, on a hidden page of its own.',
        sidePanel: 'Shows the history beside the page.',
        notifications: 'Tells you when a picture is ready. Only if you switch that on.',
        '*://*.jianying.com/*': 'Jimeng itself: orders, results, credits, sign-in.',
        'https://*.bytedanceapi.com/*': 'Announces and confirms uploads to Jimeng.',
        'https://*.snssdk.com/*': 'Takes the upload.',
        'https://*.douyin.com/*': 'Takes the upload when Jimeng picks one of these servers.',
        'https://*.byteimg.com/*': 'Delivers the result.',
        'https://*/*': 'Sites of images: the sites you allow here, and no others.',
        'http://*/*': 'The same for sites without encryption.',
      },
    },
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
    rows: (count: number) => (count === 0 ? 'Any number' : `The last ${number(count)}`),
    days: (count: number) =>
      count === 0 ? 'For ever' : count === 365 ? 'For a year' : `For ${number(count)} days`,
    unsaved: 'Also let go what was never saved',
    unsavedHint: 'Finished pictures that you have not saved may have cost credits.',
    file: 'Take it along',
    fileHint:
      'A file with names, the addresses and titles of pages, the addresses of images, and what came of each order. No pictures, no login, no links to results. Rows you have already are not changed by an import.',
    exportNow: 'Export',
    importNow: 'Import',
    imported: (outcome: { added: number; known: number; skipped: number }) =>
      `${historyRows(outcome.added)} added, ${number(outcome.known)} known already, ${number(outcome.skipped)} unreadable.`,
    importing: 'Importing',
    tooLarge: 'That file is too large for an exported history. It was not read.',
    importBroken: (added: number) =>
      `The import broke off; ${historyRows(added)} added. Import the file again for the rest.`,
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
};
