import type { Zip } from '../en/zip';
import { pluralIn } from '../plural';

const plural = pluralIn('pt-BR');
const number = plural({ other: '#' });

/** Brazilian Portuguese about the ZIP. */
export const zip: Zip = {
  packing: (done, all) => `Criando o ZIP: ${number(done)} de ${number(all)}`,
  stop: 'Parar',
  saving: 'Salvando o ZIP…',
  saved: plural({ one: '# imagem está no ZIP.', other: '# imagens estão no ZIP.' }),
  partly: (packed, all) =>
    `${number(packed)} de ${number(all)} estão no ZIP. Não podem mais ser lidas:`,
  close: 'Fechar',
  oneAtATime: 'Um ZIP por vez. Salve o próximo quando este terminar.',
  failures: {
    'storage-full': 'O disco está cheio. O ZIP não foi salvo.',
    'nothing-left': 'Nenhuma destas imagens pode mais ser lida. Não há ZIP.',
    interrupted:
      'O navegador parou a extensão várias vezes. O ZIP não foi salvo; tente com menos imagens.',
    'save-failed': 'O navegador não conseguiu salvar o ZIP.',
  },
};
