import type { Upscaler } from '@/lib/jobs/model/job';
import { pluralIn } from '../plural';
import { connection } from './connection';
import { elsewhere } from './elsewhere';
import { keys } from './keys';
import { settings } from './settings';

const plural = pluralIn('en');
const historyRows = plural({ one: '# image', other: '# images' });
const number = plural({ other: '#' });

/** Name and one-sentence description of an upscaler. */
export interface UpscalerWords {
  name: string;
  text: string;
}

/** Messages of the options page. */
export const options = {
  ...settings,
  ...connection,
  elsewhere,
  keys,
  title: 'Settings',
  unofficial: 'Unofficial. Not made or endorsed by Jimeng, Dreamina or ByteDance.',
  upscaling: {
    title: 'Upscaling',
    size: 'Size',
    sizeHint:
      'Default size. The right-click menu always lets you choose. 4K may need a {site} membership. {site} decides the exact pixel size.',
    upscaler: 'Upscaler',
  },
  upscalers: {
    auto: {
      name: 'Automatic',
      text: 'Starts with Smart HD. If {site} ends that without a larger image, it tries the other upscalers. It remembers for a week what worked.',
    },
    'super-resolution': {
      name: 'Super resolution',
      text: 'Only this one. Jimeng rarely finishes it for uploaded images, and may return the same size.',
    },
    'smart-hd': {
      name: 'Smart HD',
      text: 'Invents fine detail, so text and faces may change. On Jimeng, 2K cost 1 credit when last seen.',
    },
    'fast-hd': {
      name: 'Fast HD',
      text: 'Fast, and free on Jimeng when last seen. Ignores 2K and 4K and roughly doubles the image.',
    },
  } satisfies Record<Upscaler, UpscalerWords> as Record<Upscaler, UpscalerWords>,
  ways: {
    title: 'Menu and keyboard',
    pointer: 'Offer “Upscale image here” on pages, links and videos',
    pointerHint:
      'For backgrounds, drawings, and images that are covered or not loaded yet: the browser does not see an image there. It cannot tell in advance, so the entry also appears where there is no image.',
    noShortcut: 'Not set',
    changeShortcuts: 'Change shortcuts',
  },
  access: {
    title: 'Access to sites',
    why: 'Most images need no permission: your click lets the extension read that one page. But many pages keep their images on other sites, and some of those sites serve them only to extensions you have allowed there. The image then waits and asks for that one site.',
    sites: 'Sites you have allowed',
    noSites: 'None yet.',
    revoke: 'Revoke',
    revokeSite: (site: string) => `Revoke ${site}`,
    everywhere: 'All sites',
    everywhereHint:
      'No image has to ask any more. Your browser would let the extension read every site you visit; it still reads only the images you choose.',
    permissions: {
      title: 'Permissions',
      hint: 'Everything your browser lets this extension do, and why.',
      show: 'Show all',
      /** By their names in the manifest. */
      reasons: {
        activeTab: 'Reads the page you use it on, after your click, and no other page.',
        scripting:
          'Finds and reads the image in that page. On sites you have allowed, it also remembers where you last right-clicked.',
        contextMenus: 'Adds the entry to the right-click menu.',
        menus: 'Tells which part of the page you right-clicked.',
        storage: 'Keeps these settings.',
        unlimitedStorage: 'Keeps the browser from deleting the history when space runs low.',
        alarms: 'Continues a job while the popup is closed.',
        downloads: 'Saves results, and checks that each file was written.',
        cookies:
          'Checks whether you are signed in to Jimeng or Dreamina. The login itself is never stored.',
        declarativeNetRequestWithHostAccess:
          'Sets the origin of its own requests, which {site} and some image sites require.',
        offscreen: 'Converts images and creates files on a hidden page of its own.',
        sidePanel: 'Shows the history beside the page.',
        notifications: 'Tells you when an image is ready. Only used if you turn that on.',
        'https://*/*':
          'The sites of your account, and image sites: the ones you allow here, and no others.',
        'http://*/*': 'The same for unencrypted sites.',
      },
    },
  },
  history: {
    title: 'History',
    why: 'Your history is kept in this browser only.',
    storage: 'Storage',
    storageHint: (rows: number, size?: string) =>
      size ? `${historyRows(rows)}, ${size} in this browser.` : `${historyRows(rows)}.`,
    keep: 'Keep',
    keepHint:
      'Older entries are removed automatically, with their images. Running jobs and unsaved results stay.',
    keepRows: 'How many images are kept',
    keepDays: 'How long images are kept',
    rows: (count: number) => (count === 0 ? 'Any number' : `The last ${number(count)}`),
    days: (count: number) =>
      count === 0 ? 'Forever' : count === 365 ? 'For a year' : `For ${number(count)} days`,
    space: 'Space for results',
    spaceHint:
      'Results beyond this are removed, those saved longest ago first. The entry, its thumbnail and its original stay.',
    spaceUsed: (results: string, sources: string) =>
      `Results take ${results}, originals ${sources}.`,
    keepSpace: 'How much space results may take',
    size: (size: string | undefined) => (size ? `At most ${size}` : 'Any size'),
    unsaved: 'Also remove unsaved results',
    unsavedHint: 'Finished images that you have not saved may have cost credits.',
    file: 'Export and import',
    fileHint:
      'The file holds names, page addresses and titles, image addresses, and the outcome of each job. It has no images, no login and no links to results. An import does not change entries you already have.',
    exportNow: 'Export',
    importNow: 'Import',
    imported: (outcome: { added: number; known: number; skipped: number }) =>
      `${historyRows(outcome.added)} added, ${number(outcome.known)} already known, ${number(outcome.skipped)} unreadable.`,
    importing: 'Importing',
    tooLarge: 'This file is too large to be an exported history. It was not read.',
    importBroken: (added: number) =>
      `The import was interrupted: ${historyRows(added)} added. Import the file again for the rest.`,
    notImported: 'This file is not an exported history.',
    clear: 'Clear',
    clearHint: 'Removes every image that is no longer running, with its files. Running jobs stay.',
    clearNow: 'Clear history',
  },
  privacy: {
    title: 'Privacy',
    points: [
      {
        to: 'To the site of your account, Jimeng or Dreamina (ByteDance)',
        text: 'The image you choose, the size and the upscaler, through that account.',
      },
      {
        to: 'To the site of the image',
        text: 'A request for the image. It includes your cookies for that site only if the site refuses without them.',
      },
      {
        to: 'Stays in this browser',
        text: 'The history with its images and the addresses of their pages, until you remove it. These settings too, unless you send them to your browser’s sync.',
      },
      {
        to: 'Never stored',
        text: 'Your login. The extension checks whether you are signed in and keeps a fingerprint, only to tell accounts apart.',
      },
    ],
    nothingElse: 'Nothing else leaves your browser. There are no analytics and no server of ours.',
  },
};

/** Shape of these messages in every language. */
export type Options = typeof options;
