/** The entries of the context menu; pages also draw a picture of it. */
export const menu = {
  parent: 'Upscale with Dreamina',
  targets: { '2k': '2K', '4k': '4K' },
};

/** Shape of these messages in every language. */
export type Menu = typeof menu;
