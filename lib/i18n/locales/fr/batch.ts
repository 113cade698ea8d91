import type { Batch } from '../en/batch';
import { pluralIn } from '../plural';

const plural = pluralIn('fr');
const credits = plural({ one: '# crédit', other: '# crédits' });

/** French about pictures that were picked together. */
export const batch: Batch = {
  unnamed: 'Images d’une page',
  progress: (name) => `Progression de ${name}`,
  counts: {
    found: plural({ other: '# trouvées' }),
    large: plural({ other: '# déjà grandes' }),
    known: plural({ other: '# déjà agrandies' }),
    done: plural({ other: '# terminées' }),
    failed: plural({ other: '# en échec' }),
    waiting: plural({ other: '# en attente' }),
    cancelled: plural({ other: '# annulées' }),
    gone: plural({ other: '# retirées ou identiques à une autre' }),
  },
  needs: plural({ other: '# à décider' }),
  asks: {
    large: plural({ one: '# image est déjà grande.', other: '# images sont déjà grandes.' }),
    known: plural({
      one: '# image a déjà été agrandie.',
      other: '# images ont déjà été agrandies.',
    }),
  },
  leave: {
    large: 'Les garder telles quelles (gratuit)',
    known: 'Utiliser ces résultats (gratuit)',
  },
  left: (duration) => `encore environ ${duration} (estimation)`,
  spent: (spent, budget) =>
    budget === undefined
      ? `${credits(spent)} dépensés`
      : `${credits(spent)} dépensés sur ${credits(budget)} au plus`,
  paused: {
    person: 'En pause.',
    budget:
      'En pause : la prochaine commande pourrait dépasser la limite de ce lot. Relevez la limite pour continuer avec les mêmes images.',
    day: 'En pause : la prochaine commande pourrait dépasser votre limite par jour. Reprise demain, ou quand vous relevez la limite dans les paramètres.',
    price:
      'En pause : le prix d’une commande n’a pas pu être lu dans votre solde. Reprendre envoie une commande de plus.',
    risk: 'En pause, car {site} a refusé une commande par sécurité. Vérifiez si {site} vous demande de confirmer quelque chose, puis reprenez.',
    refused:
      'En pause : {site} a refusé une commande et refuserait les autres pour la même raison. La ligne en échec indique laquelle.',
  },
  jump: (name, price, expected) =>
    `${name} a coûté ${credits(price)} au lieu de ${credits(expected)}.`,
  jumped: (price, expected) => `A coûté ${credits(price)} au lieu de ${credits(expected)}.`,
  inQueue: (place, length) =>
    length === undefined ? `File d’attente : ${place}` : `File d’attente : ${place} sur ${length}`,
  pause: 'Mettre en pause',
  resume: 'Reprendre',
  pauseAll: 'Tout mettre en pause',
  resumeAll: 'Tout reprendre',
  allPaused: 'Tout est en pause. Ce qui est déjà en cours continue.',
  read: 'Lire',
  cancelRest: 'Annuler le reste',
  retryFailed: 'Réessayer les échecs',
  remove: 'Tout retirer',
  limit: 'Au plus (crédits)',
  setLimit: 'Fixer la limite',
};
