import type { Batch } from '../en/batch';
import { pluralIn } from '../plural';

const plural = pluralIn('de');
const credits = plural({ one: '# Credit', other: '# Credits' });

/** German about pictures that were picked together. */
export const batch: Batch = {
  unnamed: 'Bilder einer Seite',
  progress: (name) => `Fortschritt von ${name}`,
  counts: {
    found: plural({ other: '# gefunden' }),
    large: plural({ other: '# schon groß' }),
    known: plural({ other: '# früher hochskaliert' }),
    done: plural({ other: '# fertig' }),
    failed: plural({ other: '# fehlgeschlagen' }),
    waiting: plural({ other: '# warten noch' }),
    cancelled: plural({ other: '# abgebrochen' }),
    gone: plural({ other: '# entfernt oder gleich einem anderen' }),
  },
  needs: plural({ other: '# offen' }),
  asks: {
    large: plural({ one: '# Bild ist bereits groß.', other: '# Bilder sind bereits groß.' }),
    known: plural({
      one: '# Bild wurde schon hochskaliert.',
      other: '# Bilder wurden schon hochskaliert.',
    }),
  },
  leave: { large: 'So lassen (kostenlos)', known: 'Diese Ergebnisse verwenden (kostenlos)' },
  left: (duration) => `noch etwa ${duration} (geschätzt)`,
  spent: (spent, budget) =>
    budget === undefined
      ? `${credits(spent)} verbraucht`
      : `${credits(spent)} von höchstens ${credits(budget)} verbraucht`,
  paused: {
    person: 'Angehalten.',
    budget:
      'Angehalten: Der nächste Auftrag könnte die Grenze dieses Stapels überschreiten. Mit einer höheren Grenze geht es mit denselben Bildern weiter.',
    day: 'Angehalten: Der nächste Auftrag könnte deine Tagesgrenze überschreiten. Es geht morgen weiter oder mit einer höheren Grenze in den Einstellungen.',
    price:
      'Angehalten: Was ein Auftrag kostet, war an deinem Guthaben nicht abzulesen. „Fortsetzen“ sendet einen weiteren Auftrag.',
    risk: 'Angehalten, weil {site} einen Auftrag aus Sicherheitsgründen abgelehnt hat. Sieh nach, ob {site} eine Bestätigung verlangt, und setze dann fort.',
    refused:
      'Angehalten: {site} hat einen Auftrag abgelehnt und würde die übrigen aus demselben Grund ablehnen. Den Grund nennt die fehlgeschlagene Zeile.',
  },
  jump: (name, price, expected) =>
    `${name} hat ${credits(price)} gekostet statt der erwarteten ${credits(expected)}.`,
  jumped: (price, expected) =>
    `Hat ${credits(price)} gekostet statt der erwarteten ${credits(expected)}.`,
  inQueue: (place, length) =>
    length === undefined ? `Warteschlange: ${place}` : `Warteschlange: ${place} von ${length}`,
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  pauseAll: 'Alles anhalten',
  resumeAll: 'Alles fortsetzen',
  allPaused: 'Alles ist angehalten. Was schon hochskaliert wird, läuft weiter.',
  read: 'Lesen',
  cancelRest: 'Rest abbrechen',
  retryFailed: 'Fehlgeschlagene erneut',
  remove: 'Alle entfernen',
  limit: 'Höchstens (Credits)',
  setLimit: 'Grenze setzen',
};
