import type { Settings } from '../en/settings';
import { pluralIn } from '../plural';

const plural = pluralIn('ko');

/** Korean messages of the settings, except upscaling, access, history and privacy. */
export const settings: Settings = {
  saved: '저장됨',
  notSaved: '브라우저가 마지막 변경 사항을 저장하지 못했습니다. 1분 후에 다시 시도하세요.',
  account: {
    title: '계정',
    'signed-in': '로그인되어 있습니다.',
    credits: plural({ other: '로그인됨, # 크레딧 남음.' }),
    'signed-out': '로그아웃되어 있습니다. 로그인할 때까지 이미지가 대기합니다.',
    unknown: '확인 중…',
  },
  sites: {
    title: '계정 사이트',
    why: '계정은 이 사이트 중 하나 또는 둘 다에 있습니다. 확장 프로그램은 허용한 사이트에만 액세스할 수 있습니다.',
    states: {
      all: '액세스가 허용되어 있습니다.',
      some: '액세스가 일부만 허용되어 있습니다. 나머지를 기다리는 이미지가 있을 수 있습니다.',
      none: '액세스가 허용되지 않았습니다. 이 사이트로 보낼 이미지는 기다립니다.',
    },
    everywhere: '‘모든 사이트’가 켜져 있어 액세스가 허용되어 있습니다.',
    allow: '액세스 허용',
    allowSite: (site) => `${site} 액세스 허용`,
    remove: '액세스 제거',
    removeSite: (site) => `${site} 액세스 제거`,
    hosts: '액세스 범위 보기',
    use: '새 이미지에 사용할 계정',
    useHint: '자동은 로그인한 사이트를 사용합니다.',
    auto: '자동',
    page: {
      title: '{site} 페이지를 통해 작업 보내기',
      agreed:
        '동의했습니다. 여기에서 언제든지 철회할 수 있으며, 철회하면 {site} 이미지는 기다립니다.',
      notAgreed: '동의할 때까지 {site} 이미지는 기다립니다.',
    },
  },
  tuning: {
    detail: '세부 강도',
    detailHint: '스마트 HD가 세부를 얼마나 만들어 낼지 정합니다. 값이 낮을수록 원본에 가깝습니다.',
    background: '투명도',
    backgroundHint:
      '{site}의 이미지는 불투명합니다. 확장 프로그램이 결과에 투명도를 되돌리거나, 이미지를 색 위에 올려 보냅니다.',
    backgrounds: { keep: '유지', white: '흰색', colour: '색상' },
    search: '더 큰 원본 찾기',
    searchHint:
      '페이지에는 작은 사본이 표시되는 경우가 많습니다. 확장 프로그램이 같은 이미지의 원본을 최대 이 시간만큼 찾습니다.',
    searchSeconds: (seconds) => (seconds === 0 ? '끔' : `${seconds}초`),
    dayLimit: '하루 한도',
    dayLimitHint: '모든 이미지를 합한 하루 최대 크레딧입니다. 비워 두면 한도가 없습니다.',
    parallel: '동시 처리',
    parallelHint:
      '{site}이 동시에 처리할 이미지 수입니다. 3장으로 하면 멤버십이 없는 계정은 기다려야 할 수 있습니다.',
  },
  pageWay: {
    title: 'Jimeng 페이지를 통해 작업 보내기',
    hint: 'Jimeng이 자체 페이지에서 보내지 않은 작업을 거부할 때만 필요합니다. Jimeng 탭이 필요하며, 확장 프로그램이 백그라운드에서 열고 더 이상 쓰지 않으면 닫습니다.',
  },
  saving: {
    title: '저장',
    name: '파일 이름',
    nameHint: '텍스트와 필드로 정합니다. 확장자는 이미지에 맞춰 붙습니다.',
    saved: '저장한 파일 이름',
    savedHint: '누르면 사용합니다.',
    keepName: '이 파일 이름 보관',
    removeName: (template) => `${template} 삭제`,
    fields: '필드 추가',
    fieldNames: {
      name: '이름',
      host: '사이트',
      title: '페이지 제목',
      alt: '이미지 설명',
      batch: '일괄 작업',
      index: '일괄 내 번호',
      folder: '원래 폴더',
      date: '날짜',
      time: '시간',
      width: '너비',
      height: '높이',
      scale: '배율',
      upscaler: '업스케일러',
      target: '요청한 크기',
      counter: '순번',
      id: '짧은 ID',
      ext: '확장자',
    },
    folder: '폴더',
    folderHint:
      '브라우저의 다운로드 폴더 안입니다. 여기서도 필드를 쓸 수 있고, 슬래시로 하위 폴더를 만듭니다. ‘원래 폴더’는 끌어다 놓은 것의 폴더 구조를 유지합니다.',
    folderNone: '없음',
    preview: '예시',
    conflict: '같은 이름의 파일이 있으면',
    conflicts: { number: '둘 다 유지', overwrite: '바꾸기', skip: '건너뛰기', ask: '매번 묻기' },
    conflictHint:
      '건너뛰기는 이 이미지의 파일이 남아 있으면 아무것도 쓰지 않습니다. 매번 묻기를 선택하면 저장할 때마다 브라우저 대화상자가 열립니다.',
    format: '형식',
    formats: { original: '원본', png: 'PNG', jpeg: 'JPEG', webp: 'WebP' },
    formatHint:
      '저장할 때 sRGB로 변환합니다. 기록의 이미지는 바뀌지 않습니다. JPEG에는 투명도가 없습니다.',
    quality: '품질',
    auto: '완료되면 자동 저장',
    autoHint: '대화상자 없이 이미지마다 한 번 저장합니다.',
    note: '파일에 출처 기록',
    noteHint:
      '페이지, 날짜, 업스케일러, AI로 확대했다는 사실을 다른 프로그램이 표시할 수 있는 메타데이터(XMP)로 기록합니다. 파일을 가진 사람은 페이지 주소(물음표 앞부분까지)를 읽을 수 있습니다.',
  },
  of: (page, choice) => `${page}: ${choice}`,
  menu: {
    style: '컨텍스트 메뉴',
    styles: { sizes: '2K와 4K', sites: '사이트별', direct: '항목 하나' },
    styleHint: '항목 하나를 선택하면 위의 크기로 바로 업스케일합니다.',
    text: '직접 쓴 문구',
    textHint:
      '글자 앞에 ‘&’를 쓰면 메뉴가 열려 있을 때 그 글자로 선택합니다. 예: ‘&Upscale’의 U. 다른 항목이 쓰는 글자나 macOS에서는 쓸 수 없습니다. ‘&&’는 ‘&’로 표시됩니다. 비워 두면 기본 문구입니다.',
  },
  appearance: {
    title: '모양',
    language: '언어',
    languageOfBrowser: '브라우저 언어',
    languageHint: '확장 프로그램과 단축키의 이름은 브라우저 언어를 따릅니다.',
    theme: '색상',
    themes: { auto: '시스템', light: '밝게', dark: '어둡게' },
    toast: '페이지에 메시지 표시',
    toastHint: '이미지가 추가되거나 완료되거나 확인이 필요할 때 모서리에 작은 메시지를 표시합니다.',
    notify: '이미지가 완료되거나 실패하면 알림',
    notifyHint: '브라우저가 권한을 요청합니다. 권한이 없으면 도구 모음 버튼으로만 알려 드립니다.',
  },
  consent: {
    title: '동의',
    given: (day) => `${day}에 동의했습니다. 선택한 이미지는 계정이 있는 사이트로 갑니다.`,
    missing: '동의하지 않았습니다. 이미지를 보내지 않습니다.',
    takeBack: '철회',
    read: '읽고 결정',
  },
  help: {
    title: '도움말',
    welcome: '첫 단계',
    welcomeHint: '무엇이 어디로 전송되는지, 로그인 방법, 첫 시도.',
    openWelcome: '다시 보기',
    diagnostics: '버그 보고서',
    noReport: '기록을 읽을 수 없는 동안에는 보고서를 만들 수 없습니다.',
    diagnosticsHint:
      '버전, 설정, 개수, 오류 코드, 로그인 여부. 주소나 이름, 계정을 식별할 수 있는 것은 없습니다.',
    copy: '보고서 복사',
    copied: '복사됨',
    show: '보고서 보기',
    reset: '설정 초기화',
    resetHint:
      '이 페이지의 설정을 기본값으로 되돌립니다. 기록, 사이트 액세스, 동의는 그대로입니다.',
    resetNow: '초기화',
    resetSure: '모든 설정 초기화',
  },
};
