import type { Sites } from '../en/sites';

export const siteNames: Sites['names'] = { jimeng: 'Jimeng', dreamina: 'Dreamina' };

/** Spanish: where accounts are, and the access that each site needs. */
export const sites: Sites = {
  names: siteNames,
  options: { jimeng: 'Jimeng', dreamina: 'Dreamina (beta)' },
  beta: 'Beta: creado a partir de informes públicos y nunca probado en vivo. Envía un informe después de tu primera ampliación.',
  places: {
    jimeng: 'jimeng.jianying.com, para China continental',
    dreamina: 'dreamina.capcut.com, para el resto del mundo',
  },
  inContainer: (site) => `${site}, contenedor`,
  switchTo: (site, other) => `Las imágenes nuevas van a ${site}. Cambiar a ${other}`,
  accessTitle: (site) => `Permitir el acceso a ${site}`,
  accessText: (site) =>
    `Esta extensión no puede acceder a los sitios de ${site}. Permítelo para ampliar imágenes.`,
  reasons: {
    account: 'sesión, tareas y créditos',
    upload: 'recibe las imágenes que eliges',
    result: 'entrega los resultados',
  },
  and: '; ',
  priceUnknown:
    'Aún no se sabe cuánto cobra este sitio. Esto continuará cuando otra imagen lo muestre, o si la amplías de todos modos.',
  hosts: 'Los sitios a los que pedirá acceso',
};
