import { pluralIn } from '../plural';

const plural = pluralIn('en');
const number = plural({ other: '#' });

/** About the ZIP that is being made, or was made last. */
export const zip = {
  packing: (done: number, all: number) => `Packing ZIP: ${number(done)} of ${number(all)}`,
  stop: 'Stop',
  saving: 'Saving the ZIP…',
  saved: plural({ one: '# image is in the ZIP.', other: '# images are in the ZIP.' }),
  partly: (packed: number, all: number) =>
    `${number(packed)} of ${number(all)} are in the ZIP. No longer readable:`,
  close: 'Close',
  /** Another one was wanted meanwhile. */
  oneAtATime: 'One ZIP at a time. Save the next one when this one is done.',
  failures: {
    'storage-full': 'The disk is full. The ZIP was not saved.',
    'nothing-left': 'None of these images can be read any more. There is no ZIP.',
    interrupted:
      'The browser stopped the extension several times. The ZIP was not saved; try fewer images.',
    'save-failed': 'The browser could not save the ZIP.',
  },
};

/** Shape of these messages in every language. */
export type Zip = typeof zip;
