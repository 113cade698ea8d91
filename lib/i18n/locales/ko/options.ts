import type { Options } from '../en/options';
import { pluralIn } from '../plural';
import { connection } from './connection';
import { elsewhere } from './elsewhere';
import { keys } from './keys';
import { settings } from './settings';

const number = pluralIn('ko')({ other: '#' });

/** Korean messages of the options page. */
export const options: Options = {
  ...settings,
  ...connection,
  elsewhere,
  keys,
  title: '설정',
  unofficial: '비공식입니다. Jimeng, Dreamina, ByteDance가 만들거나 보증한 것이 아닙니다.',
  upscaling: {
    title: '업스케일',
    size: '크기',
    sizeHint:
      '기본 크기입니다. 마우스 오른쪽 버튼 메뉴에서는 항상 선택할 수 있습니다. 4K는 {site} 멤버십이 필요할 수 있습니다. 정확한 픽셀 크기는 {site}이 정합니다.',
    upscaler: '업스케일러',
  },
  upscalers: {
    auto: {
      name: '자동',
      text: '스마트 HD로 시작합니다. {site}에서 이미지가 커지지 않으면 다른 업스케일러를 차례로 시도합니다. 성공한 방법을 일주일간 기억합니다.',
    },
    'super-resolution': {
      name: '초해상도',
      text: '이것만 사용합니다. 업로드한 이미지는 Jimeng이 거의 완료하지 못하며, 같은 크기로 돌려줄 수 있습니다.',
    },
    'smart-hd': {
      name: '스마트 HD',
      text: '세부를 만들어 내므로 글자와 얼굴이 달라질 수 있습니다. Jimeng에서 2K는 마지막 확인 시 1 크레딧이었습니다.',
    },
    'fast-hd': {
      name: '빠른 HD',
      text: '빠르고, Jimeng에서는 마지막 확인 시 무료였습니다. 2K와 4K를 구분하지 않고 이미지를 약 두 배로 키웁니다.',
    },
  },
  ways: {
    title: '메뉴 및 키보드',
    pointer: '페이지, 링크, 동영상에 ‘여기의 이미지 업스케일’ 표시',
    pointerHint:
      '배경, 그림, 가려졌거나 로드되지 않은 이미지처럼 브라우저가 이미지로 보지 않는 것을 위한 항목입니다. 브라우저가 미리 알 수 없으므로 이미지가 없는 곳에도 표시됩니다.',
    noShortcut: '설정되지 않음',
    changeShortcuts: '단축키 변경',
  },
  access: {
    title: '사이트 액세스',
    why: '대부분의 이미지는 권한이 필요 없습니다. 클릭하면 확장 프로그램은 그 페이지만 읽을 수 있습니다. 하지만 많은 페이지가 이미지를 다른 사이트에 두며, 그중 일부는 허용된 확장 프로그램에만 이미지를 제공합니다. 그런 경우 이미지는 대기하면서 그 사이트 하나만 묻습니다.',
    sites: '허용한 사이트',
    noSites: '아직 없습니다.',
    revoke: '취소',
    revokeSite: (site) => `${site} 허용 취소`,
    everywhere: '모든 사이트',
    everywhereHint:
      '이미지마다 묻지 않습니다. 브라우저는 방문하는 모든 사이트 읽기를 허용하지만, 확장 프로그램은 선택한 이미지만 읽습니다.',
    permissions: {
      title: '권한',
      hint: '브라우저가 이 확장 프로그램에 허용하는 모든 것과 그 이유.',
      show: '모두 보기',
      reasons: {
        activeTab: '클릭한 후에 그 페이지만 읽고 다른 페이지는 읽지 않습니다.',
        scripting:
          '그 페이지에서 이미지를 찾아 읽습니다. 허용한 사이트에서는 마지막으로 오른쪽 클릭한 위치도 기억합니다.',
        contextMenus: '마우스 오른쪽 버튼 메뉴에 항목을 추가합니다.',
        menus: '페이지의 어느 부분을 오른쪽 클릭했는지 알려 줍니다.',
        storage: '이 설정을 보관합니다.',
        unlimitedStorage: '공간이 부족할 때 브라우저가 기록을 삭제하지 않게 합니다.',
        alarms: '팝업이 닫혀 있어도 작업을 계속합니다.',
        downloads: '결과를 저장하고 각 파일이 기록되었는지 확인합니다.',
        cookies:
          'Jimeng이나 Dreamina에 로그인했는지 확인합니다. 로그인 정보 자체는 저장하지 않습니다.',
        declarativeNetRequestWithHostAccess:
          '{site}과 일부 이미지 사이트가 요구하므로 자체 요청의 출처를 설정합니다.',
        offscreen: '자체 숨겨진 페이지에서 이미지를 변환하고 파일을 만듭니다.',
        sidePanel: '페이지 옆에 기록을 표시합니다.',
        notifications: '이미지가 준비되면 알려 줍니다. 켠 경우에만 사용합니다.',
        'https://*/*': '계정이 있는 사이트와 이미지가 있는 사이트: 여기서 허용한 사이트뿐입니다.',
        'http://*/*': '암호화되지 않은 사이트도 마찬가지입니다.',
      },
    },
  },
  history: {
    title: '기록',
    why: '기록은 이 브라우저에만 보관됩니다.',
    storage: '저장 공간',
    storageHint: (rows, size) =>
      size ? `이미지 ${number(rows)}장, 이 브라우저에서 ${size}.` : `이미지 ${number(rows)}장.`,
    keep: '보관',
    keepHint:
      '오래된 항목은 이미지와 함께 자동으로 삭제됩니다. 진행 중인 작업과 저장하지 않은 결과는 남습니다.',
    keepRows: '보관할 이미지 수',
    keepDays: '이미지 보관 기간',
    rows: (count) => (count === 0 ? '제한 없음' : `최근 ${number(count)}장`),
    days: (count) => (count === 0 ? '영구' : count === 365 ? '1년' : `${number(count)}일`),
    space: '결과를 위한 공간',
    spaceHint:
      '이를 넘는 결과는 저장한 지 오래된 것부터 삭제됩니다. 항목, 미리보기 그림, 원본은 남습니다.',
    spaceUsed: (results, sources) => `결과는 ${results}, 원본은 ${sources}를 차지합니다.`,
    keepSpace: '결과가 차지할 수 있는 공간',
    size: (size) => (size ? `최대 ${size}` : '제한 없음'),
    unsaved: '저장하지 않은 결과도 삭제',
    unsavedHint: '저장하지 않은 완료된 이미지에는 크레딧이 들었을 수 있습니다.',
    file: '내보내기 및 가져오기',
    fileHint:
      '파일에는 이름, 페이지 주소와 제목, 이미지 주소, 각 작업의 결과가 들어 있습니다. 이미지, 로그인 정보, 결과 링크는 없습니다. 가져오기는 이미 있는 항목을 바꾸지 않습니다.',
    exportNow: '내보내기',
    importNow: '가져오기',
    imported: ({ added, known, skipped }) =>
      `${number(added)}장 추가, ${number(known)}장 이미 있음, ${number(skipped)}장 읽을 수 없음.`,
    importing: '가져오는 중',
    tooLarge: '내보낸 기록이라기에는 파일이 너무 커서 읽지 않았습니다.',
    importBroken: (added) =>
      `가져오기가 중단되었습니다. ${number(added)}장이 추가되었습니다. 나머지는 파일을 다시 가져오세요.`,
    notImported: '내보낸 기록 파일이 아닙니다.',
    clear: '지우기',
    clearHint: '진행 중이 아닌 모든 이미지를 파일과 함께 삭제합니다. 진행 중인 작업은 남습니다.',
    clearNow: '기록 지우기',
  },
  privacy: {
    title: '개인정보 보호',
    points: [
      {
        to: '계정이 있는 사이트(Jimeng 또는 Dreamina, ByteDance)로',
        text: '선택한 이미지, 크기, 방식. 그 계정을 사용합니다.',
      },
      {
        to: '이미지가 있는 사이트로',
        text: '이미지 요청. 쿠키 없이는 거부하는 사이트에만 그 사이트의 쿠키를 함께 보냅니다.',
      },
      {
        to: '이 브라우저에 남는 것',
        text: '이미지와 페이지 주소를 포함한 기록. 삭제할 때까지 남습니다. 이 설정도 브라우저 동기화로 직접 보내지 않는 한 남습니다.',
      },
      {
        to: '저장하지 않는 것',
        text: '로그인 정보. 확장 프로그램은 로그인 여부만 확인하고, 계정을 구분하기 위한 지문 값만 보관합니다.',
      },
    ],
    nothingElse:
      '그 밖의 데이터는 브라우저를 벗어나지 않습니다. 분석 도구도, 저희 서버도 없습니다.',
  },
};
