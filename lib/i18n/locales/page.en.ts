/** What the scripts in web pages say by themselves, when the background cannot or need not. */
export const pageEn = {
  /** Beside the one of several images that has the most pixels. */
  largest: 'Largest',
  /** The extension that put them there is gone, and a newer one is in its place. */
  orphaned: {
    title: 'The extension was updated',
    /** After a choice of an image. */
    choice: 'Click the image again.',
    /** After a press in the corner of the page. */
    press: 'Open it from the toolbar. Your images are there.',
    close: 'Close',
    label: 'Upscale with Dreamina',
  },
  /** The page kept something above the question which image is meant. */
  covered: {
    title: 'No image was chosen',
    detail: 'Something on this page covers the chooser. Close it, then try again.',
  },
};
