import type { Errors } from '../en/errors';

/** French error sentences. */
export const errors: Errors = {
  'signed-out': 'Vous avez été déconnecté de {site}. Connectez-vous, puis réessayez.',
  'confirmation-needed':
    '{site} vous demande d’abord d’accepter quelque chose, par exemple ses conditions. Ouvrez sa page, répondez-y, puis réessayez.',
  'no-credits': 'Votre compte {site} n’a pas assez de crédits.',
  'membership-needed': (p) => `${p.target} demande un abonnement {site}.`,
  'daily-limit': 'Votre compte {site} a atteint la limite du jour. Réessayez demain.',
  busy: '{site} est surchargé et n’a pas accepté cette demande. Réessayez plus tard.',
  'risk-control':
    'Le contrôle des risques de {site} a refusé cette demande. Insister aggraverait la situation. Un VPN ou l’adresse d’un centre de données peut en être la cause. Voyez sur le site de {site} ce qu’il vous demande.',
  'account-restricted':
    '{site} a restreint la génération d’images sur votre compte. Seul le site de {site} peut vous dire pourquoi.',
  'input-refused': 'Le contrôle du contenu de {site} a refusé cette image.',
  'output-refused': 'Le contrôle du contenu de {site} a refusé le résultat.',
  'content-refused': 'Le contrôle du contenu de {site} a refusé cette demande.',
  'copyright-refused': '{site} a refusé cette image pour des raisons de droits d’auteur.',
  outdated:
    '{site} a changé et n’accepte plus cette version de l’extension. Attendez une mise à jour. D’ici là, utilisez le site de {site}.',
  'system-busy': '{site} s’est dit surchargé à chaque demande. Réessayez plus tard.',
  'page-signature-missing':
    '{site} n’accepte ce type de demande que depuis sa propre page. Vous pouvez continuer par cette page.',
  'page-unavailable':
    'La page de {site} n’a pas pu être préparée : rien n’a été envoyé. Ouvrez {site}, connectez-vous, puis réessayez.',
  'region-refused':
    '{site} n’est pas disponible depuis votre région ou votre réseau. Un VPN ou l’adresse d’un centre de données peut en être la cause.',
  'generation-failed': '{site} n’a pas pu agrandir cette image et n’a pas dit pourquoi.',
  'upload-unreadable': '{site} n’a pas pu lire l’image reçue.',
  'upload-refused': 'Le stockage de {site} a refusé l’envoi.',
  'upload-corrupted': 'L’image a été endommagée pendant son envoi à {site}.',
  'host-not-allowed':
    '{site} a indiqué une adresse qui n’est pas sûre. L’extension ne l’a pas utilisée.',
  'result-deleted': 'Le résultat a été supprimé chez {site} avant son téléchargement.',
  'result-expired': 'Le lien vers le résultat a expiré. Réessayer en demande un nouveau.',
  'result-missing': '{site} a annoncé une réussite, mais n’a livré aucune image.',
  'http-refused': '{site} a refusé la demande sans dire pourquoi.',
  'server-error': '{site} a un problème en ce moment. Réessayez plus tard.',
  'bad-response': 'La réponse de {site} est incompréhensible.',
  network: 'La connexion à {site} a été perdue.',
  timeout: '{site} n’a pas répondu à temps.',
  'line-too-slow':
    'Votre connexion est trop lente pour cette image. Trois essais ont eu lieu, chacun plus long. Réessayez avec une connexion plus rapide ou un fichier plus petit.',
  'unknown-refusal': '{site} a refusé pour une raison que l’extension ne connaît pas.',
  'image-empty': 'Le fichier image est vide.',
  'image-is-page':
    'Le site a envoyé une page web au lieu de l’image. Vous devez peut-être vous y connecter.',
  'image-unknown-type': 'Ce type d’image ne peut pas être agrandi. Utilisez JPEG, PNG ou WebP.',
  'image-broken': 'Le fichier image est endommagé ou incomplet.',
  'image-too-small':
    'Cette image est trop petite pour être agrandie. La page en a peut-être une plus grande.',
  'image-too-large': 'Cette image est trop grande pour {site}. Choisissez un fichier plus petit.',
  'image-too-many-pixels':
    'Cette image dépasse 51 mégapixels et demande trop de mémoire. Réduisez-la, puis choisissez ce fichier.',
  'image-blank': 'L’image est vide. La page n’a peut-être pas fini de la charger.',
  'image-heic':
    'Ce navigateur ne peut pas lire les images HEIC. Ouvrez la photo, enregistrez-la en JPEG, puis choisissez ce fichier.',
  'image-jxl':
    'Ce navigateur ne peut pas lire les images JPEG XL. Ouvrez l’image, enregistrez-la en JPEG ou PNG, puis choisissez ce fichier.',
  'image-tiff':
    'Un navigateur ne peut pas lire les images TIFF. Ouvrez l’image, enregistrez-la en JPEG ou PNG, puis choisissez ce fichier.',
  'image-psd':
    'C’est un fichier Photoshop (PSD). Exportez-le en PNG ou JPEG, puis choisissez ce fichier.',
  'image-pdf':
    'C’est un document PDF. Enregistrez l’image qu’il contient en JPEG ou PNG, puis choisissez ce fichier.',
  'image-svg-unreadable':
    'Ce dessin SVG ne peut pas être converti en image. Utilisez une version PNG.',
  'image-result-too-large':
    'Cette image est si longue que sa version agrandie serait trop grande pour être affichée. Découpez-la en images plus courtes, puis choisissez ces fichiers.',
  'image-too-many-parts':
    'Cette image est si longue et étroite qu’elle demanderait plus de 32 commandes. Découpez-la en images plus courtes, puis choisissez ces fichiers.',
  'source-not-found': (p) => `${p.host ?? 'Le site'} n’a plus cette image.`,
  'source-refused': (p) =>
    `${p.host ?? 'Le site'} ne laisse pas l’extension lire cette image. Enregistrez-la depuis la page, puis choisissez le fichier.`,
  'source-host-error': (p) => `${p.host ?? 'Le site'} a un problème en ce moment.`,
  'source-unreachable': (p) => `${p.host ?? 'Le site'} est injoignable.`,
  'source-timeout': (p) => `${p.host ?? 'Le site'} n’a pas envoyé l’image à temps.`,
  'source-gone':
    'La page qui contenait cette image est fermée ou a changé. Ouvrez-la et cliquez à nouveau sur l’image.',
  'source-hidden':
    'Cette image n’est pas visible. Allez dans son onglet, faites défiler jusqu’à l’image, puis réessayez là.',
  'source-malformed': 'Les données de l’image dans la page sont illisibles.',
  'source-private':
    'L’image est sur cet ordinateur ou sur votre propre réseau, mais pas la page. Enregistrez l’image vous-même, puis choisissez le fichier.',
  'source-unsupported':
    'Les extensions ne peuvent pas lire les images de ce type de page. Pour les fichiers locaux, activez « Autoriser l’accès aux URL de fichier » dans les paramètres de l’extension, ou choisissez le fichier ici.',
  'submit-unconfirmed':
    'La demande a été envoyée, mais {site} n’a pas répondu et ne la mentionne pas.',
  'result-broken': 'Le résultat n’est pas une image valide.',
  'join-failed':
    'Les parties agrandies n’ont pas pu être assemblées en une image. Elles sont conservées. Réessayer les assemble à nouveau et ne commande rien.',
  'save-failed': 'Le navigateur n’a pas pu écrire le fichier. L’image est toujours ici.',
  'storage-full': 'Le stockage du navigateur est plein. Retirez des images ici, puis réessayez.',
  'input-lost':
    'L’image d’origine n’est plus enregistrée. Ouvrez sa page et cliquez à nouveau dessus.',
  'row-damaged':
    'Cette entrée a été endommagée dans le stockage du navigateur et ne peut pas continuer. Retirez-la, puis cliquez à nouveau sur l’image.',
  internal: 'Une erreur s’est produite dans l’extension.',
};
