import type { Errors } from '../en/errors';

/** Brazilian Portuguese error sentences. */
export const errors: Errors = {
  'signed-out': 'Sua sessão no {site} foi encerrada. Entre e tente de novo.',
  'confirmation-needed':
    'O {site} pede que você concorde com algo antes, como os termos dele. Abra a página, responda lá e tente de novo.',
  'no-credits': 'Sua conta do {site} não tem créditos suficientes.',
  'membership-needed': (p) => `${p.target} exige uma assinatura do {site}.`,
  'daily-limit': 'Sua conta do {site} atingiu o limite de hoje. Tente de novo amanhã.',
  busy: 'O {site} está sobrecarregado e não aceitou o pedido. Tente de novo mais tarde.',
  'risk-control':
    'O controle de risco do {site} recusou o pedido. Insistir pioraria a situação. A causa pode ser uma VPN ou o endereço de um data center. Veja no site do {site} o que ele pede.',
  'account-restricted':
    'O {site} restringiu a geração de imagens na sua conta. Só o site do {site} pode dizer o motivo.',
  'input-refused': 'A verificação de conteúdo do {site} recusou esta imagem.',
  'output-refused': 'A verificação de conteúdo do {site} recusou o resultado.',
  'content-refused': 'A verificação de conteúdo do {site} recusou o pedido.',
  'copyright-refused': 'O {site} recusou esta imagem por direitos autorais.',
  outdated:
    'O {site} mudou e não aceita mais esta versão da extensão. Espere uma atualização. Até lá, use o site do {site}.',
  'system-busy': 'O {site} respondeu todas as vezes que estava ocupado. Tente de novo mais tarde.',
  'page-signature-missing':
    'O {site} só aceita esse tipo de solicitação da própria página. Você pode continuar por ela.',
  'page-unavailable':
    'Não foi possível preparar a página do {site}, então nada foi enviado. Abra o {site}, entre e tente de novo.',
  'region-refused':
    'O {site} não está disponível na sua região ou rede. A causa pode ser uma VPN ou o endereço de um data center.',
  'generation-failed': 'O {site} não conseguiu ampliar esta imagem e não deu o motivo.',
  'upload-unreadable': 'O {site} não conseguiu ler a imagem que recebeu.',
  'upload-refused': 'O armazenamento do {site} recusou o envio.',
  'upload-corrupted': 'A imagem foi danificada a caminho do {site}.',
  'host-not-allowed': 'O {site} indicou um endereço que não é seguro. A extensão não o usou.',
  'result-deleted': 'O resultado foi excluído no {site} antes de ser baixado.',
  'result-expired': 'O link do resultado expirou. Tentar de novo solicita um novo.',
  'result-missing': 'O {site} informou sucesso, mas não entregou nenhuma imagem.',
  'http-refused': 'O {site} recusou a solicitação sem dar o motivo.',
  'server-error': 'O {site} está com um problema no momento. Tente de novo mais tarde.',
  'bad-response': 'Não foi possível entender a resposta do {site}.',
  network: 'A conexão com o {site} caiu.',
  timeout: 'O {site} não respondeu a tempo.',
  'line-too-slow':
    'Sua conexão é lenta demais para esta imagem. Foram três tentativas, cada uma com mais tempo. Tente com uma conexão mais rápida ou use um arquivo menor.',
  'unknown-refusal': 'O {site} recusou por um motivo que a extensão não conhece.',
  'image-empty': 'O arquivo de imagem está vazio.',
  'image-is-page':
    'O site enviou uma página da web em vez da imagem. Talvez você precise entrar nele.',
  'image-unknown-type': 'Este tipo de imagem não pode ser ampliado. Use JPEG, PNG ou WebP.',
  'image-broken': 'O arquivo de imagem está danificado ou incompleto.',
  'image-too-small': 'Esta imagem é pequena demais para ampliar. Talvez a página tenha uma maior.',
  'image-too-large': 'Esta imagem é grande demais para o {site}. Escolha um arquivo menor.',
  'image-too-many-pixels':
    'Esta imagem tem mais de 51 megapixels e exige memória demais. Reduza e escolha esse arquivo.',
  'image-blank': 'A imagem está em branco. Talvez a página não tenha terminado de carregá-la.',
  'image-heic':
    'Este navegador não lê imagens HEIC. Abra a foto, salve como JPEG e escolha esse arquivo.',
  'image-jxl':
    'Este navegador não lê imagens JPEG XL. Abra a imagem, salve como JPEG ou PNG e escolha esse arquivo.',
  'image-tiff':
    'Navegadores não leem imagens TIFF. Abra a imagem, salve como JPEG ou PNG e escolha esse arquivo.',
  'image-psd':
    'Este é um arquivo do Photoshop (PSD). Exporte como PNG ou JPEG e escolha esse arquivo.',
  'image-pdf':
    'Este é um documento PDF. Salve a imagem dele como JPEG ou PNG e escolha esse arquivo.',
  'image-svg-unreadable': 'Este desenho SVG não pode ser convertido em imagem. Use uma versão PNG.',
  'image-result-too-large':
    'Esta imagem é tão longa que a versão ampliada seria grande demais para mostrar. Corte em imagens menores e escolha esses arquivos.',
  'image-too-many-parts':
    'Esta imagem é tão longa e estreita que exigiria mais de 32 pedidos. Corte em imagens menores e escolha esses arquivos.',
  'source-not-found': (p) => `${p.host ?? 'O site'} não tem mais esta imagem.`,
  'source-refused': (p) =>
    `${p.host ?? 'O site'} não deixa a extensão ler esta imagem. Salve pela página e escolha o arquivo.`,
  'source-host-error': (p) => `${p.host ?? 'O site'} está com um problema no momento.`,
  'source-unreachable': (p) => `Não é possível acessar ${p.host ?? 'o site'}.`,
  'source-timeout': (p) => `${p.host ?? 'O site'} não enviou a imagem a tempo.`,
  'source-gone':
    'A página que tinha esta imagem foi fechada ou mudou. Abra e clique na imagem de novo.',
  'source-hidden':
    'Esta imagem não está visível. Vá até a aba dela, role até a imagem e tente de novo ali.',
  'source-malformed': 'Os dados da imagem na página não podem ser lidos.',
  'source-private':
    'A imagem está neste computador ou na sua própria rede, mas a página não. Salve a imagem você mesmo e escolha o arquivo.',
  'source-unsupported':
    'Extensões não podem ler imagens deste tipo de página. Para arquivos locais, ative “Permitir acesso a URLs de arquivo” nas configurações da extensão ou escolha o arquivo aqui.',
  'submit-unconfirmed':
    'A solicitação foi enviada, mas o {site} não respondeu e ela não aparece na lista dele.',
  'result-broken': 'O resultado não é uma imagem válida.',
  'join-failed':
    'Não foi possível unir as partes ampliadas em uma imagem. Elas continuam salvas. Tentar de novo só une as partes e não faz nenhum pedido.',
  'save-failed': 'O navegador não conseguiu gravar o arquivo. A imagem continua aqui.',
  'storage-full':
    'O armazenamento do navegador está cheio. Remova algumas imagens daqui e tente de novo.',
  'input-lost': 'A imagem original não está mais salva. Abra a página dela e clique nela de novo.',
  'row-damaged':
    'Este item foi danificado no armazenamento do navegador e não pode continuar. Remova e clique na imagem de novo.',
  internal: 'Algo deu errado na extensão.',
};
