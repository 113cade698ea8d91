import type { Keys } from '../en/keys';

/** Korean messages about keyboard shortcuts. */
export const keys: Keys = {
  title: '단축키',
  hint: '추천 키는 Chrome도 Firefox도 사용하지 않습니다. 다른 확장 프로그램은 사용할 수 있습니다.',
  suggestion: (keys) => `추천: ${keys}`,
  use: (keys) => `${keys} 사용`,
  refused: '브라우저가 이 키를 받아들이지 않았습니다.',
  names: {
    _execute_action: '팝업 열기',
    'upscale-under-pointer': '포인터 아래의 이미지 업스케일',
    'upscale-2k': '포인터 아래의 이미지를 2K로 업스케일',
    'upscale-4k': '포인터 아래의 이미지를 4K로 업스케일',
    'choose-several': '이 페이지에서 여러 이미지 선택',
    'show-results': '이 페이지에 결과 표시 또는 원본으로 되돌리기',
    'open-list': '탭에서 목록 열기',
    'open-panel': '측면 패널 열기',
    'compare-newest': '최신 결과 비교',
    'save-newest': '최신 결과 저장',
    'pause-all': '모두 일시 중지 또는 계속',
    'open-options': '설정 열기',
  },
  list: '탭에서 목록 보기',
  listHint: '팝업에 있는 모든 것입니다. 도구 모음이 없는 창에서도 됩니다.',
  openTab: '탭에서 열기',
};
