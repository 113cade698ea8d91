import type { Elsewhere } from '../en/elsewhere';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');

/** Brazilian Portuguese messages about taking the settings to another browser. */
export const elsewhere: Elsewhere = {
  title: 'Suas configurações em outro lugar',
  why: 'Leva para outro navegador o que você escolheu nesta e nas outras páginas da extensão. Nunca imagens, histórico, consentimento, permissões ou algo de uma conta.',
  file: 'Com um arquivo',
  fileHint: 'Você vê o que um arquivo mudaria antes que ele mude algo.',
  exportNow: 'Exportar configurações',
  importNow: 'Importar configurações',
  sync: 'Com a sincronização do navegador',
  syncHint:
    'Só quando você pressiona um botão. Seu navegador leva então o que foi enviado aos seus outros dispositivos, se a sincronização dele estiver ativada.',
  send: 'Enviar à sincronização',
  fetch: 'Buscar na sincronização',
  lastSent: (day, version) => `Último envio: ${day}, pela versão ${version}.`,
  neverSent: 'Nada foi enviado ainda.',
  tooLong: (names) =>
    `Não enviado. Longo demais para a sincronização do navegador: ${names}. Encurte ou use um arquivo. Nada foi alterado.`,
  refused: (words) => `Nada foi alterado, porque o navegador recusou: ${words}`,
  mixed: (words) => `Só uma parte foi enviada. Envie de novo. O navegador disse: ${words}`,
  said: {
    sent: 'Enviado.',
    full: 'Não enviado: juntas, as configurações são longas demais para a sincronização do navegador. Nada foi alterado.',
    'too-often':
      'Não enviado: alterações demais em pouco tempo. Tente de novo em alguns minutos. Nada foi alterado.',
    nothing: 'Não há configurações na sincronização do navegador.',
    incomplete: 'Nem todas as configurações do outro dispositivo chegaram. Tente mais tarde.',
    newer:
      'Uma versão mais nova da extensão gravou estas configurações. Atualize primeiro a extensão.',
    'no-settings': 'Este arquivo não é de configurações exportadas.',
    'too-large-file':
      'Este arquivo é grande demais para ser de configurações exportadas. Ele não foi lido.',
    applied: 'As configurações foram aplicadas.',
    'put-back': 'As configurações anteriores voltaram.',
    'not-stored': 'O navegador não salvou as configurações. Nada foi alterado.',
  },
  preview: {
    title: 'O que mudaria',
    from: {
      file: (day, version) => `Arquivo de ${day}, da versão ${version}.`,
      sync: (day, version) => `Enviado em ${day}, pela versão ${version}.`,
    },
    changes: plural({ one: '# configuração muda', other: '# configurações mudam' }),
    same: plural({ one: '# continua igual', other: '# continuam iguais' }),
    nothing: 'Você já tem estas configurações.',
    damaged: (names) => `Danificado, não aplicado: ${names}.`,
    unknown: (names) => `Desconhecido nesta versão, não aplicado: ${names}.`,
    shortens:
      'O histórico guarda então menos. Itens antigos são removidos para sempre, e nada aqui os traz de volta.',
    apply: 'Aplicar',
  },
  previous: {
    title: 'Configurações anteriores',
    from: {
      file: (day) => `De antes da importação de ${day}.`,
      sync: (day) => `De antes da busca na sincronização em ${day}.`,
      reset: (day) => `De antes da redefinição de ${day}.`,
      'put-back': (day) => `De antes da volta de ${day}.`,
    },
    putBack: 'Voltar às configurações anteriores',
  },
  values: {
    on: 'Ativado',
    off: 'Desativado',
    none: 'Nenhum',
    templates: plural({ one: '# modelo', other: '# modelos' }),
  },
};
