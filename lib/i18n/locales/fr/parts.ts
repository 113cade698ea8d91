import type { Parts } from '../en/parts';
import { pluralIn } from '../plural';

const plural = pluralIn('fr');
const number = plural({ other: '#' });
const partCount = plural({ one: '# partie', other: '# parties' });
const moreOrders = plural({ one: '# commande de plus', other: '# commandes de plus' });
const credits = plural({ one: '# crédit', other: '# crédits' });
const about = (cost: number | undefined): string =>
  cost === undefined ? '' : ` (environ ${credits(cost)})`;

/** French about a long image, which is sent in parts. */
export const parts: Parts = {
  severalOrders: (count, cost) =>
    cost === undefined
      ? `Cette image est longue : elle est envoyée en ${partCount(count)}. Chaque partie coûte autant qu’une image.`
      : `Cette image est longue : elle est envoyée en ${partCount(count)}, environ ${credits(cost)} au total.`,
  moreOrders: (count, cost) =>
    `Des parties du résultat ne sont plus enregistrées. Continuer demande ${moreOrders(count)}${about(cost)}.`,
  of: (part, count) => `partie ${number(part)} sur ${number(count)}`,
  joined: plural({ one: '# partie assemblée', other: '# parties assemblées' }),
  kept: (done, count) =>
    `${number(done)} sur ${partCount(count)} : terminé et conservé. Réessayer reprend les autres.`,
  cancelled: 'Annulé.',
  notCharged: 'Rien n’a été débité pour cette partie.',
};
