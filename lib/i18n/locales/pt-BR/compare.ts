import type { Compare } from '../en/compare';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');

/** Brazilian Portuguese messages of the compare page. */
export const compare: Compare = {
  title: (name) => `${name}: antes e depois`,
  stage: (name) => `Antes e depois de ${name}`,
  before: 'Antes',
  after: 'Depois',
  gone: 'Esta imagem não está mais no histórico.',
  noResult:
    'O resultado não está mais salvo aqui. Salvar baixa de novo, se o {site} ainda o tiver.',
  unreadable: 'Este navegador não consegue mostrar o resultado. Mesmo assim, você pode salvar.',
  noBefore: 'O original não está mais salvo aqui, então só o resultado é mostrado.',
  goesOn: 'O resultado vai aparecer aqui.',
  needsYou: 'Abra a janela da extensão para continuar.',
  divider: 'Divisor entre antes e depois',
  dividerAt: (share) => `${share} antes`,
  view: {
    title: 'Exibição',
    fit: 'Ajustar',
    actual: '1:1',
    zoomIn: 'Aumentar zoom',
    zoomOut: 'Diminuir zoom',
    zoom: (share) => `Zoom ${share}`,
    differences: 'Diferenças',
    pixels: 'Pixels',
  },
  keys: {
    title: 'Teclado',
    hint: 'Funciona enquanto a imagem tem o foco. Role ou use pinça para o zoom, arraste para mover.',
    divider: 'Mover o divisor',
    pan: 'Mover a imagem',
    zoom: 'Zoom',
    fit: 'Imagem inteira',
    actual: 'Pixels reais',
    swap: 'Só antes, só depois, ambos',
    differences: 'Mostrar diferenças',
    pixels: 'Mostrar pixels',
  },
  facts: {
    title: 'Dados',
    grown: 'Ampliação',
    times: (factor) => `${factor} vezes a largura`,
    asked: 'Tamanho pedido',
    upscaler: 'Método',
    credits: 'Custo',
    time: 'Duração',
    from: 'Encontrada em',
    image: 'Endereço da imagem',
    changes: 'Alterado antes do envio',
    converted: (format) => `convertida para ${format}`,
    'turned-upright': 'girada para a posição correta',
    colours: (name) => {
      if (name === '16 bit') return 'reduzida de 16 para 8 bits por cor';
      if (/PQ|HLG/.test(name)) return `HDR convertido para a faixa padrão (${name})`;
      return name ? `cores convertidas de ${name} para sRGB` : 'cores convertidas para sRGB';
    },
    transparency: {
      kept: 'transparência restaurada depois',
      shape: 'uma só cor: ampliada pela forma',
      flattened: 'partes transparentes preenchidas com uma cor',
    },
    'first-frame': 'só o primeiro quadro',
    'later-frame': 'só um quadro, o primeiro que não está em branco',
    compressed: (format) => `comprimida (${format})`,
    shrunk: (size) => `reduzida para ${size}`,
    rasterised: (size) => `renderizada em ${size}`,
  },
  check: {
    title: 'Ainda é a mesma imagem?',
    checking: 'Comparando…',
    faithful: 'Fiel. Reduzida ao tamanho do original, parece igual.',
    differs: (share) =>
      `Difere em ${share} da imagem. Confira esses pontos primeiro, principalmente textos e rostos.`,
    unknown: 'Não foi possível comparar as imagens.',
    score: (structure, colour) => `Estrutura ${structure}, diferença de cor ${colour}`,
    scoreHint:
      'Estrutura é o SSIM no tamanho do original. Diferença de cor é o delta E; abaixo de cerca de 2, mal se percebe.',
    showWhere: 'Mostrar onde',
  },
  again: {
    title: 'Ampliar de novo',
    hint: 'Escolha outro tamanho ou método. Este resultado fica.',
    costs: plural({
      one: 'Cerca de # crédito, como da última vez.',
      other: 'Cerca de # créditos, como da última vez.',
    }),
    free: 'Grátis da última vez.',
    costUnknown: 'Pode custar créditos do {site}.',
    impossible: 'O arquivo original não está mais salvo. Escolha de novo na janela da extensão.',
  },
  open: 'Abrir',
  honest: 'A IA acrescenta detalhes e pode inventá-los. O {site} pode pôr uma marca-d’água.',
};
