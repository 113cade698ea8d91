import type { Replace } from '../en/replace';
import { pluralIn } from '../plural';

const plural = pluralIn('es');

/** Spanish about results that are shown in pages. */
export const replace: Replace = {
  show: 'Mostrar en la página',
  hide: 'Volver a mostrar los originales',
  always: (host) => `Mostrar siempre los resultados en ${host}`,
  never: (host) => `No mostrar siempre los resultados en ${host}`,
  looking: 'Buscando la imagen en la página…',
  shown: plural({
    one: 'Se muestra en # lugar de la página.',
    many: 'Se muestra en # lugares de la página.',
    other: 'Se muestra en # lugares de la página.',
  }),
  notFound: 'La página está abierta, pero la imagen no se encontró en ella.',
  impossible: 'Esta página no permite otras imágenes.',
  forbidden: 'En esta página no se puede mostrar nada.',
  gone: 'El resultado o su página ya no existe.',
  noAccess: (host) => `Para mostrarlo allí, permite el acceso a ${host}.`,
  sites: {
    title: 'Resultados en las páginas',
    lead: 'En estos sitios se muestran tus resultados en lugar de los originales. Para eso no se envía nada.',
    none: 'Ninguno todavía. El menú de una imagen lista añade su sitio.',
    noAccess: 'Falta el acceso a este sitio.',
    mark: 'Marcar las imágenes sustituidas',
    ahead: 'Imágenes que ampliar por adelantado',
    limit: 'Máximo (créditos) por página',
    hint: 'Un botón en la página amplía las imágenes siguientes mientras lees, dentro de este límite. Si un campo está vacío, no se hace ningún pedido.',
    remove: 'Quitar',
    removeSite: (host) => `Quitar ${host}`,
  },
};
