import { pluralIn } from '../plural';

const plural = pluralIn('en');

/** About results that are shown in pages. */
export const replace = {
  /** Menu of a row, and of a batch. */
  show: 'Show on the page',
  hide: 'Show the originals again',
  always: (host: string) => `Always show results on ${host}`,
  never: (host: string) => `Stop always showing results on ${host}`,
  /** What became of it, said in the popup. */
  looking: 'Looking for the image on the page…',
  shown: plural({ one: 'Shown in # place on the page.', other: 'Shown in # places on the page.' }),
  notFound: 'The page is open. The image was not found on it.',
  impossible: 'This page allows no other images.',
  forbidden: 'Nothing can be shown on this page.',
  gone: 'The result or its page is no longer there.',
  noAccess: (host: string) => `To show it there, allow access to ${host}.`,
  /** Section of the settings. */
  sites: {
    title: 'Results on pages',
    lead: 'On these sites your results are shown in place of the originals. Nothing is sent for that.',
    none: 'No site yet. The menu of an image that is done adds its site.',
    noAccess: 'Access to this site is missing.',
    mark: 'Mark replaced images',
    ahead: 'Images to upscale ahead',
    limit: 'At most (credits) per page',
    hint: 'A button on the page upscales the next images while you read, within this limit. If a field is empty, nothing is ordered.',
    remove: 'Remove',
    removeSite: (host: string) => `Remove ${host}`,
  },
};

/** Shape of these messages in every language. */
export type Replace = typeof replace;
