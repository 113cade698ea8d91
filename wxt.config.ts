import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { BACKGROUND_WORDS } from './lib/i18n/background-words';
import { PAGE_CHUNKS } from './scripts/release/page-chunks';
import { licenseListOf, writeThirdParty } from './scripts/release/third-party';

/** The oldest browsers that are let in. Nothing is written in words older than theirs. */
const OLDEST = { chrome: '127', firefox: '142' } as const;

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    ...(browser !== 'firefox' && { minimum_chrome_version: OLDEST.chrome }),
    incognito: 'not_allowed',
    permissions: [
      'activeTab',
      'scripting',
      'contextMenus',
      'storage',
      'unlimitedStorage',
      'alarms',
      'downloads',
      'cookies',
      'declarativeNetRequestWithHostAccess',
      ...(browser === 'firefox' ? ['menus'] : ['offscreen', 'sidePanel']),
    ],
    optional_permissions: ['notifications'],
    // The install asks for no site. Those of an account are requested where the person chooses it (welcome page, settings).
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: {
      default_title: '__MSG_extensionName__',
      // Firefox would put the button, and its mark, behind that of all extensions.
      ...(browser === 'firefox' && { default_area: 'navbar' }),
    },
    commands: {
      'upscale-under-pointer': {
        suggested_key: { default: 'Alt+Shift+U' },
        description: '__MSG_upscaleUnderPointer__',
      },
      // The others suggest no keys: they would collide with a browser's own. The settings name free ones.
      'upscale-2k': { description: '__MSG_upscale2k__' },
      'upscale-4k': { description: '__MSG_upscale4k__' },
      'choose-several': { description: '__MSG_chooseSeveral__' },
      'show-results': { description: '__MSG_showResults__' },
      'open-list': { description: '__MSG_openList__' },
      'open-panel': { description: '__MSG_openPanel__' },
      'compare-newest': { description: '__MSG_compareNewest__' },
      'save-newest': { description: '__MSG_saveNewest__' },
      'pause-all': { description: '__MSG_pauseAll__' },
      'open-options': { description: '__MSG_openOptions__' },
      // The browser has words of its own for this one.
      _execute_action: { suggested_key: { default: 'Alt+Shift+Y' } },
    },
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        // LittleCMS, which converts CMYK pictures, is WebAssembly.
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "connect-src 'self' https: http: data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: '{5e5afe6b-2a5c-4557-ad95-04662fb9f4ab}',
          strict_min_version: `${OLDEST.firefox}.0`,
          data_collection_permissions: { required: ['websiteContent', 'authenticationInfo'] },
        },
      },
    }),
  }),
  vite: ({ browser }) => ({
    build: {
      target: browser === 'firefox' ? `firefox${OLDEST.firefox}` : `chrome${OLDEST.chrome}`,
      rollupOptions: {
        // Else the names of the Public Suffix List (tldts) are written out at each of their uses.
        optimization: { inlineConst: false },
        // parse-srcset writes every bad `srcset` of a page to its console.
        treeshake: { manualPureFunctions: ['console.log'] },
      },
    },
  }),
  hooks: {
    'build:publicAssets'(wxt, files) {
      files.push({
        absoluteSrc: join(wxt.config.root, 'node_modules/lcms-wasm/dist/lcms.wasm'),
        relativeDest: 'lcms.wasm',
      });
      // The background has English in itself, and fetches any other language.
      for (const [language, words] of Object.entries(BACKGROUND_WORDS)) {
        if (language === 'en') continue;
        files.push({ relativeDest: `words/${language}.json`, contents: JSON.stringify(words) });
      }
    },
    'build:done'(wxt) {
      // While somebody develops, only what has changed is built, and nothing is shipped.
      if (wxt.config.command === 'build') writeThirdParty(wxt.config.outDir);
    },
    'vite:build:extendConfig'(entrypoints, config) {
      const run = entrypoints.map(({ name }) => name).join('-');
      config.build = { ...config.build, license: licenseListOf(run) };
      if (!entrypoints.some(({ type }) => type === 'popup')) return;
      // Every browser that runs this can preload modules.
      config.build = { ...config.build, modulePreload: { polyfill: false } };
      config.build.rolldownOptions = {
        ...config.build.rolldownOptions,
        output: { ...config.build.rolldownOptions?.output, codeSplitting: PAGE_CHUNKS },
      };
    },
  },
  zip: {
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    // Mozilla's reviewers get the sources as well; what runs leave behind is none.
    excludeSources: ['test-results/**', 'coverage/**', '*.log'],
  },
});
