/** How a person asks for a picture, in either browser. */

/** What the manifest suggests for the command, in the words of xdotool. */
export const COMMAND_KEYS = 'alt+shift+u';

/**
 * By default the background sleeps at the click, as it does after half a minute without work: it starts
 * with an empty memory, and the pointer has moved on before it can ask where it was.
 */
export interface Asking {
  /** Whether the background may be awake; default no. */
  awake?: boolean;
}

/** How an entry of the menu is chosen; default with the mouse, so that the pointer leaves the picture. */
export interface Clicking extends Asking {
  by?: 'mouse' | 'keys';
}
