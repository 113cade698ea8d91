import type { Zip } from '../en/zip';
import { pluralIn } from '../plural';

const plural = pluralIn('de');
const number = plural({ other: '#' });

/** German about the ZIP. */
export const zip: Zip = {
  packing: (done, all) => `ZIP wird gepackt: ${number(done)} von ${number(all)}`,
  stop: 'Abbrechen',
  saving: 'ZIP wird gespeichert …',
  saved: plural({ one: '# Bild ist im ZIP.', other: '# Bilder sind im ZIP.' }),
  partly: (packed, all) => `${number(packed)} von ${number(all)} sind im ZIP. Nicht mehr lesbar:`,
  close: 'Schließen',
  oneAtATime: 'Immer nur ein ZIP. Speichere das nächste, wenn dieses fertig ist.',
  failures: {
    'storage-full': 'Der Datenträger ist voll. Das ZIP wurde nicht gespeichert.',
    'nothing-left': 'Keines dieser Bilder ist noch lesbar. Es gibt kein ZIP.',
    interrupted:
      'Der Browser hat die Erweiterung mehrmals beendet. Das ZIP wurde nicht gespeichert; bitte weniger Bilder wählen.',
    'save-failed': 'Der Browser konnte das ZIP nicht speichern.',
  },
};
