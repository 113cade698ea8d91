/**
 * Names of the keyboard commands in the manifest, in the order the settings list them. One for every main action: no
 * function needs the popup, the toolbar button or a mouse. `_execute_action` is the browser's own name for opening
 * the popup.
 */
export const COMMANDS = [
  '_execute_action',
  'upscale-under-pointer',
  'upscale-2k',
  'upscale-4k',
  'choose-several',
  'show-results',
  'open-list',
  'open-panel',
  'compare-newest',
  'save-newest',
  'pause-all',
  'open-options',
] as const;

export type CommandName = (typeof COMMANDS)[number];

/** The commands that the background hears. */
export type HeardCommand = Exclude<CommandName, '_execute_action'>;
