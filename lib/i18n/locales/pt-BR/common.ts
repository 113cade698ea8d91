import type { Common } from '../en/common';
import { pluralIn } from '../plural';
import { batch } from './batch';
import { intake } from './intake';
import { menu } from './menu';
import { parts } from './parts';
import { replace } from './replace';
import { sites } from './sites';
import { space } from './space';
import { tools } from './tools';
import { units } from './units';
import { zip } from './zip';

const plural = pluralIn('pt-BR');
const number = plural({ other: '#' });
const creditCount = plural({ one: '# crédito', other: '# créditos' });

/** Brazilian Portuguese. */
export const common: Common = {
  join: (first, second) => `${first} ${second}`,
  units,
  app: {
    title: 'Ampliar com o Dreamina',
    credits: creditCount,
    openService: (credits) => `Saldo: ${credits}. Abrir o {site}`,
    settings: 'Configurações',
    openPanel: 'Abrir no painel lateral',
  },
  menu,
  intake,
  add: {
    invite: { drop: 'Solte, cole', or: ' ou ', choose: 'escolha', what: ' imagens' },
    dropNow: 'Solte para ampliar',
    choose: 'Escolher imagens',
    target: 'Ampliar para',
    membership: '4K pode exigir uma assinatura do {site}.',
    cost: (credits, day) =>
      credits === 0
        ? `Grátis (último dado: ${day})`
        : `Custa cerca de ${creditCount(credits)} (último dado: ${day})`,
    pick: 'Escolher uma imagem nesta página',
    several: 'Escolher várias imagens nesta página',
    notImages: 'Isso não é uma imagem. Solte ou cole um arquivo de imagem.',
  },
  empty: {
    title: 'Clique com o botão direito em uma imagem',
    text: 'Escolha “Ampliar com o Dreamina” e depois 2K ou 4K. A imagem ampliada aparece aqui, pronta para salvar.',
    pointer: { before: 'Não está no menu? Aponte para a imagem e pressione ', after: '.' },
    pick: { before: 'Ou escolha na página com ', after: ' acima.' },
    privacy:
      'A imagem é enviada ao {site} (ByteDance) pela sua própria conta. Nada mais sai do seu navegador.',
  },
  notices: {
    allowAccess: 'Permitir acesso',
    reachTitle: 'Não é possível acessar esta página',
    reachText:
      'O painel lateral só acessa uma página em que você acabou de usar a extensão. Clique com o botão direito na imagem ou clique antes no botão da barra de ferramentas nessa página.',
    unreadableTitle: 'O histórico não pode ser lido agora',
    unreadableText:
      'O navegador não conseguiu abrir o armazenamento. Nada foi excluído. Se tentar de novo não resolver, reinicie o navegador.',
    tryAgain: 'Tentar de novo',
    newerTitle: 'O histórico é de uma versão mais recente',
    newerText:
      'Uma versão mais recente da extensão o gravou. Nada foi alterado nem excluído. Atualize a extensão para vê-lo de novo.',
    fullTitle: 'Armazenamento cheio: uma imagem não foi adicionada',
    fullText:
      'O navegador não conseguiu guardar a última imagem. Remova resultados de que não precisa ou libere espaço em disco e clique na imagem de novo.',
    fullElsewhere:
      'O navegador não conseguiu guardar a última imagem. Libere espaço em disco e clique na imagem de novo.',
    makeRoom: 'Escolher o que remover',
    fullRead: 'OK',
    signInTitle: 'Entre no {site}',
    signInText: 'Sua própria conta amplia as imagens. Esta extensão nunca vê sua senha.',
    otherJars: {
      containers:
        'Entre em uma aba normal. Uma sessão dentro de um contêiner é usada para imagens nas abas desse contêiner.',
      isolated: 'O isolamento de origem esconde a sessão. Desative-o antes.',
    },
    signInWaiting: plural({
      one: '# imagem está esperando e vai continuar automaticamente.',
      other: '# imagens estão esperando e vão continuar automaticamente.',
    }),
  },
  broken: {
    row: 'Erro na extensão: esta imagem não pode ser mostrada.',
    title: 'Esta página não pode ser mostrada',
    text: 'Algo deu errado na extensão. Seu histórico e suas imagens continuam aqui. Recarregue a página. Se não resolver, copie o relatório e envie aos desenvolvedores.',
    reload: 'Recarregar',
    copy: 'Copiar relatório',
    copied: 'Copiado',
    copyFailed: 'Não foi possível copiar o relatório',
  },
  history: {
    search: 'Buscar',
    sort: 'Ordenar',
    sorts: { newest: 'Recentes', oldest: 'Antigas', name: 'Nome', size: 'Maiores' },
    filter: 'Mostrar',
    filters: { all: 'Todas', running: 'Em andamento', done: 'Prontas', needs: 'A decidir' },
    select: 'Selecionar',
    choose: (name) => `Selecionar ${name}`,
    nothing: 'Nenhuma imagem corresponde.',
    reading: 'Carregando…',
    justDone: plural({ one: '# imagem pronta', other: '# imagens prontas' }),
    removed: plural({ one: '# imagem removida', other: '# imagens removidas' }),
    undo: 'Desfazer',
    joined: (target) => `Já está sendo ampliada para ${target}`,
    showJoined: 'Mostrar',
    selection: {
      title: 'Imagens selecionadas',
      all: 'Todas',
      count: plural({ one: '# selecionada', other: '# selecionadas' }),
      end: 'Encerrar seleção',
      save: (count) => (count > 0 ? `Salvar ${number(count)}` : 'Salvar seleção'),
      retry: (count) => (count > 0 ? `Tentar ${number(count)} de novo` : 'Tentar seleção de novo'),
      remove: (count) => (count > 0 ? `Remover ${number(count)}` : 'Remover seleção'),
      retryHint:
        'Só tenta de novo as imagens em que isso não custa nada. Tente as outras uma por uma.',
      more: 'Outras formas de salvar',
      zip: 'Salvar como ZIP',
      csv: 'Salvar lista (CSV)',
      json: 'Salvar lista (JSON)',
    },
    zip,
  },
  actions: {
    save: 'Salvar',
    saving: 'Salvando…',
    saved: 'Salva',
    alreadyThere: 'Já está lá',
    saveAgain: 'Salvar de novo',
    saveAs: 'Salvar como…',
    copy: 'Copiar imagem',
    copying: 'Copiando…',
    copied: 'Copiada',
    copyFailed: 'O navegador não conseguiu copiar a imagem. Salve em vez disso.',
    compare: 'Comparar',
    retry: 'Tentar de novo',
    haveCredits: 'Tenho créditos',
    retryMayCost: 'Tentar de novo (pode custar créditos)',
    pollAgain: 'Verificar de novo',
    useAccount: 'Usar esta conta',
    useAccountMayCost: 'Usar esta conta (pode custar de novo)',
    useAccountHint: 'Amplia a imagem com a conta conectada agora.',
    cancel: 'Cancelar',
    remove: 'Remover',
    openPage: 'Abrir página',
    more: 'Mais',
    signIn: 'Entrar',
    readConsent: 'Ler e concordar',
    allow: (host) => `Permitir ${host}`,
    allowEverywhere: 'Permitir em todos os sites',
    use2k: 'Ampliar para 2K',
    useExisting: 'Usar',
    showOther: 'Mostrar',
    upscale: 'Ampliar',
    upscaleAgain: 'Ampliar de novo',
    againWith: 'Ampliar de novo…',
    upscaleAnyway: 'Ampliar mesmo assim',
    keepOriginal: 'Manter (grátis)',
    useShown: 'Usar a da página',
    useScreen: 'Usar o que está na tela',
    useScreenHint: 'Não exige permissão, mas fica só do tamanho mostrado agora.',
    openService: 'Abrir o {site}',
    continueInPage: 'Continuar pela página do {site}',
    skipPage: 'Enviar sem essa página',
    checkConnection: 'Verificar a conexão',
    chooseFile: 'Escolher um arquivo',
  },
  pageConsent: {
    only: 'O {site} só aceita pedidos da própria página.',
    sentence:
      'Se você concordar, a extensão abre a página do {site} em uma aba em segundo plano, se nenhuma estiver aberta, e deixa essa página enviar seus pedidos.',
    agree: 'Concordar',
    decline: 'Agora não',
  },
  job: {
    target: { '2k': '2K', '4k': '4K' },
    localFile: 'Do seu dispositivo',
    unnamed: 'Imagem sem título',
    becomes: (from, to) => `${from} → ${to}`,
    credits: creditCount,
    left: (duration) => `faltam cerca de ${duration}`,
    retryIn: (duration) => `nova tentativa em ${duration}`,
    progress: (name) => `Progresso de ${name}`,
    thumbnail: (target) => `para ${target}`,
    serviceSaid: 'O {site} diz:',
    reference: (ret) => `código ${ret}`,
    switched: (now, before) => `Mudou para ${now} porque ${before} não terminou no {site}.`,
    switchedForSize: (now, before) => `Mudou para ${now} porque ${before} não ampliou a imagem.`,
    sentSmaller: 'Enviada em um arquivo menor porque o {site} não terminou o maior.',
    cancelled: 'Cancelado antes de começar a ampliar. Nada foi cobrado.',
    cancelledLate:
      'Cancelado depois de começar a ampliar. O {site} ainda pode terminar e cobrar você.',
    savedPlain: {
      format: 'Salva no formato original: não foi possível converter.',
      note: 'Salva sem a origem: não há espaço no arquivo para essa nota.',
    },
    saveFailed: 'O navegador não conseguiu gravar o arquivo. A imagem continua aqui.',
    kept: 'original mantido, grátis',
    largerOriginal: ({ size, host, shown }) =>
      `Original maior usado${size ? ` (${size})` : ''}${host ? `, de ${host}` : ''}${shown ? `, em vez da imagem da página (${shown})` : ''}`,
    fromScreen: 'Capturada da tela',
  },
  batch,
  replace,
  parts,
  sites,
  space,
  tools,
  stages: {
    preparing: 'Preparando',
    uploading: 'Enviando a imagem',
    slot: 'Aguardando a vez',
    ordering: 'Enviando ao {site}',
    checking: 'Conferindo se chegou',
    generating: 'Ampliando',
    collecting: 'Baixando o resultado',
    joining: 'Unindo as partes',
    done: 'Pronta',
    failed: 'Falhou',
    cancelled: 'Cancelada',
  },
  waiting: {
    'sign-in': 'Você não entrou no {site}. Continua assim que você entrar.',
    consent:
      'Você ainda não concordou em enviar imagens ao {site}. Continua assim que você concordar.',
    'page-consent':
      'Este pedido passa pela própria página do {site}. Continua assim que você concordar com isso.',
    otherAccount: (name, isKnown) => {
      if (name) {
        return `Entre no {site} como ${name}, a conta que enviou esta imagem. Depois ela continua automaticamente.`;
      }
      return isKnown
        ? 'Outra conta do {site} enviou esta imagem. Entre nessa conta e ela continua automaticamente.'
        : 'A conta do {site} em que você está não enviou esta imagem. Entre na que enviou e ela continua automaticamente.';
    },
    network: 'Sem conexão com o {site}. Continua quando a conexão voltar.',
    permission: {
      before: 'Esta imagem está em ',
      after: '. Ler a imagem exige sua permissão.',
    },
    uploadHost: {
      before: 'O {site} quer esta imagem em ',
      after: '. Enviar para lá exige sua permissão.',
    },
    resultHost: {
      before: 'O {site} guarda o resultado em ',
      after: '. Baixar exige sua permissão. Nada mais é cobrado.',
    },
    serviceHost: { before: 'Continuar exige sua permissão para ', after: '.' },
    cookies: {
      before: 'Esta imagem está em ',
      after:
        ', que não a envia a visitantes anônimos. Se você permitir, a solicitação inclui seus cookies desse site, só para esta imagem.',
    },
    duplicate: (target, twin) => {
      switch (twin) {
        case 'running':
          return `Esta imagem já está sendo ampliada para ${target}.`;
        case 'unconfirmed':
          return `Talvez você já tenha pagado por esta imagem em ${target}. Tente a anterior de novo: ela procura o resultado primeiro.`;
        case 'gone':
          return `Seu resultado em ${target} não está mais salvo aqui. Ampliar a imagem de novo pode custar créditos.`;
        default:
          return `Você já ampliou esta imagem para ${target}. Usar esse resultado, grátis?`;
      }
    },
    alreadyLarge: (size, target) =>
      size === undefined
        ? `Esta imagem já é tão grande quanto ${target}. Manter é grátis.`
        : `Esta imagem já tem ${size}, tanto quanto ${target}. Manter é grátis.`,
    credits: (code, target, balance) => {
      if (code === 'daily-limit') {
        return 'Você atingiu o limite de hoje no {site}. Continua amanhã.';
      }
      if (code === 'membership-needed') {
        return `${target} exige uma assinatura do {site}. Nada foi cobrado.`;
      }
      const left = balance === undefined ? '' : ` (saldo: ${number(balance)})`;
      return `Créditos insuficientes no {site}${left}. Continua quando você tiver o bastante.`;
    },
    coolDown: (code) =>
      code === 'risk-control' || code === 'account-restricted'
        ? 'O controle de risco do {site} recusou o pedido. Tudo está em pausa e continua mais tarde. Veja se o site do {site} pede alguma confirmação.'
        : 'O {site} está ocupado e pediu uma pausa. Continua automaticamente. Nada foi cobrado.',
    dayLimit: (credits) =>
      `O próximo pedido poderia passar do seu limite de ${creditCount(credits)} por dia. Continua amanhã ou quando você mudar o limite nas configurações.`,
    stillRunning: (polledAt) =>
      `Ainda em andamento no {site}${polledAt ? `, última verificação: ${polledAt}` : ''}. Continua automaticamente. Verificar de novo é grátis.`,
  },
  announce: {
    done: (name) => `${name} está pronta.`,
    saved: (name) => `${name} está salva.`,
    failed: (name, sentence) => `${name} falhou. ${sentence}`,
    waiting: (name, sentence) => `${name} está esperando. ${sentence}`,
    stage: (name, stage) => `${name}: ${stage}`,
  },
  flaws: {
    black: 'O resultado é preto.',
    uniform: 'O resultado tem uma única cor.',
    'transparency-lost': 'O original tem partes transparentes; o resultado, não.',
    'wrong-shape': 'O resultado não tem a mesma forma do original. Pode estar cortado ou esticado.',
    'not-larger': 'O resultado não é maior que o original.',
    'short-of-target': (target) => `O resultado é menor que ${target}.`,
  },
  charged: {
    no: 'Nada foi cobrado.',
    maybe: 'Talvez créditos tenham sido cobrados.',
  },
  refund: {
    yes: 'Seus créditos foram reembolsados.',
    no: 'Seus créditos não foram reembolsados.',
    unknown: 'Não se sabe se seus créditos foram reembolsados.',
  },
};
