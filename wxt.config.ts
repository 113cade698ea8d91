import { defineConfig } from 'wxt';

/**
 * Hosts of the service. The list is complete from the first release, because a
 * host added later would disable the extension until each user agrees again.
 * docs/PERMISSIONS.md says what each is for.
 */
const SERVICE_HOSTS = [
  // Both schemes, or sign-ins go unnoticed: the login cookie is not `Secure`.
  '*://*.jianying.com/*',
  'https://*.bytedanceapi.com/*',
  'https://*.snssdk.com/*',
  'https://*.douyin.com/*',
  'https://*.byteimg.com/*',
];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    minimum_chrome_version: '127',
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
      browser === 'firefox' ? 'menus' : 'offscreen',
    ],
    host_permissions: SERVICE_HOSTS,
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      'upscale-under-pointer': {
        suggested_key: { default: 'Alt+Shift+U' },
        description: '__MSG_upscaleUnderPointer__',
      },
    },
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
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
          id: 'upscale-with-dreamina@example.org',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['websiteContent', 'authenticationInfo'] },
        },
      },
    }),
  }),
  zip: { artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip' },
});
