import type { Settings } from '../en/settings';
import { pluralIn } from '../plural';

/** German messages of the settings, except upscaling, access, history and privacy. */
export const settings: Settings = {
  saved: 'Gespeichert',
  notSaved:
    'Der Browser hat die letzte Änderung nicht gespeichert. Bitte in einer Minute erneut versuchen.',
  account: {
    title: 'Konto',
    'signed-in': 'Angemeldet.',
    credits: pluralIn('de')({
      one: 'Angemeldet, noch # Credit.',
      other: 'Angemeldet, noch # Credits.',
    }),
    'signed-out': 'Abgemeldet. Bilder warten bis zur Anmeldung.',
    unknown: 'Wird geprüft …',
  },
  sites: {
    title: 'Dienste',
    why: 'Das Konto ist bei einem dieser Dienste oder bei beiden. Die Erweiterung darf nur auf erlaubte Websites zugreifen.',
    states: {
      all: 'Der Zugriff ist erlaubt.',
      some: 'Der Zugriff ist nur teilweise erlaubt. Einige Bilder warten vielleicht auf den Rest.',
      none: 'Der Zugriff ist nicht erlaubt. Bilder für diesen Dienst warten.',
    },
    everywhere: 'Der Zugriff ist erlaubt, weil „Alle Websites“ eingeschaltet ist.',
    allow: 'Zugriff erlauben',
    allowSite: (site) => `Zugriff auf ${site} erlauben`,
    remove: 'Zugriff entziehen',
    removeSite: (site) => `Zugriff auf ${site} entziehen`,
    hosts: 'Zeigen, worauf sie zugreifen darf',
    use: 'Konto für neue Bilder',
    useHint: 'Automatisch verwendet den Dienst, bei dem man angemeldet ist.',
    auto: 'Automatisch',
    page: {
      title: 'Aufträge über die Seite von {site} senden',
      agreed:
        'Die Zustimmung ist erteilt. Sie lässt sich hier jederzeit widerrufen. Bilder für {site} warten dann.',
      notAgreed: 'Bilder für {site} warten auf die Zustimmung.',
    },
  },
  tuning: {
    detail: 'Detailstärke',
    detailHint:
      'Wie viele Details Smart HD erfinden darf. Ein kleinerer Wert bleibt näher am Original.',
    background: 'Transparenz',
    backgroundHint:
      'Bilder von {site} sind nicht transparent. Die Erweiterung stellt die Transparenz im Ergebnis wieder her oder sendet das Bild auf einer Farbe.',
    backgrounds: { keep: 'Behalten', white: 'Weiß', colour: 'Farbe' },
    search: 'Nach größerem Original suchen',
    searchHint:
      'Seiten zeigen oft eine kleine Kopie. So lange sucht die Erweiterung höchstens nach dem Original desselben Bildes.',
    searchSeconds: (seconds) => (seconds === 0 ? 'Aus' : `${seconds} s`),
    dayLimit: 'Tagesgrenze',
    dayLimitHint: 'Höchstens so viele Credits am Tag, für alle Bilder. Leer: keine Grenze.',
    parallel: 'Gleichzeitig',
    parallelHint:
      'Wie viele Bilder {site} zugleich bearbeitet. Bei drei muss ein Konto ohne Abo vielleicht warten.',
  },
  pageWay: {
    title: 'Aufträge über die Seite von Jimeng senden',
    hint: 'Nur nötig, wenn Jimeng Aufträge ablehnt, die nicht von der eigenen Seite kommen. Braucht einen Tab mit Jimeng. Die Erweiterung öffnet ihn im Hintergrund und schließt ihn, wenn er nicht mehr gebraucht wird.',
  },
  saving: {
    title: 'Speichern',
    name: 'Dateiname',
    nameHint: 'Text und Felder. Die Dateiendung richtet sich nach dem Bild.',
    saved: 'Gespeicherte Dateinamen',
    savedHint: 'Ein Klick übernimmt ihn.',
    keepName: 'Diesen Dateinamen behalten',
    removeName: (template) => `${template} entfernen`,
    fields: 'Feld hinzufügen',
    fieldNames: {
      name: 'Name',
      host: 'Website',
      title: 'Seitentitel',
      alt: 'Bildbeschreibung',
      batch: 'Stapel',
      index: 'Nummer im Stapel',
      folder: 'Ursprünglicher Ordner',
      date: 'Datum',
      time: 'Uhrzeit',
      width: 'Breite',
      height: 'Höhe',
      scale: 'Faktor',
      upscaler: 'Verfahren',
      target: 'Gewünschte Größe',
      counter: 'Zähler',
      id: 'Kurze ID',
      ext: 'Dateiendung',
    },
    folder: 'Ordner',
    folderHint:
      'Im Download-Ordner des Browsers. Auch hier gelten Felder; Schrägstriche ergeben Unterordner. „Ursprünglicher Ordner“ behält die Ordner dessen, was du abgelegt hast.',
    folderNone: 'Keiner',
    preview: 'Beispiel',
    conflict: 'Wenn die Datei existiert',
    conflicts: {
      number: 'Beide behalten',
      overwrite: 'Ersetzen',
      skip: 'Überspringen',
      ask: 'Jedes Mal fragen',
    },
    conflictHint:
      'Überspringen schreibt nichts, wenn die Datei dieses Bilds noch da ist. Beim Fragen öffnet der Browser für jede Datei seinen eigenen Dialog.',
    format: 'Format',
    formats: { original: 'Original', png: 'PNG', jpeg: 'JPEG', webp: 'WebP' },
    formatHint:
      'Wird beim Speichern umgewandelt, in sRGB. Das Bild im Verlauf bleibt unverändert. JPEG kennt keine Transparenz.',
    quality: 'Qualität',
    auto: 'Nach Abschluss automatisch speichern',
    autoHint: 'Jedes Bild einmal, ohne Dialog.',
    note: 'Quelle in die Datei schreiben',
    noteHint:
      'Seite, Datum, Verfahren und der Hinweis auf die Vergrößerung durch KI, als Metadaten (XMP), die andere Programme anzeigen können. Wer die Datei hat, kann die Seitenadresse bis zum Fragezeichen lesen.',
  },
  of: (page, choice) => `${page}: ${choice}`,
  menu: {
    style: 'Kontextmenü',
    styles: { sizes: '2K und 4K', sites: 'Je Dienst', direct: 'Ein Eintrag' },
    styleHint: 'Ein Eintrag skaliert sofort auf die oben gewählte Größe hoch.',
    text: 'Eigener Text',
    textHint:
      '„&“ vor einem Buchstaben macht ihn zur Taste des Eintrags bei offenem Menü, wie U in „&Upscale“, falls kein anderer Eintrag sie hat; nicht unter macOS. „&&“ zeigt „&“. Leer: der übliche Text.',
  },
  appearance: {
    title: 'Darstellung',
    language: 'Sprache',
    languageOfBrowser: 'Wie der Browser',
    languageHint:
      'Die Namen der Erweiterung und ihres Tastenkürzels richten sich nach dem Browser.',
    theme: 'Farben',
    themes: { auto: 'System', light: 'Hell', dark: 'Dunkel' },
    toast: 'Meldungen auf der Seite zeigen',
    toastHint:
      'Eine kleine Meldung in der Ecke, wenn ein Bild hinzukommt, fertig ist oder eine Entscheidung braucht.',
    notify: 'Benachrichtigen, wenn ein Bild fertig ist oder fehlschlägt',
    notifyHint:
      'Der Browser fragt nach der Berechtigung. Ohne sie zeigt es nur das Symbol in der Symbolleiste.',
  },
  consent: {
    title: 'Zustimmung',
    given: (day) => `Erteilt am ${day}. Ausgewählte Bilder gehen an die Website des Kontos.`,
    missing: 'Nicht erteilt. Es wird kein Bild gesendet.',
    takeBack: 'Widerrufen',
    read: 'Lesen und entscheiden',
  },
  help: {
    title: 'Hilfe',
    welcome: 'Erste Schritte',
    welcomeHint: 'Was wohin gesendet wird, die Anmeldung und ein erster Versuch.',
    openWelcome: 'Erneut zeigen',
    diagnostics: 'Fehlerbericht',
    noReport: 'Solange der Verlauf nicht lesbar ist, gibt es keinen Bericht.',
    diagnosticsHint:
      'Versionen, Einstellungen, Anzahlen, Fehlercodes und ob eine Anmeldung besteht. Keine Adressen, keine Namen und nichts, was das Konto erkennen lässt.',
    copy: 'Bericht kopieren',
    copied: 'Kopiert',
    show: 'Bericht zeigen',
    reset: 'Einstellungen zurücksetzen',
    resetHint:
      'Stellt die Standardwerte dieser Seite wieder her. Verlauf, Website-Zugriff und Zustimmung bleiben.',
    resetNow: 'Zurücksetzen',
    resetSure: 'Alle Einstellungen zurücksetzen',
  },
};
