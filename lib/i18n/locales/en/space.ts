/** About a result whose bytes are not stored, or were removed to save space, and what brings them back. */
export const space = {
  removed: 'The full-size result was removed to save space.',
  missing: 'The result is no longer stored here.',
  savedAnew: 'Saving downloads it again if {site} still has it.',
  upscaledAnew: 'Upscale the image again to get it back.',
};

/** Shape of these messages in every language. */
export type Space = typeof space;
