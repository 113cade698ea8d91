/** Number of pages from which code that they share is in one file. */
const MANY_PAGES = 4;

/** What only pages with an interface need; the offscreen document has none. */
const INTERFACE = /[\\/](components|i18n|preact|@preact)[\\/]/;

/**
 * How the code of the pages is split into files (rolldown's `output.codeSplitting`). By default each set of pages that
 * shares something gets a file of its own, often smaller than 1 kB, and a page opens as late as its number of files is
 * large (`npm run bench:start`). So what many pages share is in two files; what few share is split by default.
 */
export const PAGE_CHUNKS = {
  groups: [
    {
      name: 'base',
      priority: 2,
      test: (id: string) => !INTERFACE.test(id),
      tags: ['$initial' as const],
      minShareCount: MANY_PAGES,
    },
    { name: 'ui', tags: ['$initial' as const], minShareCount: MANY_PAGES },
  ],
};
