import { pluralIn } from '../plural';

const plural = pluralIn('en');

/** English messages of the settings, except upscaling, access, history and privacy. */
export const settings = {
  saved: 'Saved',
  notSaved: 'The browser did not save the last change. Try again in a minute.',
  account: {
    title: 'Account',
    'signed-in': 'Signed in.',
    credits: plural({ one: 'Signed in, # credit left.', other: 'Signed in, # credits left.' }),
    'signed-out': 'Signed out. Images wait until you sign in.',
    unknown: 'Checking…',
  },
  sites: {
    title: 'Sites',
    why: 'Your account is at one of these sites, or at both. The extension may access only the sites that you allow.',
    states: {
      all: 'Access is allowed.',
      some: 'Only a part of the access is allowed. Some images may wait for the rest.',
      none: 'Access is not allowed. Images for this site wait.',
    },
    everywhere: 'Access is allowed, because “All sites” is on.',
    allow: 'Allow access',
    allowSite: (site: string) => `Allow access to ${site}`,
    remove: 'Remove access',
    removeSite: (site: string) => `Remove access to ${site}`,
    hosts: 'Show what it may access',
    use: 'Account for new images',
    useHint: 'Automatic uses the site where you are signed in.',
    auto: 'Automatic',
    /** The agreement to a site that has no other way. */
    page: {
      title: 'Send orders through {site}’s page',
      agreed:
        'You have agreed. You can take this back here at any time. Images for {site} then wait.',
      notAgreed: 'Images for {site} wait until you agree.',
    },
  },
  tuning: {
    detail: 'Detail strength',
    detailHint: 'How much detail Smart HD may invent. A lower value stays closer to the original.',
    background: 'Transparency',
    backgroundHint:
      '{site}’s images are opaque. The extension puts the transparency back on the result, or sends the image on a color.',
    backgrounds: { keep: 'Keep', white: 'White', colour: 'Color' },
    search: 'Look for a larger original',
    searchHint:
      'A page often shows a small copy. The extension looks for the original of the same image for at most this long.',
    searchSeconds: (seconds: number) => (seconds === 0 ? 'Off' : `${seconds} s`),
    dayLimit: 'Limit for a day',
    dayLimitHint: 'At most so many credits a day, for all images. Empty: no limit.',
    parallel: 'At once',
    parallelHint:
      'How many images {site} works on at the same time. With three, an account without a membership may have to wait.',
  },
  pageWay: {
    title: 'Send orders through Jimeng’s page',
    hint: 'Only needed if Jimeng refuses orders that its own page did not send. Needs a tab with Jimeng; the extension opens one in the background and closes it when it is no longer used.',
  },
  saving: {
    title: 'Saving',
    name: 'File name',
    nameHint: 'Text and fields. The file extension matches the image.',
    saved: 'Saved file names',
    savedHint: 'Press one to use it.',
    keepName: 'Keep this file name',
    removeName: (template: string) => `Remove ${template}`,
    fields: 'Add a field',
    fieldNames: {
      name: 'Name',
      host: 'Site',
      title: 'Page title',
      alt: 'Image description',
      batch: 'Batch',
      index: 'Number in the batch',
      folder: 'Original folder',
      date: 'Date',
      time: 'Time',
      width: 'Width',
      height: 'Height',
      scale: 'Scale factor',
      upscaler: 'Upscaler',
      target: 'Requested size',
      counter: 'Counter',
      id: 'Short ID',
      ext: 'Extension',
    },
    folder: 'Folder',
    folderHint:
      'Inside your browser’s download folder. Fields work here too; slashes make subfolders. “Original folder” keeps the folders of what you dropped.',
    folderNone: 'None',
    preview: 'Example',
    conflict: 'If the file exists',
    conflicts: { number: 'Keep both', overwrite: 'Replace', skip: 'Skip', ask: 'Ask each time' },
    conflictHint:
      'Skip writes nothing if this image’s file is still there. Asking opens the browser’s own dialog for every save.',
    format: 'Format',
    formats: { original: 'Original', png: 'PNG', jpeg: 'JPEG', webp: 'WebP' },
    formatHint:
      'Converted when you save, in sRGB. The image in the history is not changed. JPEG has no transparency.',
    quality: 'Quality',
    auto: 'Save automatically when done',
    autoHint: 'Each image once, without a dialog.',
    note: 'Write the source into the file',
    noteHint:
      'The page, the date, the upscaler, and that AI enlarged it, as metadata (XMP) that other programs can show. Anyone who has the file can read the page address, up to its question mark.',
  },
  /** A choice under the name of its page, as in “Read: Layout”. */
  of: (page: string, choice: string) => `${page}: ${choice}`,
  menu: {
    style: 'Context menu',
    styles: { sizes: '2K and 4K', sites: 'Each site', direct: 'One entry' },
    styleHint: 'One entry upscales right away, to the size above.',
    text: 'Your own text',
    textHint:
      '“&” before a letter makes it the key of the entry while the menu is open, as U in “&Upscale”, unless another entry has it; not on macOS. “&&” shows an “&”. Empty: the usual text.',
  },
  appearance: {
    title: 'Appearance',
    language: 'Language',
    languageOfBrowser: 'Browser language',
    languageHint: 'The names of the extension and its shortcut follow the browser.',
    theme: 'Colours',
    themes: { auto: 'System', light: 'Light', dark: 'Dark' },
    toast: 'Show messages on the page',
    toastHint: 'A small message in the corner when an image is added, is done or needs you.',
    notify: 'Notify when an image is done or fails',
    notifyHint: 'Your browser asks for permission. Without it, only the toolbar button tells you.',
  },
  consent: {
    title: 'Your consent',
    given: (day: string) => `Given on ${day}. Images you choose go to the site of your account.`,
    missing: 'Not given. No image is sent.',
    takeBack: 'Withdraw',
    read: 'Read and decide',
  },
  help: {
    title: 'Help',
    welcome: 'First steps',
    welcomeHint: 'What is sent where, how to sign in, and a first try.',
    openWelcome: 'Show again',
    diagnostics: 'Bug report',
    noReport: 'No report is available while the history cannot be read.',
    diagnosticsHint:
      'Versions, settings, counts, error codes, and whether you are signed in. No addresses, no names, and nothing that identifies the account.',
    copy: 'Copy report',
    copied: 'Copied',
    show: 'Show report',
    reset: 'Reset settings',
    resetHint: 'Restores the defaults on this page. History, site access and consent stay.',
    resetNow: 'Reset',
    resetSure: 'Reset all settings',
  },
};

/** Shape of these messages in every language. */
export type Settings = typeof settings;
