import type { Connection } from '../en/connection';
import { pluralIn } from '../plural';

const plural = pluralIn('de');
const recorded = plural({
  one: '# Antwort aufgezeichnet',
  other: '# Antworten aufgezeichnet',
});

/** German messages of the connection check and of the versions. */
export const connection: Connection = {
  connection: {
    title: 'Verbindung',
    lead: 'Wenn Bilder fehlschlagen, bitte zuerst hier prüfen.',
    check: 'Jeder Schritt bis zum Auftrag',
    checkHint:
      'Probiert alle kostenlosen Schritte und lädt ein kleines gezeichnetes Bild hoch. Kostet nichts und sendet keinen Auftrag.',
    start: 'Verbindung prüfen',
    again: 'Erneut prüfen',
    checking: 'Wird geprüft …',
    needsConsent:
      'Vor der Prüfung bitte auf der ersten Seite zustimmen. Bis dahin wird nichts gesendet.',
    allGood: 'Alle Schritte funktionieren.',
    someBad: plural({ one: '# Schritt fehlgeschlagen.', other: '# Schritte fehlgeschlagen.' }),
    steps: {
      cookie: { name: 'Sitzungscookie', good: 'In diesem Browser bei {site} angemeldet.' },
      read: { name: 'Signierte Anfrage', good: '{site} akzeptiert Signatur und Sitzung.' },
      balance: { name: 'Credits', good: '{site} nennt die verbleibenden Credits.' },
      token: { name: 'Upload-Schlüssel', good: '{site} gibt einen Schlüssel für Uploads aus.' },
      apply: { name: 'Upload-Ziel', good: '{site} nennt einen Server für das Bild.' },
      put: { name: 'Upload', good: 'Der Server hat das gezeichnete Bild empfangen.' },
      commit: { name: 'Upload bestätigt', good: '{site} bestätigt das Bild.' },
      'look-up': {
        name: 'Auftragsstatus',
        good: '{site} antwortet auf einen Auftrag, den es nicht gibt.',
      },
      sent: { name: 'Anfrage-Header', good: 'Wie auf der Website von {site}.' },
    },
    states: {
      waiting: 'Noch nicht',
      running: 'Läuft',
      good: 'Funktioniert',
      bad: 'Fehlgeschlagen',
      skipped: 'Ausgelassen',
    },
    problems: {
      'cookie-missing':
        'Keine {site}-Sitzung in diesem Browser. Bitte auf der Website von {site} anmelden.',
      'no-access':
        'Diese Erweiterung darf nicht auf die Websites von {site} zugreifen. Bitte unter „Dienste“ erlauben.',
      'needs-earlier': 'Ausgelassen, weil ein früherer Schritt fehlgeschlagen ist.',
      stopped: 'Ausgelassen, weil die Prüfung beendet wurde.',
      unexpected: '{site} meldet, dass es den Auftrag gibt.',
      'rule-missing':
        'Die Regel für Origin und Referer ist nicht aktiv. Bitte den Browser neu starten.',
      'signed-out': '{site} akzeptiert die Sitzung nicht. Bitte auf der Website neu anmelden.',
      'risk-control':
        'Die Risikoprüfung von {site} hat die Anfrage abgelehnt. Die Prüfung wurde beendet. Bitte {site} öffnen und eine Weile warten.',
      'account-restricted': '{site} hat dieses Konto eingeschränkt. Die Prüfung wurde beendet.',
      'confirmation-needed': '{site} verlangt zuerst eine Zustimmung auf der Website.',
      outdated: '{site} akzeptiert diese Versionen nicht mehr. Siehe „Erweitert“ unten.',
      'system-busy': '{site} ist überlastet oder akzeptiert die Signatur nicht.',
      busy: 'Zu viele Anfragen. Bitte eine Minute warten.',
      'region-refused':
        '{site} ist in diesem Netz nicht verfügbar. Der Grund kann ein VPN oder die Adresse eines Rechenzentrums sein.',
      'bad-response': 'Die Antwort hat nicht die erwartete Form.',
      network: 'Keine Verbindung.',
      timeout: 'Keine rechtzeitige Antwort.',
      'line-too-slow': 'Der Upload war zu langsam.',
      'server-error': 'Der Server von {site} meldet einen Fehler.',
      'host-not-allowed':
        '{site} nennt einen Server, auf den diese Erweiterung nicht zugreifen darf.',
      'upload-refused': 'Der Upload wurde abgelehnt.',
      'http-refused': 'Der Server von {site} hat die Anfrage abgelehnt.',
      'unknown-refusal': '{site} hat die Anfrage mit einem unbekannten Code abgelehnt.',
      'upload-corrupted': 'Der Server hat andere Daten empfangen, als gesendet wurden.',
    },
    otherProblem: (code) => `Fehlgeschlagen: ${code}.`,
    number: (code) => `Code ${code}.`,
    missing: (path) => `Fehlt: ${path}.`,
    sent: {
      set: (header) => `${header}: gesetzt.`,
      notSet: (header) => `${header}: nicht gesetzt.`,
      cookies: 'Cookies: gesendet und erkannt.',
      noCookies: 'Cookies: nicht erkannt.',
      unknownCookies: 'Cookies: nicht bekannt.',
      how: 'Eine Erweiterung kann die gesendeten Header nicht lesen. Das hier zeigen ihre Regeln und die Antworten.',
    },
    test: 'Ein Testbild senden',
    testHint: (cost) =>
      `Skaliert das kleine Bild der Willkommensseite wirklich auf 2K hoch. ${cost}`,
    testCost: plural({
      one: 'Das kostete zuletzt # Credit.',
      other: 'Das kostete zuletzt # Credits.',
    }),
    testFree: 'Das kostete zuletzt nichts.',
    testCostUnknown: 'Was das kostet, ist noch nicht bekannt.',
    testNow: 'Senden',
    testSent: 'Gestartet. Es steht im Verlauf.',
    testNoRoom: 'Der Speicher des Browsers ist voll.',
    report: 'Verbindungsbericht',
    reportHint:
      'Versionen, Servernamen, Fehlercodes, Zeiten sowie Feldnamen und Typen der Antworten. Keine Inhalte: keine Sitzung, kein Bild, keine Seitenadresse, kein Name.',
    copy: 'Kopieren',
    copied: 'Kopiert',
    notCopied: 'Der Browser konnte den Bericht nicht kopieren. Bitte stattdessen speichern.',
    ms: (count) => `${count} ms`,
    save: 'Als Datei speichern',
    record: 'Die nächsten 10 Minuten aufzeichnen',
    recordHint:
      'Ergänzt den Bericht um Feldnamen und Typen aller Antworten von {site}. Bleibt nur im Arbeitsspeicher, bis der Browser geschlossen wird. Das Symbol in der Symbolleiste zeigt REC.',
    recorded: (count) => `${recorded(count)}.`,
    recordingUntil: (time, count) => `Aktiv bis ${time}. ${recorded(count)}.`,
  },
  advanced: {
    title: 'Erweitert',
    versions: 'Versionen',
    hint: 'Wie sich die Erweiterung gegenüber {site} ausweist. Nur ändern, wenn {site} Anfragen als veraltet ablehnt und neuere Werte bekannt sind.',
    show: 'Versionen zeigen',
    builtIn: (value, day) => `Eingebaut: ${value}, gesehen am ${day}.`,
    overridden: 'Geändert',
    invalidNumber: 'Zahlen mit Punkten verwenden, etwa 8.4.0. Nicht gespeichert.',
    invalidName: 'Buchstaben, Ziffern, _ und Kommas verwenden. Nicht gespeichert.',
    reset: 'Eingebaute verwenden',
    notes: {
      appvr: 'Alle Anfragen',
      daVersion: 'Alle Anfragen',
      webVersion: 'Alle Anfragen',
      appSdkVersion: 'Alle Anfragen',
      aigcFeatures: 'Alle Anfragen',
      rootModel: 'Aufträge',
      draftMinVersion: 'Aufträge, Entwurf',
      componentMinVersion: 'Aufträge, Komponente',
      originalAppvr: 'Superauflösung',
      originalDaVersion: 'Superauflösung',
    },
  },
};
