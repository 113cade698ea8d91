/** English messages about keyboard shortcuts. */
export const keys = {
  title: 'Keyboard shortcuts',
  hint: 'Neither Chrome nor Firefox uses the suggestions by itself. Another extension may.',
  suggestion: (keys: string) => `Suggestion: ${keys}`,
  use: (keys: string) => `Use ${keys}`,
  refused: 'The browser did not accept these keys.',
  /** The browser lists them in the same words, from public/_locales. */
  names: {
    _execute_action: 'Open the popup',
    'upscale-under-pointer': 'Upscale the image under the pointer',
    'upscale-2k': 'Upscale the image under the pointer to 2K',
    'upscale-4k': 'Upscale the image under the pointer to 4K',
    'choose-several': 'Choose several images on this page',
    'show-results': 'Show results on this page, or its originals again',
    'open-list': 'Open the list in a tab',
    'open-panel': 'Open the side panel',
    'compare-newest': 'Compare the newest result',
    'save-newest': 'Save the newest result',
    'pause-all': 'Pause or resume everything',
    'open-options': 'Open the settings',
  },
  list: 'The list in a tab',
  listHint: 'Everything that the popup shows, also for windows without a toolbar.',
  openTab: 'Open in a tab',
};

/** Shape of these messages in every language. */
export type Keys = typeof keys;
