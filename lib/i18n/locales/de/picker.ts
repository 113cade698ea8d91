import type { Picker } from '../en/picker';
import { pluralIn } from '../plural';

const plural = pluralIn('de');

/** German messages of the picker. */
export const picker: Picker = {
  title: 'Bilder auswählen',
  grid: 'Bilder auf der Seite',
  hint: 'Ein Klick hakt ein Bild an. Die Umschalttaste hakt einen Bereich an, Ziehen alles im Rahmen. Mit der Tastatur: Pfeiltasten, Leertaste, Strg+A.',
  shown: (shown, all) => `${shown} von ${all}`,
  scroll: {
    start: 'Für mich scrollen',
    stop: 'Scrollen beenden',
    hint: 'Geht zur Seite und scrollt bis ans Ende, damit auch spät geladene Bilder hier erscheinen.',
    ended: 'Bis ans Ende gescrollt',
  },
  tabs: {
    title: 'Offene Tabs',
    one: 'Dieser Tab',
    right: plural({ other: 'und # rechts davon' }),
  },
  ticks: {
    title: 'Anhaken',
    all: 'Alle',
    none: 'Keine',
    invert: 'Umkehren',
    start: 'Beim Öffnen',
    starts: {
      none: 'keine angehakt',
      all: 'alle angehakt',
    },
  },
  filters: {
    title: 'Filter',
    width: 'Breite',
    height: 'Höhe',
    widthFrom: 'Breite ab, Pixel',
    widthTo: 'Breite bis, Pixel',
    heightFrom: 'Höhe ab, Pixel',
    heightTo: 'Höhe bis, Pixel',
    shape: 'Form',
    shapes: {
      any: 'Jede Form',
      landscape: 'Querformat',
      portrait: 'Hochformat',
      square: 'Quadratisch',
    },
    type: 'Dateityp',
    anyType: 'Jeder Typ',
    host: 'Server',
    anyHost: 'Jeder Server',
    noHost: 'In der Seite selbst',
    icons: 'Auch zeigen, was wie ein Icon aussieht',
    selection: 'Nur im markierten Text',
    ticked: 'Nur angehakte',
    reset: 'Filter zurücksetzen',
    more: (count) => (count ? `Weitere Filter (${count})` : 'Weitere Filter'),
    hidden: plural({ other: '# durch Filter ausgeblendet' }),
    showAll: 'Alle zeigen',
    sort: 'Sortieren',
    sorts: {
      page: 'Seitenfolge',
      pixels: 'Meiste Pixel',
      bytes: 'Größte Datei',
    },
  },
  tile: {
    unnamed: 'Bild',
    noSize: 'Größe noch unbekannt',
    original: (size) => `Original ${size}`,
    originalWide: (px) => `Original ${px} px breit`,
    hasOriginal: 'größeres Original',
    done: (target) => `Schon auf ${target} hochskaliert`,
    gone: 'nicht mehr auf der Seite',
    unreadable: 'nicht lesbar',
  },
  start: {
    ticked: plural({ other: '# angehakt' }),
    hidden: plural({ other: '# davon durch Filter ausgeblendet' }),
    untickHidden: 'Abwählen',
    pending: plural({
      one: '# weiteres, sobald die Größe bekannt ist',
      other: '# weitere, sobald die Größe bekannt ist',
    }),
    large: plural({ other: '# schon groß' }),
    withLarge: 'Auch große hochskalieren',
    done: plural({ other: '# schon im Verlauf, kostenlos' }),
    withDone: 'Diese erneut hochskalieren',
    cost: plural({ one: 'etwa # Credit', other: 'etwa # Credits' }),
    free: 'kostenlos, wie beim letzten Mal',
    costUnknown: 'Kosten noch unbekannt: Das erste Bild zeigt sie.',
    left: plural({ other: 'danach # übrig' }),
    short: 'Nicht genug Credits für alle: Der Rest wartet.',
    button: (count) => (count ? `${count} hochskalieren` : 'Hochskalieren'),
    busy: 'Bilder werden gelesen …',
    added: plural({ other: '# hinzugefügt' }),
    unread: plural({ other: '# nicht lesbar' }),
    failed:
      'Die Bilder konnten nicht hinzugefügt werden. Nichts wurde berechnet. Bitte erneut versuchen.',
    history: 'Verlauf zeigen',
  },
  notices: {
    reach: plural({ one: 'Kein Zugriff auf # Tab', other: 'Kein Zugriff auf # Tabs' }),
    reachText:
      'Die Erweiterung kann nur Seiten lesen, auf denen sie gerade benutzt wurde, oder erlaubte Websites. Seiten des Browsers selbst sind nie lesbar.',
    forbidden: plural({ one: 'Diese Seite ist nicht lesbar', other: '# Seiten sind nicht lesbar' }),
    forbiddenText:
      'Browser halten Erweiterungen von ihren eigenen Seiten, ihren Erweiterungs-Stores und Fehlerseiten fern. Die Bildauswahl bitte auf einer anderen Seite öffnen.',
    closed: plural({
      one: 'Der Tab wurde geschlossen. Bilder mit einer Adresse lassen sich weiter hochskalieren.',
      other:
        '# Tabs wurden geschlossen. Bilder mit einer Adresse lassen sich weiter hochskalieren.',
    }),
    previews: plural({ other: 'Vorschau zeigen: # Server erlauben' }),
    searching: 'Bilder werden gesucht …',
    none: 'Auf dieser Seite wurden noch keine Bilder gefunden. Beim Scrollen erscheinen sie hier.',
    filtered: 'Die Filter blenden alle Bilder aus.',
    full: 'Die Seite hat mehr Bilder, als hier Platz haben. Dies sind die ersten.',
    replaced: 'Ein anderes Auswahlfenster hat diesen Tab übernommen. Zum Fortfahren neu laden.',
  },
};
