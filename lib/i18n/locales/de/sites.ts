import type { Sites } from '../en/sites';

export const siteNames: Sites['names'] = { jimeng: 'Jimeng', dreamina: 'Dreamina' };

/** German: where accounts are, and the access that each site needs. */
export const sites: Sites = {
  names: siteNames,
  options: { jimeng: 'Jimeng', dreamina: 'Dreamina (Beta)' },
  beta: 'Beta: nach öffentlichen Berichten gebaut und nie live erprobt. Bitte nach dem ersten Hochskalieren einen Bericht senden.',
  places: {
    jimeng: 'jimeng.jianying.com, für Festlandchina',
    dreamina: 'dreamina.capcut.com, für alle anderen Länder',
  },
  inContainer: (site) => `${site}, Container`,
  switchTo: (site, other) => `Neue Bilder gehen an ${site}. Zu ${other} wechseln`,
  accessTitle: (site) => `Zugriff auf ${site} erlauben`,
  accessText: (site) =>
    `Diese Erweiterung darf nicht auf die Websites von ${site} zugreifen. Zum Hochskalieren bitte erlauben.`,
  reasons: {
    account: 'Anmeldung, Aufträge und Credits',
    upload: 'nimmt die ausgewählten Bilder entgegen',
    result: 'liefert die Ergebnisse',
  },
  and: '; ',
  priceUnknown:
    'Was dieser Dienst berechnet, ist noch nicht bekannt. Hier geht es weiter, sobald ein anderes Bild es gezeigt hat, oder mit „Trotzdem hochskalieren“.',
  hosts: 'Die Websites, um die es geht',
};
