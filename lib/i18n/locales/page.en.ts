/** Messages that scripts in web pages show on their own, without the background. */
export const pageEn = {
  /** Tag of the candidate with the most pixels. */
  largest: 'Largest',
  /** The extension that injected the script was replaced by a newer version. */
  orphaned: {
    title: 'The extension was updated',
    /** After an image was chosen. */
    choice: 'Click the image again.',
    /** After a click in a toast. */
    press: 'Open it from the toolbar. Your images are there.',
    close: 'Close',
    label: 'Upscale with Dreamina',
  },
  /** Something on the page covers the chooser. */
  covered: {
    title: 'No image was chosen',
    detail: 'Something on this page covers the chooser. Close it, then try again.',
  },
  /** The menu entry is now hidden where the browser sees no image. */
  hidden: {
    title: 'The entry now shows on images only',
    detail: 'To bring it back, open Settings, “Menu and keyboard”.',
  },
};
