import type { IntakeMessages } from '../en/intake';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');

/** Brazilian Portuguese about what was dropped, pasted or chosen. */
export const intake: IntakeMessages = {
  chooseFolder: 'Escolher uma pasta',
  adding: 'Adicionando imagens…',
  added: plural({ one: '# imagem adicionada.', other: '# imagens adicionadas.' }),
  waiting: plural({
    one: '# imagem espera que você a inicie.',
    other: '# imagens esperam que você as inicie.',
  }),
  discard: 'Descartar',
  notImages: plural({
    one: '# arquivo ignorado: não é uma imagem.',
    other: '# arquivos ignorados: não são imagens.',
  }),
  notAddresses: plural({
    one: '# linha ignorada: não é um endereço da web.',
    other: '# linhas ignoradas: não são endereços da web.',
  }),
  tooMany: plural({
    one: '# item ignorado: são muitos de uma vez.',
    other: '# itens ignorados: são muitos de uma vez.',
  }),
  nothing: 'Nenhuma imagem e nenhum endereço da web.',
  refused: {
    encrypted: (name) => `“${name}” é protegido por senha e foi ignorado.`,
    damaged: (name) => `“${name}” está danificado. O que não pôde ser lido foi ignorado.`,
    'too-large': (name) => `“${name}” fica grande demais ao ser descompactado e foi ignorado.`,
    'too-many': (name) => `“${name}” contém arquivos demais e foi ignorado.`,
  },
  sites: plural({
    one: 'Antes é preciso permitir o acesso a # site.',
    other: 'Antes é preciso permitir o acesso a # sites.',
  }),
};
