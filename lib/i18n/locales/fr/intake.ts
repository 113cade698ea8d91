import type { IntakeMessages } from '../en/intake';
import { pluralIn } from '../plural';

const plural = pluralIn('fr');

/** French about what was dropped, pasted or chosen. */
export const intake: IntakeMessages = {
  chooseFolder: 'Choisir un dossier',
  adding: 'Ajout des images…',
  added: plural({ one: '# image ajoutée.', other: '# images ajoutées.' }),
  waiting: plural({
    one: '# image attend que vous la lanciez.',
    other: '# images attendent que vous les lanciez.',
  }),
  discard: 'Abandonner',
  notImages: plural({
    one: '# fichier ignoré : ce n’est pas une image.',
    other: '# fichiers ignorés : ce ne sont pas des images.',
  }),
  notAddresses: plural({
    one: '# ligne ignorée : ce n’est pas une adresse web.',
    other: '# lignes ignorées : ce ne sont pas des adresses web.',
  }),
  tooMany: plural({
    one: '# élément ignoré : trop à la fois.',
    other: '# éléments ignorés : trop à la fois.',
  }),
  nothing: 'Ni image ni adresse web.',
  refused: {
    encrypted: (name) => `« ${name} » est protégé par un mot de passe et a été ignoré.`,
    damaged: (name) => `« ${name} » est endommagé. Ce qui n’a pas pu être lu a été ignoré.`,
    'too-large': (name) => `« ${name} » est trop volumineux une fois décompressé et a été ignoré.`,
    'too-many': (name) => `« ${name} » contient trop de fichiers et a été ignoré.`,
  },
  sites: plural({
    one: 'Il faut d’abord autoriser l’accès à # site.',
    other: 'Il faut d’abord autoriser l’accès à # sites.',
  }),
};
