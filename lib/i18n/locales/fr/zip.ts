import type { Zip } from '../en/zip';
import { pluralIn } from '../plural';

const plural = pluralIn('fr');
const number = plural({ other: '#' });

/** French about the ZIP. */
export const zip: Zip = {
  packing: (done, all) => `Création du ZIP : ${number(done)} sur ${number(all)}`,
  stop: 'Arrêter',
  saving: 'Enregistrement du ZIP…',
  saved: plural({ one: '# image est dans le ZIP.', other: '# images sont dans le ZIP.' }),
  partly: (packed, all) =>
    `${number(packed)} sur ${number(all)} sont dans le ZIP. Ne sont plus lisibles :`,
  close: 'Fermer',
  oneAtATime: 'Un seul ZIP à la fois. Enregistrez le suivant quand celui-ci sera prêt.',
  failures: {
    'storage-full': 'Le disque est plein. Le ZIP n’a pas été enregistré.',
    'nothing-left': 'Aucune de ces images n’est encore lisible. Il n’y a pas de ZIP.',
    interrupted:
      'Le navigateur a arrêté l’extension plusieurs fois. Le ZIP n’a pas été enregistré ; essayez avec moins d’images.',
    'save-failed': 'Le navigateur n’a pas pu enregistrer le ZIP.',
  },
};
