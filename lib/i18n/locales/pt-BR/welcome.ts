import type { Welcome } from '../en/welcome';

/** Brazilian Portuguese words of the welcome page. */
export const welcome: Welcome = {
  title: 'Boas-vindas',
  step: (now, of) => `Etapa ${now} de ${of}`,
  steps: 'Etapas',
  back: 'Voltar',
  next: 'Avançar',
  done: 'Concluir',
  what: {
    title: 'Imagens maiores de qualquer página',
    lead: 'Clique com o botão direito em uma imagem, escolha 2K ou 4K e salve a imagem ampliada quando estiver pronta. Sua própria conta do Jimeng ou do Dreamina faz o trabalho.',
    sent: 'O que sai deste computador',
    points: [
      {
        title: 'A imagem que você escolhe',
        text: 'Ela vai para o site em que está sua conta: Jimeng ou Dreamina, ambos serviços da ByteDance. Lá valem os termos desse site.',
      },
      {
        title: 'Nada mais',
        text: 'Nenhuma outra imagem, nenhum histórico de navegação, nenhuma análise de uso. Não temos servidor.',
      },
      {
        title: 'Seu histórico fica aqui',
        text: 'Ele fica neste navegador até você remover. Esta extensão nunca vê sua senha.',
      },
    ],
    consent:
      'Concordo que as imagens que eu escolher sejam enviadas ao site da minha conta, Jimeng ou Dreamina (ByteDance), para serem ampliadas.',
    agree: 'Concordar e continuar',
    notYet: 'Nada é enviado até você concordar. As imagens em que você clicar esperam.',
    agreed: 'Você concordou. Você pode retirar isso nas configurações.',
    unofficial: 'Não oficial: não foi criada nem endossada por Jimeng, Dreamina ou ByteDance.',
  },
  ready: {
    title: 'Onde está sua conta?',
    site: 'Site',
    other: 'Você pode adicionar o outro site depois, nas configurações.',
    access: (site) => `Acesso ao ${site}`,
    accessAsk:
      'Seu navegador vai perguntar se esta extensão pode acessar estes sites, e nenhum outro.',
    refused: (site) =>
      `O acesso não foi permitido. Sem ele, nada pode ser ampliado com o ${site}. Você pode permitir agora ou depois.`,
    account: (site) => `Sua conta do ${site}`,
    signedIn: 'Você entrou.',
    signIn: (site) =>
      `Entre no site do ${site} e volte para cá. Esta página se atualiza automaticamente.`,
    checking: 'Verificando…',
    pin: 'O botão da barra de ferramentas',
    pinned: 'Ele está na sua barra de ferramentas. Mostra o progresso e abre o histórico.',
    unpinned:
      'Clique na peça de quebra-cabeça da barra de ferramentas e depois no alfinete ao lado de “Ampliar com o Dreamina”. O botão mostra o progresso e abre o histórico.',
  },
  start: {
    title: 'Acesso a sites e um primeiro teste',
    access: 'A extensão pode ler imagens de outros sites?',
    ask: 'Perguntar em cada site',
    askHint:
      'A maioria das imagens não exige permissão. Se alguma exigir, a extensão pede acesso só àquele site.',
    everywhere: 'Permitir todos os sites agora',
    everywhereHint:
      'Nenhuma imagem precisa pedir. Seu navegador deixaria a extensão ler todos os sites; ela continua lendo só as imagens que você escolhe. Você pode revogar isso nas configurações.',
    try: 'Testar',
    tryAlt: 'Um pequeno desenho de uma cabana sob a aurora boreal',
    trySize: (size) => `${size} pixels, desenhada para esta página.`,
    cost: {
      jimeng:
        'Ampliar para 2K pode custar créditos do Jimeng. O HD inteligente, com o qual o Automático começa, custava 1 crédito no último dado.',
      dreamina: 'Ampliar para 2K pode custar créditos do Dreamina. Ainda não se sabe quantos.',
    },
    credits: (left) => `Seu saldo: ${left}.`,
    upscale: 'Ampliar esta imagem',
    started: 'Começou. O botão da barra de ferramentas mostra quando estiver pronta.',
    noRoom: 'O armazenamento do navegador está cheio. Libere espaço em disco e tente de novo.',
    openHistory: 'Abrir o histórico',
    check: 'Verificar a conexão',
    checkHint: 'Testa todas as etapas grátis, sem ampliar nada.',
    needsConsent: 'Concorde na primeira página antes de testar.',
    needsSignIn: 'Permita o acesso e entre na página anterior antes de testar.',
  },
};
