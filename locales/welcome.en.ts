/** English words of the welcome page. */
export const welcomeEn = {
  title: 'Welcome',
  step: (now: number, of: number) => `Step ${now} of ${of}`,
  steps: 'Steps',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  what: {
    title: 'Larger pictures, from any page',
    lead: 'Right-click an image, choose 2K or 4K, and save the larger picture when it is ready. Your own Jimeng account does the work.',
    sent: 'What leaves this computer',
    points: [
      {
        title: 'The picture you choose',
        text: 'It goes to Jimeng, a service of ByteDance, with your account. Jimeng’s own terms hold for it there.',
      },
      {
        title: 'Nothing else',
        text: 'No other image, no browsing, no analytics. There is no server of ours.',
      },
      {
        title: 'Your history stays here',
        text: 'It is kept in this browser until you remove it. Your password never reaches this extension.',
      },
    ],
    consent: 'I agree that images I choose are sent to Jimeng (ByteDance) to be upscaled.',
    agree: 'Agree and go on',
    notYet: 'Until then nothing is sent. What you click waits.',
    agreed: 'You have agreed. You can take that back in the settings.',
    unofficial: 'Unofficial: not made or endorsed by Jimeng, Dreamina or ByteDance.',
  },
  ready: {
    title: 'Sign in and keep it in sight',
    account: 'Your Jimeng account',
    'signed-in': 'You are signed in.',
    'signed-out': 'Sign in on Jimeng’s own site, then come back. This page notices by itself.',
    'no-access': 'Your browser keeps this extension away from Jimeng’s sites. Allow them first.',
    unknown: 'Looking',
    pin: 'The toolbar button',
    pinned: 'It is in your toolbar. It shows what runs and opens your history.',
    unpinned:
      'Press the puzzle piece in the toolbar, then the pin beside “Upscale with Dreamina”. The button shows what runs and opens your history.',
  },
  start: {
    title: 'Reading images, and a first try',
    access: 'May it read images on other sites?',
    ask: 'Ask per site',
    askHint: 'Most images need no access. Where one does, its row asks for that one site.',
    everywhere: 'All sites now',
    everywhereHint:
      'No image has to ask. Your browser would let the extension read every site; it still reads only the image you choose. The settings take it back.',
    try: 'Try it',
    tryAlt: 'A small drawn picture of a cabin under the northern lights',
    trySize: (size: string) => `${size} pixels, drawn for this page.`,
    cost: 'Upscaling to 2K may cost credits on Jimeng: 1 was last seen with Smart HD, which Automatic may turn to.',
    credits: (left: string) => `You have ${left}.`,
    upscale: 'Upscale this picture',
    started: 'On its way. The toolbar button shows when it is ready.',
    openHistory: 'Open the history',
    needsConsent: 'Agree on the first page before trying.',
    needsSignIn: 'Sign in on the page before, then try.',
  },
};
