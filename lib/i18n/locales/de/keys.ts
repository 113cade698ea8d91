import type { Keys } from '../en/keys';

/** German messages about keyboard shortcuts. */
export const keys: Keys = {
  title: 'Tastenkürzel',
  hint: 'Die Vorschläge nutzen weder Chrome noch Firefox selbst. Eine andere Erweiterung kann es tun.',
  suggestion: (keys) => `Vorschlag: ${keys}`,
  use: (keys) => `${keys} nehmen`,
  refused: 'Der Browser hat diese Tasten nicht angenommen.',
  names: {
    _execute_action: 'Popup öffnen',
    'upscale-under-pointer': 'Das Bild unter dem Mauszeiger hochskalieren',
    'upscale-2k': 'Das Bild unter dem Mauszeiger auf 2K hochskalieren',
    'upscale-4k': 'Das Bild unter dem Mauszeiger auf 4K hochskalieren',
    'choose-several': 'Mehrere Bilder dieser Seite auswählen',
    'show-results': 'Ergebnisse auf dieser Seite zeigen, oder wieder die Originale',
    'open-list': 'Die Liste in einem Tab öffnen',
    'open-panel': 'Die Seitenleiste öffnen',
    'compare-newest': 'Das neueste Ergebnis vergleichen',
    'save-newest': 'Das neueste Ergebnis speichern',
    'pause-all': 'Alles anhalten oder fortsetzen',
    'open-options': 'Die Einstellungen öffnen',
  },
  list: 'Die Liste in einem Tab',
  listHint: 'Alles, was das Popup zeigt, auch für Fenster ohne Symbolleiste.',
  openTab: 'In einem Tab öffnen',
};
