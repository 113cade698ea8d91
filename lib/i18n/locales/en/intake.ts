import { pluralIn } from '../plural';

const plural = pluralIn('en');

/** About what was dropped, pasted or chosen. */
export const intake = {
  chooseFolder: 'Choose a folder',
  /** While it is read. */
  adding: 'Adding images…',
  added: plural({ one: '# image added.', other: '# images added.' }),
  /** About a folder, an archive or addresses, before it is started. */
  waiting: plural({ one: '# image waits for your start.', other: '# images wait for your start.' }),
  /** Deletes them. */
  discard: 'Discard',
  notImages: plural({
    one: '# file left out: not an image.',
    other: '# files left out: not images.',
  }),
  notAddresses: plural({
    one: '# line left out: not a web address.',
    other: '# lines left out: not web addresses.',
  }),
  tooMany: plural({ one: '# left out: too many at once.', other: '# left out: too many at once.' }),
  nothing: 'No image and no web address.',
  /** Archives, by name. */
  refused: {
    encrypted: (name: string) => `“${name}” is protected by a password and was left out.`,
    damaged: (name: string) => `“${name}” is damaged. What could not be read was left out.`,
    'too-large': (name: string) => `“${name}” would unpack to too much data and was left out.`,
    'too-many': (name: string) => `“${name}” holds too many files and was left out.`,
  },
  /** Before a button that allows access. */
  sites: plural({ one: '# site must be allowed first.', other: '# sites must be allowed first.' }),
};

/** Shape of these messages in every language. */
export type IntakeMessages = typeof intake;
