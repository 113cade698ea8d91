import type { Replace } from '../en/replace';
import { pluralIn } from '../plural';

const plural = pluralIn('fr');

/** French about results that are shown in pages. */
export const replace: Replace = {
  show: 'Afficher dans la page',
  hide: 'Réafficher les originaux',
  always: (host) => `Toujours afficher les résultats sur ${host}`,
  never: (host) => `Ne plus toujours afficher les résultats sur ${host}`,
  looking: 'Recherche de l’image dans la page…',
  shown: plural({
    one: 'Affiché à # endroit de la page.',
    many: 'Affiché à # endroits de la page.',
    other: 'Affiché à # endroits de la page.',
  }),
  notFound: 'La page est ouverte, mais l’image n’y a pas été trouvée.',
  impossible: 'Cette page n’autorise pas d’autres images.',
  forbidden: 'Rien ne peut être affiché dans cette page.',
  gone: 'Le résultat ou sa page n’existe plus.',
  noAccess: (host) => `Pour l’afficher là-bas, autorisez l’accès à ${host}.`,
  sites: {
    title: 'Résultats dans les pages',
    lead: 'Sur ces sites, vos résultats s’affichent à la place des originaux. Rien n’est envoyé pour cela.',
    none: 'Aucun pour l’instant. Le menu d’une image terminée ajoute son site.',
    noAccess: 'L’accès à ce site manque.',
    mark: 'Marquer les images remplacées',
    ahead: 'Images à agrandir à l’avance',
    limit: 'Au plus (crédits) par page',
    hint: 'Un bouton dans la page agrandit les images suivantes pendant la lecture, dans cette limite. Si un champ est vide, rien n’est commandé.',
    remove: 'Retirer',
    removeSite: (host) => `Retirer ${host}`,
  },
};
