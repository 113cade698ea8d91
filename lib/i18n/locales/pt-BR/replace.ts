import type { Replace } from '../en/replace';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');

/** Brazilian Portuguese about results that are shown in pages. */
export const replace: Replace = {
  show: 'Mostrar na página',
  hide: 'Mostrar os originais de novo',
  always: (host) => `Sempre mostrar os resultados em ${host}`,
  never: (host) => `Não mostrar sempre os resultados em ${host}`,
  looking: 'Procurando a imagem na página…',
  shown: plural({
    one: 'Mostrado em # lugar da página.',
    many: 'Mostrado em # lugares da página.',
    other: 'Mostrado em # lugares da página.',
  }),
  notFound: 'A página está aberta, mas a imagem não foi encontrada nela.',
  impossible: 'Esta página não permite outras imagens.',
  forbidden: 'Não é possível mostrar nada nesta página.',
  gone: 'O resultado ou a página dele não existe mais.',
  noAccess: (host) => `Para mostrar lá, permita o acesso a ${host}.`,
  sites: {
    title: 'Resultados nas páginas',
    lead: 'Nestes sites, seus resultados aparecem no lugar dos originais. Nada é enviado para isso.',
    none: 'Nenhum ainda. O menu de uma imagem pronta adiciona o site dela.',
    noAccess: 'Falta o acesso a este site.',
    mark: 'Marcar as imagens substituídas',
    ahead: 'Imagens a ampliar com antecedência',
    limit: 'No máximo (créditos) por página',
    hint: 'Um botão na página amplia as próximas imagens enquanto você lê, dentro deste limite. Se um campo estiver vazio, nenhum pedido é feito.',
    remove: 'Remover',
    removeSite: (host) => `Remover ${host}`,
  },
};
