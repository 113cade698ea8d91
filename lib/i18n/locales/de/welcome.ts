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
    lead: 'Auf ein Bild rechtsklicken, 2K oder 4K wählen und das größere Bild speichern, sobald es fertig ist. Die Arbeit macht das eigene Konto bei Jimeng oder Dreamina.',
    sent: 'Was diesen Computer verlässt',
    points: [
      {
        title: 'Das ausgewählte Bild',
        text: 'Es geht an die Website des Kontos: Jimeng oder Dreamina, beide Dienste von ByteDance. Dort gelten deren Bedingungen.',
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
      'Ich bin einverstanden, dass die von mir ausgewählten Bilder zum Hochskalieren an die Website meines Kontos gesendet werden, Jimeng oder Dreamina (ByteDance).',
    agree: 'Zustimmen und weiter',
    notYet: 'Vor der Zustimmung wird nichts gesendet. Angeklickte Bilder warten.',
    agreed: 'Die Zustimmung ist erteilt. Widerrufen lässt sie sich in den Einstellungen.',
    unofficial: 'Inoffiziell: nicht von Jimeng, Dreamina oder ByteDance erstellt oder unterstützt.',
  },
  ready: {
    title: 'Wo ist das Konto?',
    site: 'Dienst',
    other: 'Der andere Dienst lässt sich später in den Einstellungen hinzufügen.',
    access: (site) => `Zugriff auf ${site}`,
    accessAsk:
      'Der Browser fragt, ob diese Erweiterung auf diese Websites zugreifen darf und auf keine anderen.',
    refused: (site) =>
      `Der Zugriff wurde nicht erlaubt. Ohne ihn lässt sich mit ${site} nichts hochskalieren. Erlauben ist jetzt oder später möglich.`,
    account: (site) => `Das Konto bei ${site}`,
    signedIn: 'Angemeldet.',
    signIn: (site) =>
      `Bitte auf der Website von ${site} anmelden und hierher zurückkehren. Diese Seite aktualisiert sich selbst.`,
    checking: 'Wird geprüft …',
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
    cost: {
      jimeng:
        'Hochskalieren auf 2K kann Jimeng-Credits kosten. Smart HD, mit dem „Automatisch“ beginnt, kostete zuletzt 1 Credit.',
      dreamina:
        'Hochskalieren auf 2K kann Dreamina-Credits kosten. Wie viele, ist noch nicht bekannt.',
    },
    credits: (left) => `Guthaben: ${left}.`,
    upscale: 'Dieses Bild hochskalieren',
    started: 'Gestartet. Das Symbol in der Symbolleiste zeigt, wenn es fertig ist.',
    noRoom:
      'Der Speicher des Browsers ist voll. Bitte Speicherplatz freigeben und erneut versuchen.',
    openHistory: 'Verlauf öffnen',
    check: 'Verbindung prüfen',
    checkHint: 'Probiert jeden kostenlosen Schritt, ohne hochzuskalieren.',
    needsConsent: 'Zum Ausprobieren bitte auf der ersten Seite zustimmen.',
    needsSignIn: 'Zum Ausprobieren bitte auf der vorigen Seite den Zugriff erlauben und anmelden.',
  },
};
