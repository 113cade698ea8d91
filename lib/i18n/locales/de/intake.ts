import type { IntakeMessages } from '../en/intake';
import { pluralIn } from '../plural';

const plural = pluralIn('de');

/** German about what was dropped, pasted or chosen. */
export const intake: IntakeMessages = {
  chooseFolder: 'Ordner auswählen',
  adding: 'Bilder werden hinzugefügt …',
  added: plural({ one: '# Bild hinzugefügt.', other: '# Bilder hinzugefügt.' }),
  waiting: plural({
    one: '# Bild wartet auf deinen Start.',
    other: '# Bilder warten auf deinen Start.',
  }),
  discard: 'Verwerfen',
  notImages: plural({
    one: '# Datei ausgelassen: kein Bild.',
    other: '# Dateien ausgelassen: keine Bilder.',
  }),
  notAddresses: plural({
    one: '# Zeile ausgelassen: keine Webadresse.',
    other: '# Zeilen ausgelassen: keine Webadressen.',
  }),
  tooMany: plural({
    one: '# ausgelassen: zu viele auf einmal.',
    other: '# ausgelassen: zu viele auf einmal.',
  }),
  nothing: 'Kein Bild und keine Webadresse.',
  refused: {
    encrypted: (name) => `„${name}“ ist mit einem Passwort geschützt und wurde ausgelassen.`,
    damaged: (name) => `„${name}“ ist beschädigt. Was sich nicht lesen ließ, wurde ausgelassen.`,
    'too-large': (name) => `„${name}“ ist entpackt zu groß und wurde ausgelassen.`,
    'too-many': (name) => `„${name}“ enthält zu viele Dateien und wurde ausgelassen.`,
  },
  sites: plural({
    one: '# Website braucht zuerst Zugriff.',
    other: '# Websites brauchen zuerst Zugriff.',
  }),
};
