import type { Options } from '../en/options';
import { pluralIn } from '../plural';
import { connection } from './connection';
import { elsewhere } from './elsewhere';
import { keys } from './keys';
import { settings } from './settings';

const plural = pluralIn('pt-BR');
const historyRows = plural({ one: '# imagem', other: '# imagens' });
const number = plural({ other: '#' });

/** Brazilian Portuguese messages of the options page. */
export const options: Options = {
  ...settings,
  ...connection,
  elsewhere,
  keys,
  title: 'Configurações',
  unofficial: 'Não oficial. Não foi criada nem endossada por Jimeng, Dreamina ou ByteDance.',
  upscaling: {
    title: 'Ampliação',
    size: 'Tamanho',
    sizeHint:
      'Tamanho padrão. O menu de contexto sempre deixa você escolher. 4K pode exigir uma assinatura do {site}. O {site} decide o tamanho exato em pixels.',
    upscaler: 'Método',
  },
  upscalers: {
    auto: {
      name: 'Automático',
      text: 'Começa com HD inteligente. Se o {site} não entregar uma imagem maior, tenta os outros métodos. Lembra por uma semana o que funcionou.',
    },
    'super-resolution': {
      name: 'Super-resolução',
      text: 'Só este método. O Jimeng raramente o termina com imagens enviadas e pode devolver o mesmo tamanho.',
    },
    'smart-hd': {
      name: 'HD inteligente',
      text: 'Inventa detalhes finos, então textos e rostos podem mudar. No Jimeng, 2K custava 1 crédito no último dado.',
    },
    'fast-hd': {
      name: 'HD rápido',
      text: 'Rápido, e grátis no Jimeng no último dado. Ignora 2K e 4K e mais ou menos dobra a imagem.',
    },
  },
  ways: {
    title: 'Menu e teclado',
    pointer: 'Oferecer “Ampliar a imagem deste lugar” em páginas, links e vídeos',
    pointerHint:
      'Para fundos, desenhos e imagens cobertas ou ainda não carregadas: ali o navegador não vê uma imagem. Ele não sabe disso antes, então a opção também aparece onde não há imagem.',
    noShortcut: 'Não definido',
    changeShortcuts: 'Alterar atalhos',
  },
  access: {
    title: 'Acesso a sites',
    why: 'A maioria das imagens não exige permissão: seu clique deixa a extensão ler só aquela página. Mas muitas páginas guardam as imagens em outros sites, e alguns só as entregam a extensões que você permitiu ali. A imagem então espera e pede acesso só àquele site.',
    sites: 'Sites que você permitiu',
    noSites: 'Nenhum ainda.',
    revoke: 'Revogar',
    revokeSite: (site) => `Revogar ${site}`,
    everywhere: 'Todos os sites',
    everywhereHint:
      'Nenhuma imagem precisa mais pedir. Seu navegador deixaria a extensão ler todos os sites que você visita; ela continua lendo só as imagens que você escolhe.',
    permissions: {
      title: 'Permissões',
      hint: 'Tudo o que seu navegador permite a esta extensão, e por quê.',
      show: 'Mostrar tudo',
      reasons: {
        activeTab: 'Lê a página em que você a usa, depois do seu clique, e nenhuma outra.',
        scripting:
          'Encontra e lê a imagem nessa página. Nos sites permitidos, também lembra onde foi seu último clique com o botão direito.',
        contextMenus: 'Adiciona a opção ao menu de contexto.',
        menus: 'Informa em que parte da página você clicou com o botão direito.',
        storage: 'Guarda estas configurações.',
        unlimitedStorage: 'Evita que o navegador exclua o histórico quando o espaço está acabando.',
        alarms: 'Continua uma tarefa enquanto a janela da extensão está fechada.',
        downloads: 'Salva os resultados e confere se cada arquivo foi gravado.',
        cookies:
          'Verifica se você entrou no Jimeng ou no Dreamina. O login em si nunca é guardado.',
        declarativeNetRequestWithHostAccess:
          'Define a origem das próprias solicitações, exigida pelo {site} e por alguns sites de imagens.',
        offscreen: 'Converte imagens e cria arquivos em uma página oculta própria.',
        sidePanel: 'Mostra o histórico ao lado da página.',
        notifications: 'Avisa quando uma imagem está pronta. Só é usado se você ativar.',
        'https://*/*':
          'Os sites da sua conta e os sites de imagens: os que você permite aqui e nenhum outro.',
        'http://*/*': 'O mesmo para sites sem criptografia.',
      },
    },
  },
  history: {
    title: 'Histórico',
    why: 'Seu histórico fica só neste navegador.',
    storage: 'Armazenamento',
    storageHint: (rows, size) =>
      size ? `${historyRows(rows)}, ${size} neste navegador.` : `${historyRows(rows)}.`,
    keep: 'Manter',
    keepHint:
      'Os itens mais antigos são removidos automaticamente, com as imagens. Tarefas em andamento e resultados não salvos ficam.',
    keepRows: 'Quantas imagens são mantidas',
    keepDays: 'Por quanto tempo as imagens são mantidas',
    rows: (count) => (count === 0 ? 'Qualquer quantidade' : `As últimas ${number(count)}`),
    days: (count) =>
      count === 0 ? 'Para sempre' : count === 365 ? 'Por um ano' : `Por ${number(count)} dias`,
    space: 'Espaço para resultados',
    spaceHint:
      'O que passar disso é removido, primeiro os resultados salvos há mais tempo. O item, a miniatura e o original ficam.',
    spaceUsed: (results, sources) => `Os resultados ocupam ${results}, os originais ${sources}.`,
    keepSpace: 'Quanto espaço os resultados podem ocupar',
    size: (size) => (size ? `No máximo ${size}` : 'Qualquer tamanho'),
    unsaved: 'Remover também resultados não salvos',
    unsavedHint: 'Imagens prontas que você não salvou podem ter custado créditos.',
    file: 'Exportar e importar',
    fileHint:
      'O arquivo contém nomes, endereços e títulos de páginas, endereços de imagens e o resultado de cada tarefa. Não contém imagens, login nem links para os resultados. Importar não altera os itens que você já tem.',
    exportNow: 'Exportar',
    importNow: 'Importar',
    imported: (outcome) =>
      `Adicionadas: ${historyRows(outcome.added)}; já conhecidas: ${number(outcome.known)}; ilegíveis: ${number(outcome.skipped)}.`,
    importing: 'Importando',
    tooLarge: 'Este arquivo é grande demais para ser um histórico exportado. Ele não foi lido.',
    importBroken: (added) =>
      `A importação foi interrompida depois de adicionar ${historyRows(added)}. Importe o arquivo de novo para o restante.`,
    notImported: 'Este arquivo não é um histórico exportado.',
    clear: 'Limpar',
    clearHint:
      'Remove todas as imagens que não estão mais em andamento, com os arquivos. Tarefas em andamento ficam.',
    clearNow: 'Limpar histórico',
  },
  privacy: {
    title: 'Privacidade',
    points: [
      {
        to: 'Para o site da sua conta, Jimeng ou Dreamina (ByteDance)',
        text: 'A imagem que você escolhe, o tamanho e o método, por essa conta.',
      },
      {
        to: 'Para o site da imagem',
        text: 'Uma solicitação da imagem. Ela só inclui seus cookies desse site se o site recusar sem eles.',
      },
      {
        to: 'Fica neste navegador',
        text: 'O histórico com as imagens e os endereços das páginas, até você remover. Estas configurações também, a menos que você as envie à sincronização do navegador.',
      },
      {
        to: 'Nunca é guardado',
        text: 'Seu login. A extensão verifica se você entrou e guarda uma impressão digital, só para distinguir contas.',
      },
    ],
    nothingElse: 'Nada mais sai do seu navegador. Não há análise de uso nem servidor nosso.',
  },
};
