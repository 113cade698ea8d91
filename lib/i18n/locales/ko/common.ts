import type { Common } from '../en/common';
import { pluralIn } from '../plural';
import { batch } from './batch';
import { intake } from './intake';
import { menu } from './menu';
import { parts } from './parts';
import { replace } from './replace';
import { sites } from './sites';
import { space } from './space';
import { units } from './units';
import { zip } from './zip';

const plural = pluralIn('ko');
const number = plural({ other: '#' });
const creditCount = plural({ other: '# 크레딧' });

/** Korean messages shared by several pages. */
export const common: Common = {
  join: (first, second) => `${first} ${second}`,
  units,
  app: {
    title: 'Dreamina로 업스케일',
    credits: creditCount,
    openService: (credits) => `${credits} 남음. {site} 열기`,
    settings: '설정',
    openPanel: '측면 패널에서 열기',
  },
  menu,
  intake,
  add: {
    invite: {
      drop: '끌어다 놓기, 붙여넣기',
      or: ' 또는 ',
      choose: '선택',
      what: '으로 이미지 추가',
    },
    dropNow: '놓으면 업스케일합니다',
    choose: '이미지 선택',
    target: '크기',
    membership: '4K는 {site} 멤버십이 필요할 수 있습니다.',
    cost: (credits, day) =>
      credits === 0 ? `무료(${day} 기준)` : `약 ${creditCount(credits)}(${day} 기준)`,
    pick: '이 페이지에서 이미지 선택',
    several: '이 페이지에서 여러 이미지 선택',
    notImages: '이미지가 아닙니다. 이미지 파일을 끌어다 놓거나 붙여넣으세요.',
  },
  empty: {
    title: '이미지를 마우스 오른쪽 버튼으로 클릭',
    text: '‘Dreamina로 업스케일’에서 2K 또는 4K를 선택하세요. 커진 이미지가 여기에 표시되고 언제든지 저장할 수 있습니다.',
    pointer: { before: '메뉴 항목이 없나요? 이미지에 포인터를 놓고 ', after: ' 키를 누르세요.' },
    pick: { before: '위의 ', after: ' 버튼을 눌러 페이지에서 선택할 수도 있습니다.' },
    privacy:
      '이미지는 사용자의 계정으로 {site}(ByteDance)에 전송됩니다. 그 밖의 데이터는 브라우저를 벗어나지 않습니다.',
  },
  notices: {
    allowAccess: '액세스 허용',
    reachTitle: '이 페이지에 액세스할 수 없습니다',
    reachText:
      '측면 패널은 방금 확장 프로그램을 사용한 페이지에만 액세스할 수 있습니다. 이미지를 마우스 오른쪽 버튼으로 클릭하거나, 먼저 그 페이지에서 도구 모음 버튼을 클릭하세요.',
    unreadableTitle: '지금은 기록을 읽을 수 없습니다',
    unreadableText:
      '브라우저가 저장소를 열지 못했습니다. 삭제된 것은 없습니다. 다시 시도해도 안 되면 브라우저를 다시 시작하세요.',
    tryAgain: '다시 시도',
    newerTitle: '더 최신 버전의 기록입니다',
    newerText:
      '확장 프로그램의 더 최신 버전에서 만든 기록입니다. 변경하거나 삭제한 것은 없습니다. 확장 프로그램을 업데이트하면 다시 볼 수 있습니다.',
    fullTitle: '저장 공간이 부족하여 이미지를 추가하지 못했습니다',
    fullText:
      '브라우저가 마지막 이미지를 저장하지 못했습니다. 필요 없는 결과를 삭제하거나 디스크 공간을 확보한 다음, 이미지를 다시 클릭하세요.',
    fullElsewhere:
      '브라우저가 마지막 이미지를 저장하지 못했습니다. 디스크 공간을 확보한 다음, 이미지를 다시 클릭하세요.',
    makeRoom: '삭제할 이미지 선택',
    fullRead: '확인',
    signInTitle: '{site}에 로그인',
    signInText: '사용자의 계정으로 업스케일합니다. 이 확장 프로그램은 비밀번호를 볼 수 없습니다.',
    otherJars: {
      containers:
        '일반 탭에서 로그인하세요. 컨테이너 안의 로그인은 그 컨테이너의 탭에 있는 이미지에 사용됩니다.',
      isolated: '퍼스트 파티 격리가 로그인을 숨기고 있습니다. 먼저 끄세요.',
    },
    signInWaiting: plural({ other: '이미지 #장이 대기 중이며, 로그인하면 자동으로 계속됩니다.' }),
  },
  broken: {
    row: '확장 프로그램 오류로 이 이미지를 표시할 수 없습니다.',
    title: '이 페이지를 표시할 수 없습니다',
    text: '확장 프로그램에서 문제가 발생했습니다. 기록과 이미지는 그대로 있습니다. 페이지를 새로고침하세요. 그래도 안 되면 보고서를 복사해 개발자에게 보내 주세요.',
    reload: '새로고침',
    copy: '보고서 복사',
    copied: '복사됨',
    copyFailed: '보고서를 복사하지 못했습니다',
  },
  history: {
    search: '검색',
    sort: '정렬',
    sorts: { newest: '최신순', oldest: '오래된 순', name: '이름순', size: '큰 순' },
    filter: '표시',
    filters: { all: '전체', running: '진행 중', done: '완료', needs: '확인 필요' },
    select: '선택',
    choose: (name) => `${name} 선택`,
    nothing: '일치하는 이미지가 없습니다.',
    reading: '불러오는 중…',
    justDone: plural({ other: '이미지 #장 완료' }),
    removed: plural({ other: '이미지 #장 삭제됨' }),
    undo: '실행 취소',
    joined: (target) => `이미 ${target}로 업스케일 중입니다`,
    showJoined: '보기',
    selection: {
      title: '선택한 이미지',
      all: '전체',
      count: plural({ other: '#장 선택됨' }),
      end: '선택 끝내기',
      save: (count) => (count > 0 ? `${number(count)}장 저장` : '선택 항목 저장'),
      retry: (count) => (count > 0 ? `${number(count)}장 다시 시도` : '선택 항목 다시 시도'),
      remove: (count) => (count > 0 ? `${number(count)}장 삭제` : '선택 항목 삭제'),
      retryHint:
        '다시 시도해도 크레딧이 들지 않는 이미지만 다시 시도합니다. 나머지는 하나씩 다시 시도하세요.',
      more: '다른 저장 방법',
      zip: 'ZIP으로 저장',
      csv: '목록 저장(CSV)',
      json: '목록 저장(JSON)',
    },
    zip,
  },
  actions: {
    save: '저장',
    saving: '저장 중…',
    saved: '저장됨',
    alreadyThere: '이미 있음',
    saveAgain: '다시 저장',
    saveAs: '다른 이름으로 저장…',
    copy: '이미지 복사',
    copying: '복사 중…',
    copied: '복사됨',
    copyFailed: '브라우저가 이미지를 복사하지 못했습니다. 대신 저장하세요.',
    compare: '비교',
    retry: '다시 시도',
    haveCredits: '크레딧이 생겼어요',
    retryMayCost: '다시 시도(크레딧이 들 수 있음)',
    pollAgain: '다시 확인',
    useAccount: '이 계정 사용',
    useAccountMayCost: '이 계정 사용(크레딧이 또 들 수 있음)',
    useAccountHint: '지금 로그인한 계정으로 이미지를 업스케일합니다.',
    cancel: '취소',
    remove: '삭제',
    openPage: '페이지 열기',
    more: '더보기',
    signIn: '로그인',
    readConsent: '읽고 동의',
    allow: (host) => `${host} 허용`,
    allowEverywhere: '모든 사이트에서 허용',
    use2k: '2K로 업스케일',
    useExisting: '사용하기',
    showOther: '보기',
    upscale: '업스케일',
    upscaleAgain: '다시 업스케일',
    againWith: '다시 업스케일…',
    upscaleAnyway: '그래도 업스케일',
    keepOriginal: '그대로 두기(무료)',
    useShown: '페이지의 이미지 사용',
    useScreen: '화면에 보이는 것 사용',
    useScreenHint: '권한은 필요 없지만 지금 보이는 크기로만 가져옵니다.',
    openService: '{site} 열기',
    continueInPage: '{site} 페이지를 통해 계속',
    skipPage: '그 페이지 없이 보내기',
    checkConnection: '연결 확인',
    chooseFile: '파일 선택',
  },
  pageConsent: {
    only: '{site}은 작업을 자체 페이지에서만 받습니다.',
    sentence:
      '동의하면 확장 프로그램이 열려 있는 {site} 페이지를 사용하거나, 없으면 백그라운드 탭에서 열어 그 페이지가 작업을 보내게 합니다.',
    agree: '동의',
    decline: '나중에',
  },
  job: {
    target: { '2k': '2K', '4k': '4K' },
    localFile: '내 기기',
    unnamed: '제목 없는 이미지',
    becomes: (from, to) => `${from} → ${to}`,
    credits: creditCount,
    left: (duration) => `약 ${duration} 남음`,
    retryIn: (duration) => `${duration} 후 다시 시도`,
    progress: (name) => `${name} 진행률`,
    thumbnail: (target) => `${target}로`,
    serviceSaid: '{site}의 설명:',
    reference: (ret) => `코드 ${ret}`,
    switched: (now, before) => `${before}: {site}에서 완료되지 않아 ${now}(으)로 전환했습니다.`,
    switchedForSize: (now, before) => `${before}: 이미지가 커지지 않아 ${now}(으)로 전환했습니다.`,
    sentSmaller: '{site}이 더 큰 파일을 처리하지 못해 더 작은 파일로 보냈습니다.',
    cancelled: '업스케일이 시작되기 전에 취소했습니다. 크레딧이 차감되지 않았습니다.',
    cancelledLate:
      '업스케일이 시작된 후에 취소했습니다. {site}이 작업을 끝내고 크레딧을 차감할 수 있습니다.',
    savedPlain: {
      format: '변환하지 못해 원래 형식으로 저장했습니다.',
      note: '파일에 출처를 적을 자리가 없어 출처 없이 저장했습니다.',
    },
    saveFailed: '브라우저가 파일을 쓰지 못했습니다. 이미지는 여기에 그대로 있습니다.',
    kept: '원본 유지, 무료',
    largerOriginal: ({ size, host, shown }) =>
      `${host ? `${host}의 ` : ''}더 큰 원본${size ? `(${size})` : ''} 사용${shown ? `, 페이지의 이미지는 ${shown}` : ''}`,
    fromScreen: '화면에서 캡처함',
  },
  batch,
  replace,
  parts,
  sites,
  space,
  tools: {
    'super-resolution': '초해상도',
    'smart-hd': '스마트 HD',
    'fast-hd': '빠른 HD',
  },
  stages: {
    preparing: '준비 중',
    uploading: '업로드 중',
    slot: '순서 대기 중',
    ordering: '{site}에 보내는 중',
    checking: '접수 확인 중',
    generating: '업스케일 중',
    collecting: '결과 다운로드 중',
    joining: '부분 결합 중',
    done: '완료',
    failed: '실패',
    cancelled: '취소됨',
  },
  waiting: {
    'sign-in': '{site}에 로그인되어 있지 않습니다. 로그인하면 계속됩니다.',
    consent: '아직 {site}에 이미지를 보내는 데 동의하지 않았습니다. 동의하면 계속됩니다.',
    'page-consent': '이 작업은 {site} 자체 페이지를 통해 진행됩니다. 동의하면 계속됩니다.',
    otherAccount: (name, isKnown) => {
      if (name) {
        return `이 이미지를 보낸 계정 ‘${name}’으로 {site}에 로그인하세요. 그러면 자동으로 계속됩니다.`;
      }
      return isKnown
        ? '다른 {site} 계정에서 보낸 이미지입니다. 그 계정으로 로그인하면 자동으로 계속됩니다.'
        : '지금 로그인한 {site} 계정에서 보낸 이미지가 아닙니다. 보낸 계정으로 로그인하면 자동으로 계속됩니다.';
    },
    network: '{site}에 연결할 수 없습니다. 연결되면 계속됩니다.',
    permission: {
      before: '이 이미지는 ',
      after: '에 있습니다. 읽으려면 권한이 필요합니다.',
    },
    uploadHost: {
      before: '{site}이 이미지를 보낼 곳으로 ',
      after: '을(를) 지정했습니다. 보내려면 권한이 필요합니다.',
    },
    resultHost: {
      before: '{site}의 결과는 ',
      after: '에 있습니다. 가져오려면 권한이 필요합니다. 크레딧이 더 차감되지는 않습니다.',
    },
    serviceHost: { before: '계속하려면 ', after: '에 대한 권한이 필요합니다.' },
    cookies: {
      before: '이 이미지는 ',
      after:
        '에 있으며, 로그인하지 않은 방문자에게는 제공되지 않습니다. 허용하면 이 이미지를 가져올 때만 해당 사이트의 쿠키를 함께 보냅니다.',
    },
    duplicate: (target, twin) => {
      switch (twin) {
        case 'running':
          return `이 이미지는 이미 ${target}로 업스케일 중입니다.`;
        case 'unconfirmed':
          return `이 이미지의 ${target} 크레딧이 이미 차감되었을 수 있습니다. 이전 항목을 다시 시도하세요. 결과부터 찾습니다.`;
        case 'gone':
          return `${target} 결과가 더 이상 여기에 저장되어 있지 않습니다. 다시 업스케일하면 크레딧이 들 수 있습니다.`;
        default:
          return `이 이미지는 이미 ${target}로 업스케일했습니다. 그 결과를 무료로 사용할까요?`;
      }
    },
    alreadyLarge: (size, target) =>
      size === undefined
        ? `이 이미지는 이미 ${target}만큼 큽니다. 그대로 두면 무료입니다.`
        : `이 이미지는 이미 ${size}이며 ${target}만큼 큽니다. 그대로 두면 무료입니다.`,
    credits: (code, target, balance) => {
      if (code === 'daily-limit') {
        return '{site}의 오늘 한도에 도달했습니다. 내일 계속됩니다.';
      }
      if (code === 'membership-needed') {
        return `${target}에는 {site} 멤버십이 필요합니다. 크레딧이 차감되지 않았습니다.`;
      }
      const left = balance === undefined ? '' : `(${number(balance)} 남음)`;
      return `{site} 크레딧이 부족합니다${left}. 충분해지면 계속됩니다.`;
    },
    coolDown: (code) =>
      code === 'risk-control' || code === 'account-restricted'
        ? '{site}의 위험 관리에서 거부했습니다. 모든 작업을 일시 중지했으며 나중에 계속됩니다. {site} 사이트에서 확인을 요구하는지 살펴보세요.'
        : '{site}이 혼잡하여 잠시 멈췄습니다. 자동으로 계속됩니다. 크레딧이 차감되지 않았습니다.',
    dayLimit: (credits) =>
      `다음 작업이 하루 한도 ${creditCount(credits)}을 넘을 수 있습니다. 내일 또는 설정에서 한도를 바꾸면 계속합니다.`,
    stillRunning: (polledAt) =>
      `아직 {site}에서 처리 중입니다${polledAt ? `(마지막 확인 ${polledAt})` : ''}. 완료되면 자동으로 계속됩니다. 다시 확인하는 것은 무료입니다.`,
  },
  announce: {
    done: (name) => `${name} 완료.`,
    saved: (name) => `${name} 저장됨.`,
    failed: (name, sentence) => `${name} 실패. ${sentence}`,
    waiting: (name, sentence) => `${name} 대기 중. ${sentence}`,
    stage: (name, stage) => `${name}: ${stage}`,
  },
  flaws: {
    black: '결과가 온통 검은색입니다.',
    uniform: '결과가 한 가지 색뿐입니다.',
    'transparency-lost': '원본에는 투명한 부분이 있지만 결과에는 없습니다.',
    'wrong-shape': '결과의 모양이 원본과 다릅니다. 잘렸거나 늘어났을 수 있습니다.',
    'not-larger': '결과가 원본보다 크지 않습니다.',
    'short-of-target': (target) => `결과가 ${target}보다 작습니다.`,
  },
  charged: {
    no: '크레딧이 차감되지 않았습니다.',
    maybe: '크레딧이 차감되었을 수 있습니다.',
  },
  refund: {
    yes: '크레딧이 환불되었습니다.',
    no: '크레딧이 환불되지 않았습니다.',
    unknown: '크레딧이 환불되었는지는 알 수 없습니다.',
  },
};
