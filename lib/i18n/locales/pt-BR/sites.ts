import type { Sites } from '../en/sites';

export const siteNames: Sites['names'] = { jimeng: 'Jimeng', dreamina: 'Dreamina' };

/** Brazilian Portuguese: where accounts are, and the access that each site needs. */
export const sites: Sites = {
  names: siteNames,
  options: { jimeng: 'Jimeng', dreamina: 'Dreamina (beta)' },
  beta: 'Beta: criado a partir de relatos públicos e nunca testado ao vivo. Envie um relatório depois de ampliar a primeira imagem.',
  places: {
    jimeng: 'jimeng.jianying.com, para a China continental',
    dreamina: 'dreamina.capcut.com, para o resto do mundo',
  },
  inContainer: (site) => `${site}, contêiner`,
  switchTo: (site, other) => `As novas imagens vão para o ${site}. Mudar para o ${other}`,
  accessTitle: (site) => `Permitir o acesso ao ${site}`,
  accessText: (site) =>
    `Esta extensão não pode acessar os sites do ${site}. Permita para ampliar imagens.`,
  reasons: {
    account: 'login, tarefas e créditos',
    upload: 'recebe as imagens que você escolhe',
    result: 'entrega os resultados',
  },
  and: '; ',
  priceUnknown:
    'Ainda não se sabe quanto este site cobra. Isto continua quando outra imagem mostrar o valor, ou se você ampliar mesmo assim.',
  hosts: 'Os sites a que ela pedirá acesso',
};
