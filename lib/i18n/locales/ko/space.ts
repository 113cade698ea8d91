import type { Space } from '../en/space';

/** Korean messages about results that were removed to save space. */
export const space: Space = {
  removed: '공간을 절약하기 위해 전체 크기 결과를 삭제했습니다.',
  missing: '결과가 더 이상 여기에 저장되어 있지 않습니다.',
  savedAnew: '{site}에 아직 있으면 저장할 때 다시 다운로드합니다.',
  upscaledAnew: '이미지를 다시 업스케일하면 되찾을 수 있습니다.',
};
