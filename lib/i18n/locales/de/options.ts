import type { Options } from '../en/options';
import { pluralIn } from '../plural';
import { connection } from './connection';
import { elsewhere } from './elsewhere';
import { keys } from './keys';
import { settings } from './settings';

const plural = pluralIn('de');
const historyRows = plural({ one: '# Bild', other: '# Bilder' });
const number = plural({ other: '#' });

/** German messages of the options page. */
export const options: Options = {
  ...settings,
  ...connection,
  elsewhere,
  keys,
  title: 'Einstellungen',
  unofficial: 'Inoffiziell. Nicht von Jimeng, Dreamina oder ByteDance erstellt oder unterstützt.',
  upscaling: {
    title: 'Hochskalieren',
    size: 'Größe',
    sizeHint:
      'Standardgröße. Im Kontextmenü ist immer die Wahl möglich. 4K setzt eventuell ein {site}-Abo voraus. Die genaue Pixelgröße bestimmt {site}.',
    upscaler: 'Verfahren',
  },
  upscalers: {
    auto: {
      name: 'Automatisch',
      text: 'Beginnt mit Smart HD. Liefert {site} damit kein größeres Bild, folgen die anderen Verfahren. Was funktioniert hat, wird eine Woche lang gemerkt.',
    },
    'super-resolution': {
      name: 'Superauflösung',
      text: 'Nur dieses Verfahren. Jimeng wird damit bei hochgeladenen Bildern selten fertig und liefert manchmal dieselbe Größe.',
    },
    'smart-hd': {
      name: 'Smart HD',
      text: 'Erfindet feine Details, Text und Gesichter können sich daher ändern. 2K kostete bei Jimeng zuletzt 1 Credit.',
    },
    'fast-hd': {
      name: 'Schnelles HD',
      text: 'Schnell und bei Jimeng zuletzt kostenlos. Ignoriert 2K und 4K und verdoppelt das Bild ungefähr.',
    },
  },
  ways: {
    title: 'Menü und Tastatur',
    pointer: '„Bild an dieser Stelle hochskalieren“ auf Seiten, Links und Videos anbieten',
    pointerHint:
      'Für Hintergründe, Grafiken und Bilder, die verdeckt oder noch nicht geladen sind: Dort sieht der Browser kein Bild. Er weiß es nicht vorher, deshalb erscheint der Eintrag auch dort, wo kein Bild ist.',
    noShortcut: 'Nicht belegt',
    changeShortcuts: 'Tastenkürzel ändern',
  },
  access: {
    title: 'Zugriff auf Websites',
    why: 'Die meisten Bilder brauchen keine Berechtigung: Der Klick lässt die Erweiterung diese eine Seite lesen. Viele Seiten legen ihre Bilder aber auf anderen Websites ab, und manche davon geben sie nur an Erweiterungen, die dort erlaubt sind. Das Bild wartet dann und fragt nach dieser einen Website.',
    sites: 'Erlaubte Websites',
    noSites: 'Noch keine.',
    revoke: 'Entziehen',
    revokeSite: (site) => `${site} entziehen`,
    everywhere: 'Alle Websites',
    everywhereHint:
      'Kein Bild muss mehr fragen. Der Browser ließe die Erweiterung jede besuchte Website lesen; sie liest weiterhin nur die ausgewählten Bilder.',
    permissions: {
      title: 'Berechtigungen',
      hint: 'Alles, was der Browser dieser Erweiterung erlaubt, und warum.',
      show: 'Alle zeigen',
      reasons: {
        activeTab: 'Liest nach dem Klick die Seite, auf der er erfolgte, und keine andere.',
        scripting:
          'Findet und liest das Bild auf dieser Seite. Auf erlaubten Websites merkt es sich auch, wo zuletzt ein Rechtsklick war.',
        contextMenus: 'Fügt den Eintrag im Kontextmenü hinzu.',
        menus: 'Sagt, auf welchen Teil der Seite ein Rechtsklick erfolgte.',
        storage: 'Speichert diese Einstellungen.',
        unlimitedStorage:
          'Verhindert, dass der Browser den Verlauf löscht, wenn der Platz knapp wird.',
        alarms: 'Setzt einen Auftrag fort, während das Popup geschlossen ist.',
        downloads: 'Speichert Ergebnisse und prüft, ob jede Datei geschrieben wurde.',
        cookies:
          'Prüft, ob eine Anmeldung bei Jimeng oder Dreamina besteht. Die Anmeldung selbst wird nie gespeichert.',
        declarativeNetRequestWithHostAccess:
          'Setzt den Ursprung der eigenen Anfragen, den {site} und manche Bild-Websites verlangen.',
        offscreen: 'Wandelt Bilder um und erstellt Dateien auf einer eigenen verborgenen Seite.',
        sidePanel: 'Zeigt den Verlauf neben der Seite.',
        notifications:
          'Meldet, wenn ein Bild fertig ist. Wird nur verwendet, wenn es eingeschaltet ist.',
        'https://*/*':
          'Die Websites des Kontos und Bild-Websites: die hier erlaubten und keine anderen.',
        'http://*/*': 'Dasselbe für unverschlüsselte Websites.',
      },
    },
  },
  history: {
    title: 'Verlauf',
    why: 'Der Verlauf bleibt in diesem Browser.',
    storage: 'Speicher',
    storageHint: (rows, size) =>
      size ? `${historyRows(rows)}, ${size} in diesem Browser.` : `${historyRows(rows)}.`,
    keep: 'Aufbewahren',
    keepHint:
      'Ältere Einträge werden mit ihren Bildern automatisch entfernt. Laufende Aufträge und nicht gespeicherte Ergebnisse bleiben.',
    keepRows: 'Wie viele Bilder bleiben',
    keepDays: 'Wie lange Bilder bleiben',
    rows: (count) => (count === 0 ? 'Beliebig viele' : `Die letzten ${number(count)}`),
    days: (count) =>
      count === 0 ? 'Für immer' : count === 365 ? 'Ein Jahr' : `${number(count)} Tage`,
    space: 'Platz für Ergebnisse',
    spaceHint:
      'Was darüber hinausgeht, wird entfernt, zuerst die am längsten gespeicherten Ergebnisse. Eintrag, Vorschau und Original bleiben.',
    spaceUsed: (results, sources) => `Ergebnisse belegen ${results}, Originale ${sources}.`,
    keepSpace: 'Wie viel Platz Ergebnisse belegen dürfen',
    size: (size) => (size ? `Höchstens ${size}` : 'Beliebig viel'),
    unsaved: 'Auch nicht gespeicherte Ergebnisse entfernen',
    unsavedHint: 'Fertige, nicht gespeicherte Bilder können Credits gekostet haben.',
    file: 'Exportieren und importieren',
    fileHint:
      'Die Datei enthält Namen, Seitenadressen und -titel, Bildadressen und den Ausgang jedes Auftrags. Sie enthält keine Bilder, keine Anmeldung und keine Links zu Ergebnissen. Ein Import ändert vorhandene Einträge nicht.',
    exportNow: 'Exportieren',
    importNow: 'Importieren',
    imported: (outcome) =>
      `${historyRows(outcome.added)} hinzugefügt, ${number(outcome.known)} schon bekannt, ${number(outcome.skipped)} nicht lesbar.`,
    importing: 'Wird importiert',
    tooLarge: 'Diese Datei ist zu groß für einen exportierten Verlauf. Sie wurde nicht gelesen.',
    importBroken: (added) =>
      `Der Import wurde unterbrochen: ${historyRows(added)} hinzugefügt. Für den Rest bitte die Datei erneut importieren.`,
    notImported: 'Diese Datei ist kein exportierter Verlauf.',
    clear: 'Leeren',
    clearHint:
      'Entfernt alle Bilder, die nicht mehr in Arbeit sind, samt Dateien. Laufende Aufträge bleiben.',
    clearNow: 'Verlauf leeren',
  },
  privacy: {
    title: 'Datenschutz',
    points: [
      {
        to: 'An die Website des Kontos, Jimeng oder Dreamina (ByteDance)',
        text: 'Das ausgewählte Bild, die Größe und das Verfahren, über dieses Konto.',
      },
      {
        to: 'An die Website des Bildes',
        text: 'Eine Anfrage nach dem Bild. Sie enthält die Cookies für diese Website nur, wenn die Website sie sonst ablehnt.',
      },
      {
        to: 'Bleibt in diesem Browser',
        text: 'Der Verlauf mit den Bildern und den Adressen ihrer Seiten, bis er entfernt wird. Auch diese Einstellungen, solange sie nicht an die Synchronisierung des Browsers gesendet werden.',
      },
      {
        to: 'Wird nie gespeichert',
        text: 'Die Anmeldung. Die Erweiterung prüft, ob eine besteht, und behält einen Fingerabdruck, nur um Konten zu unterscheiden.',
      },
    ],
    nothingElse:
      'Sonst verlässt nichts den Browser. Es gibt keine Analysedienste und keinen Server von uns.',
  },
};
