import type { Replace } from '../en/replace';
import { pluralIn } from '../plural';

const plural = pluralIn('de');

/** German about results that are shown in pages. */
export const replace: Replace = {
  show: 'Auf der Seite zeigen',
  hide: 'Wieder die Originale zeigen',
  always: (host) => `Ergebnisse immer zeigen auf ${host}`,
  never: (host) => `Ergebnisse nicht mehr immer zeigen auf ${host}`,
  looking: 'Das Bild wird auf der Seite gesucht …',
  shown: plural({
    one: 'An # Stelle der Seite gezeigt.',
    other: 'An # Stellen der Seite gezeigt.',
  }),
  notFound: 'Die Seite ist offen. Das Bild wurde darauf nicht gefunden.',
  impossible: 'Diese Seite erlaubt keine anderen Bilder.',
  forbidden: 'Auf dieser Seite lässt sich nichts zeigen.',
  gone: 'Das Ergebnis oder seine Seite gibt es nicht mehr.',
  noAccess: (host) => `Um es dort zu zeigen, den Zugriff auf ${host} erlauben.`,
  sites: {
    title: 'Ergebnisse auf Seiten',
    lead: 'Auf diesen Websites stehen Ergebnisse an der Stelle der Originale. Dafür wird nichts gesendet.',
    none: 'Noch keine. Das Menü eines fertigen Bildes fügt dessen Website hinzu.',
    noAccess: 'Der Zugriff auf diese Website fehlt.',
    mark: 'Ersetzte Bilder kennzeichnen',
    ahead: 'Bilder im Voraus hochskalieren',
    limit: 'Höchstens (Credits) je Seite',
    hint: 'Eine Schaltfläche auf der Seite skaliert beim Lesen die nächsten Bilder hoch, bis zu dieser Grenze. Ist ein Feld leer, wird nichts in Auftrag gegeben.',
    remove: 'Entfernen',
    removeSite: (host) => `${host} entfernen`,
  },
};
