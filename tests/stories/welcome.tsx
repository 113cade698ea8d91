/** States of the welcome page. */
import { WelcomePage } from '@/components/welcome/page';
import type { WelcomeActions, WelcomeData, WelcomeStep } from '@/components/welcome/view';
import { messagesFor } from '@/lib/i18n/all-messages';
import type { Language } from '@/lib/i18n/locales/languages';

const PICTURE = new URL('../../public/welcome/cabin.jpg', import.meta.url).href;

type WelcomeStory = WelcomeData & { step: WelcomeStep };

/** The welcome page right after installation, with the given parts changed. */
export function sampleWelcome(parts: Partial<WelcomeStory> = {}): WelcomeStory {
  return {
    step: 'what',
    isAgreed: false,
    services: { jimeng: 'none', dreamina: 'none' },
    account: { site: 'jimeng', state: 'signed-out' },
    isPinned: false,
    isEverywhere: false,
    trial: { src: PICTURE, width: 480, height: 320 },
    isTrying: false,
    isStorageFull: false,
    ...parts,
  };
}

const READY: Partial<WelcomeStory> = {
  isAgreed: true,
  site: 'jimeng',
  services: { jimeng: 'all', dreamina: 'none' },
  account: { site: 'jimeng', state: 'signed-in', credits: { total: 58 } },
  isPinned: true,
};

export const WELCOME_STORIES: Record<string, WelcomeStory> = {
  'welcome-what': sampleWelcome(),
  'welcome-agreed': sampleWelcome({ isAgreed: true }),
  'welcome-ready': sampleWelcome({ step: 'ready', isAgreed: true }),
  'welcome-site': sampleWelcome({ step: 'ready', isAgreed: true, site: 'jimeng' }),
  'welcome-refused-narrow': sampleWelcome({
    step: 'ready',
    isAgreed: true,
    site: 'dreamina',
    refused: 'dreamina',
  }),
  'welcome-sign-in': sampleWelcome({
    ...READY,
    step: 'ready',
    site: 'dreamina',
    services: { jimeng: 'none', dreamina: 'all' },
    isPinned: false,
  }),
  'welcome-ready-done': sampleWelcome({ ...READY, step: 'ready' }),
  'welcome-start': sampleWelcome({ ...READY, step: 'start' }),
  'welcome-start-dreamina': sampleWelcome({ ...READY, step: 'start', site: 'dreamina' }),
  'welcome-start-early': sampleWelcome({ step: 'start', isEverywhere: true }),
  'welcome-trying-narrow': sampleWelcome({ ...READY, step: 'start', isTrying: true }),
};

const log = (name: string) => () => console.log(name);
const actions: WelcomeActions = {
  agree: log('agree'),
  go: log('go'),
  chooseSite: log('chooseSite'),
  signIn: log('signIn'),
  allowService: log('allowService'),
  allowEverywhere: log('allowEverywhere'),
  revokeEverywhere: log('revokeEverywhere'),
  upscaleTrial: log('upscaleTrial'),
  openHistory: log('openHistory'),
  checkConnection: log('checkConnection'),
  done: log('done'),
};

/** The welcome page in one of its states. */
export function WelcomeStory({ story, language }: { story: WelcomeStory; language: Language }) {
  return (
    <WelcomePage
      {...story}
      messages={messagesFor(language)}
      language={language}
      actions={actions}
    />
  );
}
