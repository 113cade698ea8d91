import type { Elsewhere } from '../en/elsewhere';
import { pluralIn } from '../plural';

const plural = pluralIn('fr');

/** French messages about taking the settings to another browser. */
export const elsewhere: Elsewhere = {
  title: 'Vos paramètres ailleurs',
  why: 'Emporte dans un autre navigateur ce que vous avez choisi ici et sur les autres pages de l’extension. Jamais d’images, d’historique, d’accord, d’autorisations ni rien d’un compte.',
  file: 'Dans un fichier',
  fileHint: 'Vous voyez ce qu’un fichier changerait avant qu’il ne change quoi que ce soit.',
  exportNow: 'Exporter les paramètres',
  importNow: 'Importer les paramètres',
  sync: 'Par la synchronisation du navigateur',
  syncHint:
    'Seulement quand vous appuyez sur un bouton. Votre navigateur porte alors l’envoi à vos autres appareils, si sa synchronisation est activée.',
  send: 'Envoyer à la synchronisation',
  fetch: 'Reprendre de la synchronisation',
  lastSent: (day, version) => `Dernier envoi le ${day}, par la version ${version}.`,
  neverSent: 'Rien n’a encore été envoyé.',
  tooLong: (names) =>
    `Non envoyé. Trop long pour la synchronisation du navigateur : ${names}. Raccourcissez, ou prenez un fichier. Rien n’a été modifié.`,
  refused: (words) => `Rien n’a été modifié, car le navigateur a refusé : ${words}`,
  mixed: (words) =>
    `Une partie seulement a été envoyée. Envoyez de nouveau. Le navigateur a dit : ${words}`,
  said: {
    sent: 'Envoyé.',
    full: 'Non envoyé : ensemble, les paramètres sont trop longs pour la synchronisation du navigateur. Rien n’a été modifié.',
    'too-often':
      'Non envoyé : trop de modifications en peu de temps. Réessayez dans quelques minutes. Rien n’a été modifié.',
    nothing: 'Il n’y a pas de paramètres dans la synchronisation du navigateur.',
    incomplete:
      'Les paramètres de votre autre appareil ne sont pas encore tous arrivés. Réessayez plus tard.',
    newer:
      'Une version plus récente de l’extension a écrit ces paramètres. Mettez d’abord l’extension à jour.',
    'no-settings': 'Ce fichier ne contient pas de paramètres exportés.',
    'too-large-file':
      'Ce fichier est trop grand pour être des paramètres exportés. Il n’a pas été lu.',
    applied: 'Les paramètres ont été repris.',
    'put-back': 'Les paramètres précédents sont de retour.',
    'not-stored': 'Le navigateur n’a pas enregistré les paramètres. Rien n’a été modifié.',
  },
  preview: {
    title: 'Ce qui changerait',
    from: {
      file: (day, version) => `Fichier du ${day}, de la version ${version}.`,
      sync: (day, version) => `Envoi du ${day}, par la version ${version}.`,
    },
    changes: plural({ one: '# paramètre change', other: '# paramètres changent' }),
    same: plural({ one: '# reste identique', other: '# restent identiques' }),
    nothing: 'Vous avez déjà ces paramètres.',
    damaged: (names) => `Endommagé, donc non repris : ${names}.`,
    unknown: (names) => `Inconnu de cette version, donc non repris : ${names}.`,
    shortens:
      'L’historique garde alors moins. Les entrées anciennes sont retirées définitivement, et rien ici ne les ramène.',
    apply: 'Appliquer',
  },
  previous: {
    title: 'Paramètres précédents',
    from: {
      file: (day) => `D’avant l’import du ${day}.`,
      sync: (day) => `D’avant la reprise de la synchronisation du ${day}.`,
      reset: (day) => `D’avant la réinitialisation du ${day}.`,
      'put-back': (day) => `D’avant le rétablissement du ${day}.`,
    },
    putBack: 'Rétablir les paramètres précédents',
  },
  values: {
    on: 'Activé',
    off: 'Désactivé',
    none: 'Aucun',
    templates: plural({ one: '# modèle', other: '# modèles' }),
  },
};
