import type { Errors } from '../en/errors';

/** German error sentences. */
export const errors: Errors = {
  'signed-out': 'Die Anmeldung bei {site} ist abgelaufen. Neu anmelden, dann erneut versuchen.',
  'confirmation-needed':
    '{site} verlangt zuerst eine Zustimmung, zum Beispiel zu den Bedingungen. Bitte die Website öffnen, dort antworten, dann erneut versuchen.',
  'no-credits': 'Das {site}-Konto hat nicht genug Credits.',
  'membership-needed': (p) => `${p.target} setzt ein {site}-Abo voraus.`,
  'daily-limit': 'Das {site}-Konto hat das heutige Limit erreicht. Bitte morgen erneut versuchen.',
  busy: '{site} ist überlastet und hat das nicht angenommen. Bitte später erneut versuchen.',
  'risk-control':
    'Die Risikoprüfung von {site} hat das abgelehnt. Weitere Versuche machen es schlimmer. Der Grund kann ein VPN oder die Adresse eines Rechenzentrums sein. Bitte auf der Website von {site} nachsehen, was verlangt wird.',
  'account-restricted':
    '{site} hat das Erzeugen von Bildern für dieses Konto eingeschränkt. Den Grund nennt nur die Website von {site}.',
  'input-refused': 'Die Inhaltsprüfung von {site} hat dieses Bild abgelehnt.',
  'output-refused': 'Die Inhaltsprüfung von {site} hat das Ergebnis abgelehnt.',
  'content-refused': 'Die Inhaltsprüfung von {site} hat das abgelehnt.',
  'copyright-refused': '{site} hat dieses Bild aus Gründen des Urheberrechts abgelehnt.',
  outdated:
    '{site} hat sich geändert und nimmt diese Version der Erweiterung nicht mehr an. Bitte auf ein Update warten und bis dahin die Website von {site} nutzen.',
  'system-busy': '{site} war bei jeder Anfrage überlastet. Bitte später erneut versuchen.',
  'page-signature-missing':
    '{site} nimmt solche Anfragen nur von der eigenen Seite an. Über diese Seite geht es weiter.',
  'page-unavailable':
    'Die Seite von {site} war nicht bereit. Es wurde nichts gesendet. Bitte {site} öffnen, dort anmelden und erneut versuchen.',
  'region-refused':
    '{site} ist in dieser Region oder diesem Netz nicht verfügbar. Der Grund kann ein VPN oder die Adresse eines Rechenzentrums sein.',
  'generation-failed':
    '{site} konnte dieses Bild nicht hochskalieren und hat keinen Grund genannt.',
  'upload-unreadable': '{site} konnte das empfangene Bild nicht lesen.',
  'upload-refused': 'Der Speicher von {site} hat den Upload abgelehnt.',
  'upload-corrupted': 'Das Bild wurde auf dem Weg zu {site} beschädigt.',
  'host-not-allowed':
    '{site} hat eine unsichere Adresse genannt. Die Erweiterung hat sie nicht verwendet.',
  'result-deleted': 'Das Ergebnis wurde bei {site} vor dem Herunterladen gelöscht.',
  'result-expired':
    'Der Link zum Ergebnis ist abgelaufen. Ein neuer Versuch fordert einen neuen an.',
  'result-missing': '{site} hat Erfolg gemeldet, aber kein Bild geliefert.',
  'http-refused': '{site} hat die Anfrage ohne Angabe eines Grundes abgelehnt.',
  'server-error': 'Bei {site} liegt gerade eine Störung vor. Bitte später erneut versuchen.',
  'bad-response': 'Die Antwort von {site} war nicht zu verstehen.',
  network: 'Die Verbindung zu {site} ist abgebrochen.',
  timeout: '{site} hat nicht rechtzeitig geantwortet.',
  'line-too-slow':
    'Die Verbindung ist zu langsam für dieses Bild. Es gab drei Versuche, jeder mit mehr Zeit. Bitte mit einer schnelleren Verbindung oder einer kleineren Datei erneut versuchen.',
  'unknown-refusal': '{site} hat das aus einem Grund abgelehnt, den die Erweiterung nicht kennt.',
  'image-empty': 'Die Bilddatei ist leer.',
  'image-is-page':
    'Die Website hat statt des Bildes eine Webseite gesendet. Vielleicht ist dort eine Anmeldung nötig.',
  'image-unknown-type':
    'Diese Art von Bild kann nicht hochskaliert werden. Möglich sind JPEG, PNG und WebP.',
  'image-broken': 'Die Bilddatei ist beschädigt oder unvollständig.',
  'image-too-small':
    'Dieses Bild ist zum Hochskalieren zu klein. Vielleicht hat die Seite ein größeres.',
  'image-too-large': 'Dieses Bild ist zu groß für {site}. Bitte eine kleinere Datei wählen.',
  'image-too-many-pixels':
    'Dieses Bild hat mehr als 51 Megapixel und braucht zu viel Speicher. Bitte verkleinern und die neue Datei wählen.',
  'image-blank': 'Das Bild ist leer. Vielleicht hat die Seite es noch nicht fertig geladen.',
  'image-heic':
    'HEIC-Bilder kann dieser Browser nicht lesen. Bitte das Foto öffnen, als JPEG speichern und diese Datei wählen.',
  'image-jxl':
    'JPEG-XL-Bilder kann dieser Browser nicht lesen. Bitte das Bild öffnen, als JPEG oder PNG speichern und diese Datei wählen.',
  'image-tiff':
    'TIFF-Bilder kann ein Browser nicht lesen. Bitte das Bild öffnen, als JPEG oder PNG speichern und diese Datei wählen.',
  'image-psd':
    'Das ist eine Photoshop-Datei (PSD). Bitte als PNG oder JPEG exportieren und diese Datei wählen.',
  'image-pdf':
    'Das ist ein PDF-Dokument. Bitte das Bild daraus als JPEG oder PNG speichern und diese Datei wählen.',
  'image-svg-unreadable':
    'Diese SVG-Grafik lässt sich nicht in ein Bild umwandeln. Bitte eine PNG-Version verwenden.',
  'image-result-too-large':
    'Dieses Bild ist so lang, dass die hochskalierte Version zu groß zum Anzeigen wäre. Bitte in kürzere Bilder zerschneiden und diese Dateien wählen.',
  'image-too-many-parts':
    'Dieses Bild ist so lang und schmal, dass es mehr als 32 Aufträge bräuchte. Bitte in kürzere Bilder zerschneiden und diese Dateien wählen.',
  'source-not-found': (p) => `${p.host ?? 'Die Website'} hat dieses Bild nicht mehr.`,
  'source-refused': (p) =>
    `${p.host ?? 'Die Website'} lässt die Erweiterung dieses Bild nicht lesen. Bitte von der Seite aus speichern und die Datei wählen.`,
  'source-host-error': (p) => `Bei ${p.host ?? 'der Website'} liegt gerade eine Störung vor.`,
  'source-unreachable': (p) => `${p.host ?? 'Die Website'} ist nicht erreichbar.`,
  'source-timeout': (p) => `${p.host ?? 'Die Website'} hat das Bild nicht rechtzeitig gesendet.`,
  'source-gone':
    'Die Seite mit diesem Bild ist geschlossen oder hat sich geändert. Bitte öffnen und erneut auf das Bild klicken.',
  'source-hidden':
    'Dieses Bild ist nicht zu sehen. Bitte zu seinem Tab wechseln, zum Bild scrollen und dort erneut versuchen.',
  'source-malformed': 'Die Bilddaten in der Seite sind nicht lesbar.',
  'source-private':
    'Das Bild liegt auf diesem Computer oder im eigenen Netz, die Seite nicht. Bitte das Bild selbst speichern und die Datei wählen.',
  'source-unsupported':
    'Auf solchen Seiten können Erweiterungen keine Bilder lesen. Für lokale Dateien in den Browsereinstellungen dieser Erweiterung „Zugriff auf Datei-URLs zulassen“ einschalten oder die Datei hier wählen.',
  'submit-unconfirmed':
    'Die Anfrage wurde gesendet, aber {site} hat nicht geantwortet und führt sie nicht auf.',
  'result-broken': 'Das Ergebnis ist kein gültiges Bild.',
  'join-failed':
    'Die hochskalierten Teile ließen sich nicht zu einem Bild zusammenfügen. Sie bleiben gespeichert. Ein neuer Versuch fügt sie nur zusammen und sendet keinen Auftrag.',
  'save-failed': 'Der Browser konnte die Datei nicht schreiben. Das Bild ist noch hier.',
  'storage-full':
    'Der Speicher des Browsers ist voll. Bitte hier einige Bilder entfernen und erneut versuchen.',
  'input-lost':
    'Das Original ist nicht mehr gespeichert. Bitte seine Seite öffnen und erneut auf das Bild klicken.',
  'row-damaged':
    'Dieser Eintrag wurde im Speicher des Browsers beschädigt und kann nicht fortgesetzt werden. Bitte entfernen und erneut auf das Bild klicken.',
  internal: 'In der Erweiterung ist ein Fehler aufgetreten.',
};
