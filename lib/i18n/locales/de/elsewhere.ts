import type { Elsewhere } from '../en/elsewhere';
import { pluralIn } from '../plural';

const plural = pluralIn('de');

/** German messages about taking the settings to another browser. */
export const elsewhere: Elsewhere = {
  title: 'Einstellungen anderswo',
  why: 'Bringt das hier und auf den anderen Seiten der Erweiterung Gewählte in einen anderen Browser. Nie Bilder, Verlauf, Zustimmung, Berechtigungen oder etwas vom Konto.',
  file: 'Als Datei',
  fileHint: 'Was eine Datei ändern würde, ist zu sehen, bevor sie etwas ändert.',
  exportNow: 'Einstellungen exportieren',
  importNow: 'Einstellungen importieren',
  sync: 'Über die Synchronisierung des Browsers',
  syncHint:
    'Nur auf Knopfdruck. Der Browser bringt das Gesendete dann auf die anderen Geräte, wenn seine Synchronisierung an ist.',
  send: 'An die Synchronisierung senden',
  fetch: 'Aus der Synchronisierung holen',
  lastSent: (day, version) => `Zuletzt gesendet am ${day}, von Version ${version}.`,
  neverSent: 'Noch nichts gesendet.',
  tooLong: (names) =>
    `Nicht gesendet. Zu lang für die Synchronisierung des Browsers: ${names}. Bitte kürzen oder eine Datei nehmen. Nichts wurde geändert.`,
  refused: (words) => `Nichts wurde geändert, denn der Browser hat abgelehnt: ${words}`,
  mixed: (words) => `Nur ein Teil wurde gesendet. Bitte erneut senden. Der Browser sagt: ${words}`,
  said: {
    sent: 'Gesendet.',
    full: 'Nicht gesendet: Zusammen sind die Einstellungen zu lang für die Synchronisierung des Browsers. Nichts wurde geändert.',
    'too-often':
      'Nicht gesendet: zu viele Änderungen in kurzer Zeit. Bitte in einigen Minuten erneut versuchen. Nichts wurde geändert.',
    nothing: 'In der Synchronisierung des Browsers sind keine Einstellungen.',
    incomplete:
      'Noch sind nicht alle Einstellungen vom anderen Gerät da. Bitte später erneut versuchen.',
    newer:
      'Diese Einstellungen stammen von einer neueren Version der Erweiterung. Bitte zuerst die Erweiterung aktualisieren.',
    'no-settings': 'Diese Datei enthält keine exportierten Einstellungen.',
    'too-large-file':
      'Diese Datei ist zu groß für exportierte Einstellungen. Sie wurde nicht gelesen.',
    applied: 'Die Einstellungen wurden übernommen.',
    'put-back': 'Die vorherigen Einstellungen sind zurück.',
    'not-stored': 'Der Browser hat die Einstellungen nicht gespeichert. Nichts wurde geändert.',
  },
  preview: {
    title: 'Was sich ändern würde',
    from: {
      file: (day, version) => `Datei vom ${day}, von Version ${version}.`,
      sync: (day, version) => `Gesendet am ${day}, von Version ${version}.`,
    },
    changes: plural({ one: '# Einstellung ändert sich', other: '# Einstellungen ändern sich' }),
    same: plural({ one: '# bleibt gleich', other: '# bleiben gleich' }),
    nothing: 'Diese Einstellungen gelten schon.',
    damaged: (names) => `Beschädigt, daher nicht übernommen: ${names}.`,
    unknown: (names) => `Dieser Version unbekannt, daher nicht übernommen: ${names}.`,
    shortens:
      'Der Verlauf behält dann weniger. Ältere Einträge werden endgültig entfernt, und nichts hier bringt sie zurück.',
    apply: 'Übernehmen',
  },
  previous: {
    title: 'Vorherige Einstellungen',
    from: {
      file: (day) => `Von vor dem Import am ${day}.`,
      sync: (day) => `Von vor dem Holen aus der Synchronisierung am ${day}.`,
      reset: (day) => `Von vor dem Zurücksetzen am ${day}.`,
      'put-back': (day) => `Von vor dem Zurückholen am ${day}.`,
    },
    putBack: 'Vorherige Einstellungen zurückholen',
  },
  values: {
    on: 'An',
    off: 'Aus',
    none: 'Keine',
    templates: plural({ one: '# Vorlage', other: '# Vorlagen' }),
  },
};
