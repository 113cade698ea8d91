import type { Welcome } from '../en/welcome';

/** German words of the welcome page. */
export const welcome: Welcome = {
  title: 'Willkommen',
  step: (now, of) => `Schritt ${now} von ${of}`,
  steps: 'Schritte',
  back: 'Zurück',
  next: 'Weiter',
  done: 'Fertig',
  what: {
    title: 'Größere Bilder von jeder Seite',
    lead: 'Auf ein Bild rechtsklicken, 2K oder 4K wählen und das größere Bild speichern, sobald es fertig ist. Die Arbeit macht das eigene Jimeng-Konto.',
    sent: 'Was diesen Computer verlässt',
    points: [
      {
        title: 'Das ausgewählte Bild',
        text: 'Es geht über das eigene Konto an Jimeng, einen Dienst von ByteDance. Dort gelten die Bedingungen von Jimeng.',
      },
      {
        title: 'Sonst nichts',
        text: 'Keine anderen Bilder, kein Browserverlauf, keine Analysedienste. Wir betreiben keinen Server.',
      },
      {
        title: 'Der Verlauf bleibt hier',
        text: 'Er bleibt in diesem Browser, bis er entfernt wird. Diese Erweiterung sieht das Passwort nie.',
      },
    ],
    consent:
      'Ich bin einverstanden, dass die von mir ausgewählten Bilder zum Hochskalieren an Jimeng (ByteDance) gesendet werden.',
    agree: 'Zustimmen und weiter',
    notYet: 'Vor der Zustimmung wird nichts gesendet. Angeklickte Bilder warten.',
    agreed: 'Die Zustimmung ist erteilt. Widerrufen lässt sie sich in den Einstellungen.',
    unofficial: 'Inoffiziell: nicht von Jimeng, Dreamina oder ByteDance erstellt oder unterstützt.',
  },
  ready: {
    title: 'Anmelden und Symbol anheften',
    account: 'Das Jimeng-Konto',
    'signed-in': 'Angemeldet.',
    'signed-out':
      'Bitte auf der Website von Jimeng anmelden und hierher zurückkehren. Diese Seite aktualisiert sich selbst.',
    'no-access':
      'Der Browser sperrt dieser Erweiterung den Zugriff auf die Websites von Jimeng. Bitte zuerst erlauben.',
    unknown: 'Wird geprüft …',
    pin: 'Das Symbol in der Symbolleiste',
    pinned: 'Es ist in der Symbolleiste. Es zeigt den Fortschritt und öffnet den Verlauf.',
    unpinned:
      'In der Symbolleiste auf das Puzzleteil klicken, dann auf die Nadel neben „Mit Dreamina hochskalieren“. Das Symbol zeigt den Fortschritt und öffnet den Verlauf.',
  },
  start: {
    title: 'Website-Zugriff und ein erster Versuch',
    access: 'Darf die Erweiterung Bilder auf anderen Websites lesen?',
    ask: 'Bei jeder Website fragen',
    askHint:
      'Die meisten Bilder brauchen keine Berechtigung. Wenn doch, fragt die Erweiterung nach dieser einen Website.',
    everywhere: 'Jetzt alle Websites erlauben',
    everywhereHint:
      'Kein Bild muss fragen. Der Browser ließe die Erweiterung jede Website lesen; sie liest weiterhin nur die ausgewählten Bilder. Widerrufen ist in den Einstellungen möglich.',
    try: 'Ausprobieren',
    tryAlt: 'Kleine Zeichnung einer Hütte unter Nordlichtern',
    trySize: (size) => `${size} Pixel, für diese Seite gezeichnet.`,
    cost: 'Hochskalieren auf 2K kann Jimeng-Credits kosten. Smart HD, zu dem „Automatisch“ wechseln kann, kostete zuletzt 1 Credit.',
    credits: (left) => `Guthaben: ${left}.`,
    upscale: 'Dieses Bild hochskalieren',
    started: 'Gestartet. Das Symbol in der Symbolleiste zeigt, wenn es fertig ist.',
    noRoom:
      'Der Speicher des Browsers ist voll. Bitte Speicherplatz freigeben und erneut versuchen.',
    openHistory: 'Verlauf öffnen',
    check: 'Verbindung prüfen',
    checkHint: 'Probiert jeden kostenlosen Schritt mit Jimeng, ohne hochzuskalieren.',
    needsConsent: 'Zum Ausprobieren bitte auf der ersten Seite zustimmen.',
    needsSignIn: 'Zum Ausprobieren bitte auf der vorigen Seite anmelden.',
  },
};
