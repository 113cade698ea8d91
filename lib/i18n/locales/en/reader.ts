/** Messages of the reader, which shows the pictures of a batch as pages. */
export const reader = {
  title: (name: string) => `Read ${name}`,
  /** Accessible name of the region with all pages. */
  pages: (name: string) => `Pages of ${name}`,
  /** Accessible name of a page. */
  page: (page: string, name: string) => `Page ${page}: ${name}`,
  position: (page: string, count: string) => `Page ${page} of ${count}`,
  sharp: (done: string, count: string) => `${done} of ${count} upscaled`,
  goTo: 'Go to page',
  first: 'First page',
  previous: 'Previous page',
  next: 'Next page',
  last: 'Last page',
  view: 'View',
  fullScreen: 'Full screen',
  layout: { title: 'Layout', strip: 'Strip', single: 'One page', double: 'Two pages' },
  direction: { title: 'Direction', ltr: 'Left to right', rtl: 'Right to left' },
  fit: { title: 'Size', width: 'Fit width', height: 'Fit height', actual: '100%' },
  capped: 'Never larger than 100%',
  cover: 'First page alone',
  originals: 'Show originals',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoom: (share: string) => `Zoom ${share}`,
  /** On a page that is not upscaled. */
  original: (state: string) => `Original · ${state}`,
  states: {
    paused: 'Paused',
    limit: 'Paused at the limit',
    needs: 'Needs you',
    lost: 'Result not stored',
    removed: 'Removed',
  },
  /** No picture is there to be shown yet. */
  notRead: 'This image has not been loaded yet.',
  removed: 'This image was removed from the history.',
  unreadable: 'This browser cannot show this image. You can still save it.',
  gone: 'This batch is no longer in the history.',
  keys: {
    title: 'Keyboard',
    turn: 'To the page on the left or right',
    ends: 'First and last page',
    scroll: 'Scroll, then next page',
    zoom: 'Zoom',
    reset: 'Original zoom',
    fits: 'Fit width, fit height, 100%',
    layout: 'Change the layout',
    direction: 'Change the direction',
    peek: 'Show originals while held',
    view: 'Open and close the view settings',
  },
};

/** Shape of these messages in every language. */
export type Reader = typeof reader;
