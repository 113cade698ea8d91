import type { Compare } from '../en/compare';
import { pluralIn } from '../plural';

const plural = pluralIn('ko');

/** Korean messages of the compare page. */
export const compare: Compare = {
  title: (name) => `${name}: 전후 비교`,
  stage: (name) => `${name}의 전후 비교`,
  before: '전',
  after: '후',
  gone: '이 이미지는 더 이상 기록에 없습니다.',
  noResult:
    '결과가 더 이상 여기에 저장되어 있지 않습니다. {site}에 아직 있으면 저장할 때 다시 다운로드합니다.',
  unreadable: '이 브라우저는 결과를 표시할 수 없습니다. 저장은 할 수 있습니다.',
  noBefore: '원본이 더 이상 여기에 저장되어 있지 않아 결과만 표시합니다.',
  goesOn: '결과가 여기에 표시됩니다.',
  needsYou: '계속하려면 확장 프로그램의 팝업을 여세요.',
  divider: '전과 후의 경계',
  dividerAt: (share) => `전 ${share}`,
  view: {
    title: '보기',
    fit: '맞춤',
    actual: '1:1',
    zoomIn: '확대',
    zoomOut: '축소',
    zoom: (share) => `배율 ${share}`,
    differences: '차이',
    pixels: '픽셀',
  },
  keys: {
    title: '키보드',
    hint: '이미지에 포커스가 있을 때 작동합니다. 스크롤이나 핀치로 확대·축소하고, 드래그하여 이동합니다.',
    divider: '경계 이동',
    pan: '이미지 이동',
    zoom: '확대·축소',
    fit: '이미지 전체',
    actual: '실제 픽셀',
    swap: '전만, 후만, 둘 다',
    differences: '차이 표시',
    pixels: '픽셀 표시',
  },
  facts: {
    title: '정보',
    grown: '확대',
    times: (factor) => `너비 ${factor}배`,
    asked: '요청한 크기',
    upscaler: '업스케일러',
    credits: '비용',
    time: '걸린 시간',
    from: '찾은 곳',
    image: '이미지 주소',
    changes: '업로드 전 변경 사항',
    converted: (format) => `${format}(으)로 변환`,
    'turned-upright': '바르게 회전',
    colours: (name) => {
      if (name === '16 bit') return '색상당 16비트에서 8비트로 변환';
      if (/PQ|HLG/.test(name)) return `HDR을 표준 범위로 변환(${name})`;
      return name ? `색상을 ${name}에서 sRGB로 변환` : '색상을 sRGB로 변환';
    },
    transparency: {
      kept: '나중에 투명도 복원',
      shape: '한 가지 색: 모양으로 업스케일',
      flattened: '투명한 부분을 색으로 채움',
    },
    'first-frame': '첫 프레임만',
    'later-frame': '한 프레임만(비어 있지 않은 첫 프레임)',
    compressed: (format) => `압축(${format})`,
    shrunk: (size) => `${size}로 축소`,
    rasterised: (size) => `${size}로 렌더링`,
  },
  check: {
    title: '여전히 같은 이미지인가요?',
    checking: '비교 중…',
    faithful: '원본에 충실합니다. 원본 크기로 줄이면 똑같아 보입니다.',
    differs: (share) =>
      `이미지의 ${share}가 다릅니다. 그 부분, 특히 글자와 얼굴을 먼저 확인하세요.`,
    unknown: '이미지를 비교하지 못했습니다.',
    score: (structure, colour) => `구조 ${structure}, 색차 ${colour}`,
    scoreHint:
      '구조는 원본 크기에서의 SSIM입니다. 색차는 ΔE이며, 약 2 미만의 차이는 거의 보이지 않습니다.',
    showWhere: '위치 표시',
  },
  again: {
    title: '다시 업스케일',
    hint: '다른 크기나 업스케일러를 선택하세요. 이 결과는 그대로 유지됩니다.',
    costs: plural({ other: '지난번처럼 약 # 크레딧.' }),
    free: '지난번 무료.',
    costUnknown: '{site} 크레딧이 들 수 있습니다.',
    impossible: '원본 파일이 더 이상 저장되어 있지 않습니다. 팝업에서 다시 선택하세요.',
  },
  open: '열기',
  honest: '세부는 AI가 더한 것으로 실제와 다를 수 있습니다. {site}이 워터마크를 넣을 수 있습니다.',
};
