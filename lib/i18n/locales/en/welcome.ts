import type { SiteName } from '@/lib/jimeng/model/sites';

/** English words of the welcome page. */
export const welcome = {
  title: 'Welcome',
  step: (now: number, of: number) => `Step ${now} of ${of}`,
  steps: 'Steps',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  what: {
    title: 'Larger images from any page',
    lead: 'Right-click an image, choose 2K or 4K, and save the larger image when it is ready. Your own account at Jimeng or Dreamina does the work.',
    sent: 'What leaves this computer',
    points: [
      {
        title: 'The image you choose',
        text: 'It goes to the site where your account is: Jimeng or Dreamina, both services of ByteDance. That site’s own terms apply there.',
      },
      {
        title: 'Nothing else',
        text: 'No other images, no browsing history, no analytics. There is no server of ours.',
      },
      {
        title: 'Your history stays here',
        text: 'It is kept in this browser until you remove it. This extension never sees your password.',
      },
    ],
    consent:
      'I agree that images I choose are sent to the site of my account, Jimeng or Dreamina (ByteDance), to be upscaled.',
    agree: 'Agree and continue',
    notYet: 'Nothing is sent until you agree. Images you click wait.',
    agreed: 'You have agreed. You can withdraw this in the settings.',
    unofficial: 'Unofficial: not made or endorsed by Jimeng, Dreamina or ByteDance.',
  },
  ready: {
    title: 'Where is your account?',
    site: 'Site',
    other: 'You can add the other site later in the settings.',
    access: (site: string) => `Access to ${site}`,
    accessAsk:
      'Your browser will ask whether this extension may access these sites, and no others.',
    refused: (site: string) =>
      `Access was not allowed. Without it nothing can be upscaled with ${site}. You can allow it now or later.`,
    account: (site: string) => `Your ${site} account`,
    signedIn: 'You are signed in.',
    signIn: (site: string) =>
      `Sign in on ${site}’s own site, then come back. This page updates automatically.`,
    checking: 'Checking…',
    pin: 'The toolbar button',
    pinned: 'It is in your toolbar. It shows progress and opens your history.',
    unpinned:
      'Click the puzzle piece in the toolbar, then the pin next to “Upscale with Dreamina”. The button shows progress and opens your history.',
  },
  start: {
    title: 'Site access and a first try',
    access: 'May the extension read images on other sites?',
    ask: 'Ask for each site',
    askHint: 'Most images need no permission. If one does, it asks for that one site.',
    everywhere: 'Allow all sites now',
    everywhereHint:
      'No image has to ask. Your browser would let the extension read every site; it still reads only the images you choose. You can revoke this in the settings.',
    try: 'Try it',
    tryAlt: 'A small drawing of a cabin under the northern lights',
    trySize: (size: string) => `${size} pixels, drawn for this page.`,
    cost: {
      jimeng:
        'Upscaling to 2K may cost Jimeng credits. Smart HD, which Automatic starts with, cost 1 credit when last seen.',
      dreamina: 'Upscaling to 2K may cost Dreamina credits. How many is not known yet.',
    } as Record<SiteName, string>,
    credits: (left: string) => `You have ${left}.`,
    upscale: 'Upscale this image',
    started: 'Started. The toolbar button shows when it is ready.',
    noRoom: 'The browser’s storage is full. Free up disk space, then try again.',
    openHistory: 'Open the history',
    check: 'Check the connection',
    checkHint: 'Tries every free step, without an upscale.',
    needsConsent: 'Agree on the first page before you try it.',
    needsSignIn: 'Allow access and sign in on the previous page before you try it.',
  },
};

/** Shape of these messages in every language. */
export type Welcome = typeof welcome;
