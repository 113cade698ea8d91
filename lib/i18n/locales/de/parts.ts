import type { Parts } from '../en/parts';
import { pluralIn } from '../plural';

const plural = pluralIn('de');
const number = plural({ other: '#' });
const inParts = plural({ one: '# Teil', other: '# Teilen' });
const moreOrders = plural({ one: '# weiteren Auftrag', other: '# weitere Aufträge' });
const credits = plural({ one: '# Credit', other: '# Credits' });
const about = (cost: number | undefined): string =>
  cost === undefined ? '' : ` (etwa ${credits(cost)})`;

/** German about a long image. */
export const parts: Parts = {
  severalOrders: (count, cost) =>
    cost === undefined
      ? `Dieses Bild ist lang: Es wird in ${inParts(count)} gesendet. Jeder Teil kostet so viel wie ein Bild.`
      : `Dieses Bild ist lang: Es wird in ${inParts(count)} gesendet, zusammen etwa ${credits(cost)}.`,
  moreOrders: (count, cost) =>
    `Teile des Ergebnisses sind nicht mehr gespeichert. Fortfahren braucht ${moreOrders(count)}${about(cost)}.`,
  of: (part, count) => `Teil ${number(part)} von ${number(count)}`,
  joined: plural({ one: '# Teil zusammengefügt', other: '# Teile zusammengefügt' }),
  kept: (done, count) =>
    `${number(done)} von ${inParts(count)} fertig und gespeichert. Erneut versuchen macht mit den übrigen weiter.`,
  cancelled: 'Abgebrochen.',
  notCharged: 'Für diesen Teil wurde nichts berechnet.',
};
