import type { Parts } from '../en/parts';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');
const number = plural({ other: '#' });
const partCount = plural({ one: '# parte', other: '# partes' });
const moreOrders = plural({ one: 'mais # pedido', other: 'mais # pedidos' });
const credits = plural({ one: '# crédito', other: '# créditos' });
const about = (cost: number | undefined): string =>
  cost === undefined ? '' : ` (cerca de ${credits(cost)})`;

/** Brazilian Portuguese about a long image, which is sent in parts. */
export const parts: Parts = {
  severalOrders: (count, cost) =>
    cost === undefined
      ? `Esta imagem é longa: ela é enviada em ${partCount(count)}. Cada parte custa o mesmo que uma imagem.`
      : `Esta imagem é longa: ela é enviada em ${partCount(count)}, cerca de ${credits(cost)} no total.`,
  moreOrders: (count, cost) =>
    `Partes do resultado não estão mais salvas. Continuar exige ${moreOrders(count)}${about(cost)}.`,
  of: (part, count) => `parte ${number(part)} de ${number(count)}`,
  joined: plural({ one: '# parte unida', other: '# partes unidas' }),
  kept: (done, count) =>
    `${number(done)} de ${partCount(count)}: pronto e salvo. Tentar de novo continua com as outras.`,
  cancelled: 'Cancelado.',
  notCharged: 'Nada foi cobrado por esta parte.',
};
