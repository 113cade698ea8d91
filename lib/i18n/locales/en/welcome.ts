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
    lead: 'Right-click an image, choose 2K or 4K, and save the larger image when it is ready. Your own Jimeng account does the work.',
    sent: 'What leaves this computer',
    points: [
      {
        title: 'The image you choose',
        text: 'It goes to Jimeng, a ByteDance service, through your account. Jimeng’s own terms apply there.',
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
    consent: 'I agree that images I choose are sent to Jimeng (ByteDance) to be upscaled.',
    agree: 'Agree and continue',
    notYet: 'Nothing is sent until you agree. Images you click wait.',
    agreed: 'You have agreed. You can withdraw this in the settings.',
    unofficial: 'Unofficial: not made or endorsed by Jimeng, Dreamina or ByteDance.',
  },
  ready: {
    title: 'Sign in and pin the button',
    account: 'Your Jimeng account',
    'signed-in': 'You are signed in.',
    'signed-out': 'Sign in on Jimeng’s own site, then come back. This page updates automatically.',
    'no-access': 'Your browser blocks this extension from Jimeng’s sites. Allow access first.',
    unknown: 'Checking…',
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
    cost: 'Upscaling to 2K may cost Jimeng credits. Smart HD, which Automatic may switch to, cost 1 credit when last seen.',
    credits: (left: string) => `You have ${left}.`,
    upscale: 'Upscale this image',
    started: 'Started. The toolbar button shows when it is ready.',
    noRoom: 'The browser’s storage is full. Free up disk space, then try again.',
    openHistory: 'Open the history',
    check: 'Check the connection',
    checkHint: 'Tries every free step with Jimeng, without an upscale.',
    needsConsent: 'Agree on the first page before you try it.',
    needsSignIn: 'Sign in on the previous page before you try it.',
  },
};

/** Shape of these messages in every language. */
export type Welcome = typeof welcome;
