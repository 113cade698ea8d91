import type { Sites } from '../en/sites';

export const siteNames: Sites['names'] = { jimeng: 'Jimeng', dreamina: 'Dreamina' };

/** French: where accounts are, and the access that each site needs. */
export const sites: Sites = {
  names: siteNames,
  options: { jimeng: 'Jimeng', dreamina: 'Dreamina (bêta)' },
  beta: 'Bêta : conçu d’après des rapports publics, jamais essayé en conditions réelles. Envoyez un rapport après votre premier agrandissement.',
  places: {
    jimeng: 'jimeng.jianying.com, pour la Chine continentale',
    dreamina: 'dreamina.capcut.com, pour tous les autres pays',
  },
  inContainer: (site) => `${site}, conteneur`,
  switchTo: (site, other) => `Les nouvelles images vont sur ${site}. Passer à ${other}`,
  accessTitle: (site) => `Autoriser l’accès à ${site}`,
  accessText: (site) =>
    `Cette extension ne peut pas accéder aux sites de ${site}. Autorisez-le pour agrandir des images.`,
  reasons: {
    account: 'connexion, tâches et crédits',
    upload: 'reçoit les images que vous choisissez',
    result: 'livre les résultats',
  },
  and: ' ; ',
  priceUnknown:
    'Le tarif de ce site n’est pas encore connu. La suite reprendra quand une autre image l’aura montré, ou si vous agrandissez quand même.',
  hosts: 'Les sites dont l’accès sera demandé',
};
