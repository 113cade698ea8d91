import type { Batch } from '../en/batch';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');
const credits = plural({ one: '# crédito', other: '# créditos' });

/** Brazilian Portuguese about pictures that were picked together. */
export const batch: Batch = {
  unnamed: 'Imagens de uma página',
  progress: (name) => `Progresso de ${name}`,
  counts: {
    found: plural({ other: '# encontradas' }),
    large: plural({ other: '# já grandes' }),
    known: plural({ other: '# ampliadas antes' }),
    done: plural({ other: '# prontas' }),
    failed: plural({ other: '# com falha' }),
    waiting: plural({ other: '# em espera' }),
    cancelled: plural({ other: '# canceladas' }),
    gone: plural({ other: '# removidas ou iguais a outra' }),
  },
  needs: plural({ other: '# a decidir' }),
  asks: {
    large: plural({ one: '# imagem já é grande.', other: '# imagens já são grandes.' }),
    known: plural({ one: '# imagem já foi ampliada.', other: '# imagens já foram ampliadas.' }),
  },
  leave: { large: 'Manter como estão (grátis)', known: 'Usar esses resultados (grátis)' },
  left: (duration) => `faltam cerca de ${duration} (estimativa)`,
  spent: (spent, budget) =>
    budget === undefined
      ? `${credits(spent)} gastos`
      : `${credits(spent)} gastos de no máximo ${credits(budget)}`,
  paused: {
    person: 'Pausado.',
    budget:
      'Pausado: o próximo pedido poderia passar do limite deste lote. Aumente o limite para continuar com as mesmas imagens.',
    day: 'Pausado: o próximo pedido poderia passar do seu limite por dia. Continua amanhã ou quando você aumentar o limite nas configurações.',
    price:
      'Pausado: não deu para ler no seu saldo quanto custa um pedido. Retomar envia mais um pedido.',
    risk: 'Pausado porque o {site} recusou um pedido por segurança. Veja se o {site} pede alguma confirmação e depois retome.',
    refused:
      'Pausado: o {site} recusou um pedido e recusaria os outros pelo mesmo motivo. A linha que falhou diz qual.',
  },
  jump: (name, price, expected) =>
    `${name} custou ${credits(price)} em vez de ${credits(expected)}.`,
  jumped: (price, expected) => `Custou ${credits(price)} em vez de ${credits(expected)}.`,
  inQueue: (place, length) =>
    length === undefined ? `Na fila: ${place}` : `Na fila: ${place} de ${length}`,
  pause: 'Pausar',
  resume: 'Retomar',
  pauseAll: 'Pausar tudo',
  resumeAll: 'Retomar tudo',
  allPaused: 'Tudo está pausado. O que já está sendo ampliado continua.',
  read: 'Ler',
  cancelRest: 'Cancelar o resto',
  retryFailed: 'Repetir as com falha',
  remove: 'Remover todas',
  limit: 'No máximo (créditos)',
  setLimit: 'Definir limite',
};
