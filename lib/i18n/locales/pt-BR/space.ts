import type { Space } from '../en/space';

/** Brazilian Portuguese messages about results that were removed to save space. */
export const space: Space = {
  removed: 'O resultado em tamanho real foi removido para economizar espaço.',
  missing: 'O resultado não está mais salvo aqui.',
  savedAnew: 'Salvar baixa de novo, se o {site} ainda o tiver.',
  upscaledAnew: 'Amplie a imagem de novo para recuperá-lo.',
};
