import { pluralIn } from '../plural';

const plural = pluralIn('en');

/** English messages about taking the settings to another browser. */
export const elsewhere = {
  title: 'Settings elsewhere',
  why: 'Takes what you chose here and on the other pages of the extension to another browser. Never images, history, consent, permissions or anything of an account.',
  file: 'As a file',
  fileHint: 'You see what a file would change before it changes anything.',
  exportNow: 'Export settings',
  importNow: 'Import settings',
  sync: 'With the browser’s sync',
  syncHint:
    'Only when you press a button. Your browser then takes what you sent to your other devices, if its own sync is on.',
  send: 'Send to sync',
  fetch: 'Fetch from sync',
  lastSent: (day: string, version: string) => `Last sent on ${day}, by version ${version}.`,
  neverSent: 'Nothing has been sent yet.',
  /** Names of settings. */
  tooLong: (names: string) =>
    `Not sent. Too long for the browser’s sync: ${names}. Shorten it, or use a file. Nothing was changed.`,
  /** What the browser said, in its own words. */
  refused: (words: string) => `Nothing was changed, because the browser refused: ${words}`,
  mixed: (words: string) => `Only a part was sent. Send again. The browser said: ${words}`,
  said: {
    sent: 'Sent.',
    full: 'Not sent: together, the settings are too long for the browser’s sync. Nothing was changed.',
    'too-often':
      'Not sent: too many changes in a short time. Try again in a few minutes. Nothing was changed.',
    nothing: 'There are no settings in the browser’s sync.',
    incomplete: 'Not all settings from your other device have arrived yet. Try again later.',
    newer: 'A newer version of the extension wrote these settings. Update the extension first.',
    'no-settings': 'This file is not an exported settings file.',
    'too-large-file': 'This file is too large to be exported settings. It was not read.',
    applied: 'The settings were taken over.',
    'put-back': 'The previous settings are back.',
    'not-stored': 'The browser did not store the settings. Nothing was changed.',
  },
  preview: {
    title: 'What would change',
    from: {
      file: (day: string, version: string) => `File of ${day}, from version ${version}.`,
      sync: (day: string, version: string) => `Sent on ${day}, by version ${version}.`,
    },
    changes: plural({ one: '# setting changes', other: '# settings change' }),
    same: plural({ one: '# stays the same', other: '# stay the same' }),
    nothing: 'You have these settings already.',
    damaged: (names: string) => `Damaged, so not taken over: ${names}.`,
    unknown: (names: string) => `Unknown to this version, so not taken over: ${names}.`,
    /** The rule of the history becomes stricter. */
    shortens:
      'The history then keeps less. Older entries are removed for good, and nothing here brings them back.',
    apply: 'Apply',
  },
  previous: {
    title: 'Previous settings',
    from: {
      file: (day: string) => `From before the import of ${day}.`,
      sync: (day: string) => `From before the fetch from sync on ${day}.`,
      reset: (day: string) => `From before the reset of ${day}.`,
      'put-back': (day: string) => `From before the settings were put back on ${day}.`,
    },
    putBack: 'Put back the previous settings',
  },
  /** Values of settings in a preview. */
  values: {
    on: 'On',
    off: 'Off',
    none: 'None',
    templates: plural({ one: '# template', other: '# templates' }),
  },
};

/** Shape of these messages in every language. */
export type Elsewhere = typeof elsewhere;
