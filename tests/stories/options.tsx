/** States of the options page. */
import type { OptionsHistoryProps } from '@/components/options/history';
import { OptionsPage, type OptionsPageProps } from '@/components/options/page';
import type { OptionsReplaceProps } from '@/components/options/replace-sites';
import type { OptionsActions, OptionsData } from '@/components/options/view';
import type { Settings } from '@/lib/browser/storage/settings-shape';
import { DEFAULT_SETTINGS } from '@/lib/browser/storage/settings-shape';
import { COMMANDS, type CommandName } from '@/lib/browser/tabs/command-names';
import { type Shortcut, withFreeKeys } from '@/lib/browser/tabs/free-keys';
import { messagesFor } from '@/lib/i18n/all-messages';
import type { Language } from '@/lib/i18n/locales/languages';
import { NAME_FIELDS } from '@/lib/images/naming/name-template';
import { diagnosticsOf } from '@/lib/jobs/history/diagnostics';
import {
  ALL_BAD,
  ALL_GOOD,
  RUNNING_CHECK,
  STOPPED_CHECK,
  sampleAdvanced,
  sampleConnection,
} from './connection';
import { SYNC_PREVIEW, sampleElsewhere, TOO_LONG } from './elsewhere';
import { FAILED, NOW, WAITING } from './jobs';

const SITES = ['cdn.example.com', 'images-eu-west-1.production.a-rather-long-name.example.com'];

const BOTH = { jimeng: 'all', dreamina: 'all' } as const;

/** Some of what the manifest asks for. */
const PERMISSIONS = [
  'activeTab',
  'cookies',
  'declarativeNetRequestWithHostAccess',
  'notifications',
  'https://*/*',
];

/** All commands, with these keys. */
function sampleShortcuts(keys: Partial<Record<CommandName, string>> = {}): Shortcut[] {
  return withFreeKeys(COMMANDS.map((name) => ({ name, keys: keys[name] ?? '' })));
}

/** The options page right after installation, with the given parts changed. */
export function sampleOptions(
  parts: Partial<OptionsData> & { chosen?: Partial<Settings> } = {},
): OptionsData {
  const { chosen, ...others } = parts;
  return {
    settings: { ...DEFAULT_SETTINGS, ...chosen },
    access: { everywhere: false, sites: [], services: { jimeng: 'all', dreamina: 'none' } },
    permissions: PERMISSIONS,
    account: { site: 'jimeng', state: 'signed-in', credits: { total: 58 } },
    consentAt: NOW - 86_400_000,
    isPageAgreed: { jimeng: false, dreamina: false },
    shortcuts: sampleShortcuts({
      _execute_action: 'Alt+Shift+Y',
      'upscale-under-pointer': 'Alt+Shift+U',
    }),
    canSetKeys: false,
    example: 'harbour-at-dawn_2k.png',
    fields: NAME_FIELDS,
    report: REPORT,
    ...others,
  };
}

const REPORT = diagnosticsOf({
  version: '0.1.0',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36',
  language: 'en',
  settings: { ...DEFAULT_SETTINGS },
  account: 'signed-in',
  hasConsent: true,
  access: { everywhere: false, sites: SITES, services: { jimeng: 'all', dreamina: 'none' } },
  counts: { running: 1, needs: 2, done: 40, failed: 3, cancelled: 0 },
  bytes: 310_000_000,
  batches: [],
  jobs: [...Object.values(FAILED).slice(0, 4), ...Object.values(WAITING).slice(0, 2)],
  now: NOW,
});

const site = { since: NOW, isMarked: true, ahead: 0, limit: 0 };
const REPLACED: OptionsReplaceProps = {
  sites: {
    'https://gallery.example/*': { ...site, ahead: 3, limit: 24 },
    'https://images-eu-west-1.production.a-rather-long-name.example.com/*': site,
  },
  closed: ['https://images-eu-west-1.production.a-rather-long-name.example.com/*'],
  actions: {
    change: () => console.log('changeReplaced'),
    switchOff: () => console.log('switchReplacedOff'),
    allow: () => console.log('allowReplaced'),
  },
};

type OptionsStoryData = OptionsData &
  Pick<OptionsPageProps, 'connection' | 'advanced' | 'elsewhere' | 'replaced'>;

export const OPTIONS_STORIES: Record<string, OptionsStoryData> = {
  options: sampleOptions(),
  // scripts/pictures/stories.ts presses the switch of Jimeng's page in it.
  'options-page-way': sampleOptions(),
  'options-dreamina': sampleOptions({
    account: { site: 'dreamina', other: 'jimeng', state: 'signed-in', credits: { total: 96 } },
    access: { everywhere: false, sites: SITES, services: { jimeng: 'all', dreamina: 'all' } },
    isPageAgreed: { jimeng: false, dreamina: true },
    chosen: { site: 'dreamina' },
  }),
  // scripts/pictures/stories.ts presses the switch of Dreamina's page in it.
  'options-page-agreement': sampleOptions({
    access: { everywhere: false, sites: SITES, services: BOTH },
  }),
  'options-check-good': { ...sampleOptions(), connection: ALL_GOOD },
  'options-check-bad': {
    ...sampleOptions(),
    connection: ALL_BAD,
    advanced: sampleAdvanced({ appvr: '8.5.0', rootModel: 'high_aes_general_v60' }),
  },
  'options-check-running': { ...sampleOptions(), connection: RUNNING_CHECK },
  'options-check-narrow': {
    ...sampleOptions(),
    connection: STOPPED_CHECK,
    advanced: sampleAdvanced({ webVersion: '7.6.0' }),
  },
  'options-elsewhere': { ...sampleOptions(), elsewhere: SYNC_PREVIEW },
  'options-elsewhere-refused': { ...sampleOptions(), elsewhere: TOO_LONG },
  'options-replace': { ...sampleOptions(), replaced: REPLACED },
  'options-used': sampleOptions({
    chosen: {
      target: '4k',
      upscaler: 'smart-hd',
      detail: 0.3,
      background: '#c98b4e',
      parallel: 3,
      menuStyle: 'direct',
      isPointerMenuOn: false,
      isNotifyOn: true,
      menuText: '&Bigger, please',
      nameTemplate: '{host} {name} {width}x{height}',
      folder: 'Dreamina/{date}',
      savedTemplates: [
        '{name}_{target}',
        '{host} {name} {width}x{height}',
        '{batch}/{index} {name}',
      ],
      conflict: 'ask',
      isAutoSaveOn: true,
      format: 'webp',
      quality: 0.8,
      isNoteOn: true,
      theme: 'dark',
    },
    access: { everywhere: true, sites: SITES, services: BOTH },
    account: { site: 'jimeng', state: 'signed-out', otherJars: 'isolated' },
    consentAt: undefined,
    shortcuts: sampleShortcuts(),
    canSetKeys: true,
    areKeysRefused: true,
    saveOutcome: 'saved',
    example: 'Dreamina/2026-11-22/gallery.example harbour-at-dawn 2880x2160.webp',
  }),
  'options-narrow': sampleOptions({
    access: { everywhere: false, sites: SITES, services: { jimeng: 'some', dreamina: 'none' } },
    account: { site: 'jimeng', state: 'no-access' },
    saveOutcome: 'failed',
  }),
};

const log = (name: string) => () => console.log(name);
const actions: OptionsActions = {
  change: log('change'),
  notify: log('notify'),
  allowEverywhere: log('allowEverywhere'),
  revokeEverywhere: log('revokeEverywhere'),
  revoke: log('revoke'),
  allowService: log('allowService'),
  revokeService: log('revokeService'),
  openShortcuts: log('openShortcuts'),
  useKeys: log('useKeys'),
  openList: log('openList'),
  openWelcome: log('openWelcome'),
  takeBackConsent: log('takeBackConsent'),
  sendAllThroughPage: log('sendAllThroughPage'),
  agreeToPage: log('agreeToPage'),
  signIn: log('signIn'),
  openService: log('openService'),
  reset: log('reset'),
  copyReport: async () => console.log('copyReport'),
};

const HISTORY: OptionsHistoryProps = {
  rows: 1_284,
  bytes: 3_400_000_000,
  kept: { result: 290_000_000, source: 31_000_000 },
  retention: { days: 0, rows: 5_000, bytes: 1e9, includesUnsaved: false },
  choices: { days: [0, 30, 90, 365], rows: [0, 200, 1_000, 5_000], bytes: [0, 500e6, 1e9] },
  imported: { state: 'done', added: 12, known: 3, skipped: 1 },
  actions: {
    changeRetention: log('changeRetention'),
    exportHistory: log('exportHistory'),
    importHistory: log('importHistory'),
    clearHistory: log('clearHistory'),
    readAgain: log('readAgain'),
    undoRemoval: log('undoRemoval'),
  },
};

/** The options page in one of its states. */
export function OptionsStory({ story, language }: { story: OptionsStoryData; language: Language }) {
  return (
    <OptionsPage
      connection={sampleConnection({ isAgreed: story.consentAt !== undefined })}
      advanced={sampleAdvanced()}
      {...story}
      messages={messagesFor(language)}
      language={language}
      actions={actions}
      history={HISTORY}
      elsewhere={story.elsewhere ?? sampleElsewhere()}
    />
  );
}
