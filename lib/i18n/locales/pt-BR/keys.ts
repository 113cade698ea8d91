import type { Keys } from '../en/keys';

/** Brazilian Portuguese messages about keyboard shortcuts. */
export const keys: Keys = {
  title: 'Atalhos de teclado',
  hint: 'Nem o Chrome nem o Firefox usam as sugestões. Outra extensão pode usar.',
  suggestion: (keys) => `Sugestão: ${keys}`,
  use: (keys) => `Usar ${keys}`,
  refused: 'O navegador não aceitou estas teclas.',
  names: {
    _execute_action: 'Abrir a janela da extensão',
    'upscale-under-pointer': 'Ampliar a imagem sob o ponteiro',
    'upscale-2k': 'Ampliar a imagem sob o ponteiro para 2K',
    'upscale-4k': 'Ampliar a imagem sob o ponteiro para 4K',
    'choose-several': 'Escolher várias imagens nesta página',
    'show-results': 'Mostrar os resultados nesta página ou voltar aos originais',
    'open-list': 'Abrir a lista em uma aba',
    'open-panel': 'Abrir o painel lateral',
    'compare-newest': 'Comparar o resultado mais recente',
    'save-newest': 'Salvar o resultado mais recente',
    'pause-all': 'Pausar ou retomar tudo',
    'open-options': 'Abrir as configurações',
  },
  list: 'A lista em uma aba',
  listHint: 'Tudo o que a janela da extensão mostra, também em janelas sem barra de ferramentas.',
  openTab: 'Abrir em uma aba',
};
