import type { CommandName } from './command-names';

/** A command and its keys. */
export interface Shortcut {
  name: CommandName;
  /** As this system writes them; empty if it has none. */
  keys: string;
  /** Keys that are free, if it has none. */
  suggestion?: string;
}

/**
 * Keys of Chrome, Edge and Firefox with Alt+Shift on any system, as their help pages list them in 2026: the toolbar
 * and bookmarks bar (B, T), inactive dialogs (A), feedback (I), groups of tabs (C, N, P, W, X, Z), and the menus that
 * Alt opens in Firefox (B, E, F, H, S, T, V). Other modifiers have no letters left that neither browser uses.
 */
const TAKEN = new Set('ABCEFHINPSTVWXZ');

/** The keys that fit a command best. */
const FITTING: Record<CommandName, string> = {
  _execute_action: 'Y',
  'upscale-under-pointer': 'U',
  'upscale-2k': '2',
  'upscale-4k': '4',
  'choose-several': 'M',
  'show-results': 'R',
  'open-list': 'L',
  'open-panel': 'J',
  'compare-newest': 'K',
  'save-newest': 'D',
  'pause-all': 'Q',
  'open-options': 'O',
};
const LETTERS = [...'GR1357896024UYMLJKDQO'];
const MAC_SIGNS: Record<string, string> = {
  '⌘': 'Command+',
  '⌥': 'Alt+',
  '⇧': 'Shift+',
  '⌃': 'MacCtrl+',
};

/**
 * Suggests keys to commands that have none: keys that neither browser uses and no other command of ours has. Keys of
 * other extensions are not known to us. Pure.
 */
export function withFreeKeys(commands: readonly Shortcut[]): Shortcut[] {
  const used = new Set(commands.map(({ keys }) => lastOf(keys)));
  return commands.map((command) => {
    if (command.keys !== '') return command;
    const wanted = [FITTING[command.name], ...LETTERS];
    const free = wanted.find((key) => !TAKEN.has(key) && !used.has(key));
    if (free === undefined) return command;
    used.add(free);
    return { ...command, suggestion: `Alt+Shift+${free}` };
  });
}

/** The key beside Alt and Shift; empty for keys with other modifiers. */
function lastOf(keys: string): string {
  const parts = keys.replace(/[⌘⌥⇧⌃]/g, (sign) => MAC_SIGNS[sign] ?? '').split('+');
  const isOurs = parts.length === 3 && parts.includes('Alt') && parts.includes('Shift');
  return isOurs ? (parts.at(-1) ?? '') : '';
}
