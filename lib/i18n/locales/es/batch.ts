import type { Batch } from '../en/batch';
import { pluralIn } from '../plural';

const plural = pluralIn('es');
const credits = plural({ one: '# crédito', other: '# créditos' });

/** Spanish about pictures that were picked together. */
export const batch: Batch = {
  unnamed: 'Imágenes de una página',
  progress: (name) => `Progreso de ${name}`,
  counts: {
    found: plural({ other: '# encontradas' }),
    large: plural({ other: '# ya grandes' }),
    known: plural({ other: '# ampliadas antes' }),
    done: plural({ other: '# listas' }),
    failed: plural({ other: '# fallidas' }),
    waiting: plural({ other: '# en espera' }),
    cancelled: plural({ other: '# canceladas' }),
    gone: plural({ other: '# quitadas o iguales a otra' }),
  },
  needs: plural({ other: '# por decidir' }),
  asks: {
    large: plural({ one: '# imagen ya es grande.', other: '# imágenes ya son grandes.' }),
    known: plural({
      one: '# imagen ya se amplió antes.',
      other: '# imágenes ya se ampliaron antes.',
    }),
  },
  leave: { large: 'Dejarlas como están (gratis)', known: 'Usar esos resultados (gratis)' },
  left: (duration) => `quedan unos ${duration} (estimación)`,
  spent: (spent, budget) =>
    budget === undefined
      ? `${credits(spent)} gastados`
      : `${credits(spent)} gastados de ${credits(budget)} como máximo`,
  paused: {
    person: 'En pausa.',
    budget:
      'En pausa: el próximo pedido podría superar el límite de este lote. Sube el límite para seguir con las mismas imágenes.',
    day: 'En pausa: el próximo pedido podría superar tu límite diario. Continúa mañana o cuando subas el límite en los ajustes.',
    price:
      'En pausa: no se pudo leer en tu saldo cuánto cuesta un pedido. Reanudar envía un pedido más.',
    risk: 'En pausa porque {site} rechazó un pedido por seguridad. Mira si {site} te pide confirmar algo y reanuda después.',
    refused:
      'En pausa: {site} rechazó un pedido y rechazaría los demás por el mismo motivo. La fila que falló indica cuál.',
  },
  jump: (name, price, expected) =>
    `${name} costó ${credits(price)} en lugar de ${credits(expected)}.`,
  jumped: (price, expected) => `Costó ${credits(price)} en lugar de ${credits(expected)}.`,
  inQueue: (place, length) =>
    length === undefined ? `En cola: ${place}` : `En cola: ${place} de ${length}`,
  pause: 'Pausar',
  resume: 'Reanudar',
  pauseAll: 'Pausar todo',
  resumeAll: 'Reanudar todo',
  allPaused: 'Todo está en pausa. Lo que ya se está ampliando continúa.',
  read: 'Leer',
  cancelRest: 'Cancelar el resto',
  retryFailed: 'Reintentar fallidas',
  remove: 'Quitar todas',
  limit: 'Máximo (créditos)',
  setLimit: 'Fijar límite',
};
