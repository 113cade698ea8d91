import type { Settings } from '../en/settings';
import { pluralIn } from '../plural';

/** Brazilian Portuguese of the settings, except upscaling, access, history and privacy. */
export const settings: Settings = {
  saved: 'Salvo',
  notSaved: 'O navegador não salvou a última alteração. Tente de novo em um minuto.',
  account: {
    title: 'Conta',
    'signed-in': 'Conectada.',
    credits: pluralIn('pt-BR')({
      one: 'Conectada, saldo de # crédito.',
      other: 'Conectada, saldo de # créditos.',
    }),
    'signed-out': 'Desconectada. As imagens esperam até você entrar.',
    unknown: 'Verificando…',
  },
  sites: {
    title: 'Sites',
    why: 'Sua conta está em um destes sites ou nos dois. A extensão só pode acessar os sites que você permitir.',
    states: {
      all: 'O acesso está permitido.',
      some: 'Só uma parte do acesso está permitida. Algumas imagens podem esperar pelo resto.',
      none: 'O acesso não está permitido. As imagens para este site esperam.',
    },
    everywhere: 'O acesso está permitido porque “Todos os sites” está ativado.',
    allow: 'Permitir acesso',
    allowSite: (site) => `Permitir o acesso ao ${site}`,
    remove: 'Remover acesso',
    removeSite: (site) => `Remover o acesso ao ${site}`,
    hosts: 'Mostrar o que ela pode acessar',
    use: 'Conta para novas imagens',
    useHint: 'Automático usa o site em que você entrou.',
    auto: 'Automático',
    page: {
      title: 'Enviar pedidos pela página do {site}',
      agreed:
        'Você concordou. Pode voltar atrás aqui a qualquer momento. As imagens para o {site} então esperam.',
      notAgreed: 'As imagens para o {site} esperam até você concordar.',
    },
  },
  tuning: {
    detail: 'Nível de detalhe',
    detailHint:
      'Quanto detalhe o HD inteligente pode inventar. Um valor menor fica mais perto do original.',
    background: 'Transparência',
    backgroundHint:
      'As imagens do {site} são opacas. A extensão restaura a transparência no resultado ou envia a imagem sobre uma cor.',
    backgrounds: { keep: 'Manter', white: 'Branco', colour: 'Cor' },
    search: 'Procurar um original maior',
    searchHint:
      'Uma página costuma mostrar uma cópia pequena. A extensão procura o original da mesma imagem por este tempo, no máximo.',
    searchSeconds: (seconds) => (seconds === 0 ? 'Não' : `${seconds} s`),
    dayLimit: 'Limite por dia',
    dayLimitHint: 'Máximo de créditos por dia, para todas as imagens. Vazio: sem limite.',
    parallel: 'Ao mesmo tempo',
    parallelHint:
      'Quantas imagens o {site} processa ao mesmo tempo. Com três, uma conta sem assinatura talvez tenha que esperar.',
  },
  pageWay: {
    title: 'Enviar pedidos pela página do Jimeng',
    hint: 'Só é necessário se o Jimeng recusar pedidos que não vieram da própria página. Exige uma aba com o Jimeng; a extensão abre em segundo plano e fecha quando não for mais usada.',
  },
  saving: {
    title: 'Salvar',
    name: 'Nome do arquivo',
    nameHint: 'Texto e campos. A extensão do arquivo segue a imagem.',
    saved: 'Nomes de arquivo salvos',
    savedHint: 'Pressione um para usá-lo.',
    keepName: 'Manter este nome',
    removeName: (template) => `Remover ${template}`,
    fields: 'Adicionar um campo',
    fieldNames: {
      name: 'Nome',
      host: 'Site',
      title: 'Título da página',
      alt: 'Descrição da imagem',
      batch: 'Lote',
      index: 'Número no lote',
      folder: 'Pasta original',
      date: 'Data',
      time: 'Hora',
      width: 'Largura',
      height: 'Altura',
      scale: 'Fator',
      upscaler: 'Método',
      target: 'Tamanho pedido',
      counter: 'Contador',
      id: 'ID curto',
      ext: 'Extensão',
    },
    folder: 'Pasta',
    folderHint:
      'Dentro da pasta de downloads do navegador. Os campos também valem aqui; barras criam subpastas. “Pasta original” mantém as pastas do que você soltou.',
    folderNone: 'Nenhuma',
    preview: 'Exemplo',
    conflict: 'Se o arquivo já existir',
    conflicts: {
      number: 'Manter os dois',
      overwrite: 'Substituir',
      skip: 'Pular',
      ask: 'Perguntar sempre',
    },
    conflictHint:
      'Pular não grava nada se o arquivo desta imagem ainda estiver lá. Perguntar abre a janela do navegador a cada vez que você salva.',
    format: 'Formato',
    formats: { original: 'Original', png: 'PNG', jpeg: 'JPEG', webp: 'WebP' },
    formatHint:
      'Convertida ao salvar, em sRGB. A imagem do histórico não muda. JPEG não tem transparência.',
    quality: 'Qualidade',
    auto: 'Salvar automaticamente ao terminar',
    autoHint: 'Cada imagem uma vez, sem perguntar.',
    note: 'Gravar a origem no arquivo',
    noteHint:
      'A página, a data, o método e que a IA ampliou a imagem, como metadados (XMP) que outros programas podem mostrar. Quem tiver o arquivo pode ler o endereço da página até o ponto de interrogação.',
  },
  of: (page, choice) => `${page}: ${choice}`,
  menu: {
    style: 'Menu de contexto',
    styles: { sizes: '2K e 4K', sites: 'Por site', direct: 'Uma opção' },
    styleHint: 'A opção única amplia na hora, para o tamanho acima.',
    text: 'Seu próprio texto',
    textHint:
      '“&” antes de uma letra faz dela a tecla da opção com o menu aberto, como o U em “&Upscale”, se nenhuma outra opção a usar; não no macOS. “&&” mostra “&”. Vazio: o texto usual.',
  },
  appearance: {
    title: 'Aparência',
    language: 'Idioma',
    languageOfBrowser: 'Idioma do navegador',
    languageHint: 'Os nomes da extensão e do atalho seguem o navegador.',
    theme: 'Cores',
    themes: { auto: 'Sistema', light: 'Claro', dark: 'Escuro' },
    toast: 'Mostrar mensagens na página',
    toastHint:
      'Uma pequena mensagem no canto quando uma imagem é adicionada, fica pronta ou espera sua decisão.',
    notify: 'Notificar quando uma imagem ficar pronta ou falhar',
    notifyHint:
      'Seu navegador pede permissão. Sem ela, só o botão da barra de ferramentas avisa você.',
  },
  consent: {
    title: 'Seu consentimento',
    given: (day) => `Dado em ${day}. As imagens que você escolhe vão para o site da sua conta.`,
    missing: 'Não dado. Nenhuma imagem é enviada.',
    takeBack: 'Retirar',
    read: 'Ler e decidir',
  },
  help: {
    title: 'Ajuda',
    welcome: 'Primeiros passos',
    welcomeHint: 'O que é enviado e para onde, como entrar e um primeiro teste.',
    openWelcome: 'Mostrar de novo',
    diagnostics: 'Relatório de erros',
    noReport: 'Não há relatório enquanto o histórico não puder ser lido.',
    diagnosticsHint:
      'Versões, configurações, quantidades, códigos de erro e se você entrou na conta. Sem endereços, sem nomes e sem nada que identifique a conta.',
    copy: 'Copiar relatório',
    copied: 'Copiado',
    show: 'Mostrar relatório',
    reset: 'Redefinir configurações',
    resetHint:
      'Restaura os padrões desta página. O histórico, o acesso a sites e o consentimento ficam.',
    resetNow: 'Redefinir',
    resetSure: 'Redefinir todas as configurações',
  },
};
