import type { Parts } from '../en/parts';
import { pluralIn } from '../plural';

const plural = pluralIn('es');
const number = plural({ other: '#' });
const partCount = plural({ one: '# parte', other: '# partes' });
const moreOrders = plural({ one: '# pedido más', other: '# pedidos más' });
const credits = plural({ one: '# crédito', other: '# créditos' });
const about = (cost: number | undefined): string =>
  cost === undefined ? '' : ` (unos ${credits(cost)})`;

/** Spanish about a long image, which is sent in parts. */
export const parts: Parts = {
  severalOrders: (count, cost) =>
    cost === undefined
      ? `Esta imagen es larga: se envía en ${partCount(count)}. Cada parte cuesta lo mismo que una imagen.`
      : `Esta imagen es larga: se envía en ${partCount(count)}, unos ${credits(cost)} en total.`,
  moreOrders: (count, cost) =>
    `Ya no se guardan partes del resultado. Para continuar hace falta ${moreOrders(count)}${about(cost)}.`,
  of: (part, count) => `parte ${number(part)} de ${number(count)}`,
  joined: plural({ one: '# parte unida', other: '# partes unidas' }),
  kept: (done, count) =>
    `${number(done)} de ${partCount(count)}: listo y guardado. Reintentar continúa con las demás.`,
  cancelled: 'Cancelado.',
  notCharged: 'No se cobró nada por esta parte.',
};
