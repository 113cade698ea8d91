import type { Welcome } from '../en/welcome';

/** Korean words of the welcome page. */
export const welcome: Welcome = {
  title: '환영합니다',
  step: (now, of) => `${of}단계 중 ${now}단계`,
  steps: '단계',
  back: '뒤로',
  next: '다음',
  done: '완료',
  what: {
    title: '어느 페이지의 이미지든 더 크게',
    lead: '이미지를 마우스 오른쪽 버튼으로 클릭하고 2K나 4K를 고른 다음, 큰 이미지가 준비되면 저장하세요. 작업은 내 Jimeng 또는 Dreamina 계정이 합니다.',
    sent: '이 컴퓨터에서 나가는 것',
    points: [
      {
        title: '선택한 이미지',
        text: '계정이 있는 사이트로 갑니다. Jimeng 또는 Dreamina이며, 둘 다 ByteDance의 서비스입니다. 그 사이트의 약관이 적용됩니다.',
      },
      {
        title: '그 밖에는 없음',
        text: '다른 이미지도, 방문 기록도, 분석 데이터도 보내지 않습니다. 저희 서버는 없습니다.',
      },
      {
        title: '기록은 여기에 남습니다',
        text: '삭제할 때까지 이 브라우저에만 보관됩니다. 이 확장 프로그램은 비밀번호를 볼 수 없습니다.',
      },
    ],
    consent:
      '선택한 이미지를 업스케일하기 위해 내 계정이 있는 사이트인 Jimeng 또는 Dreamina(ByteDance)로 보내는 데 동의합니다.',
    agree: '동의하고 계속',
    notYet: '동의할 때까지 아무것도 보내지 않습니다. 클릭한 이미지는 대기합니다.',
    agreed: '동의했습니다. 설정에서 철회할 수 있습니다.',
    unofficial: '비공식: Jimeng, Dreamina, ByteDance가 만들거나 보증한 것이 아닙니다.',
  },
  ready: {
    title: '계정이 어디에 있나요?',
    site: '사이트',
    other: '다른 사이트는 나중에 설정에서 추가할 수 있습니다.',
    access: (site) => `${site} 액세스`,
    accessAsk: '이 확장 프로그램이 이 사이트들에만 액세스해도 되는지 브라우저가 묻습니다.',
    refused: (site) =>
      `액세스가 허용되지 않았습니다. 허용하지 않으면 ${site} 사이트로 업스케일할 수 없습니다. 지금이나 나중에 허용할 수 있습니다.`,
    account: (site) => `내 ${site} 계정`,
    signedIn: '로그인했습니다.',
    signIn: (site) =>
      `${site} 사이트에서 로그인한 다음 돌아오세요. 이 페이지는 자동으로 업데이트됩니다.`,
    checking: '확인 중…',
    pin: '도구 모음 버튼',
    pinned: '도구 모음에 있습니다. 진행 상황을 보여 주고 기록을 엽니다.',
    unpinned:
      '도구 모음의 퍼즐 조각을 클릭한 다음, 이 확장 프로그램 옆의 핀을 클릭하세요. 버튼은 진행 상황을 보여 주고 기록을 엽니다.',
  },
  start: {
    title: '사이트 액세스 및 첫 시도',
    access: '확장 프로그램이 다른 사이트의 이미지를 읽어도 되나요?',
    ask: '사이트마다 묻기',
    askHint: '대부분의 이미지는 권한이 필요 없습니다. 필요하면 그 사이트 하나만 묻습니다.',
    everywhere: '지금 모든 사이트 허용',
    everywhereHint:
      '이미지마다 묻지 않습니다. 브라우저는 모든 사이트 읽기를 허용하지만, 확장 프로그램은 선택한 이미지만 읽습니다. 설정에서 취소할 수 있습니다.',
    try: '사용해 보기',
    tryAlt: '오로라 아래 오두막을 그린 작은 그림',
    trySize: (size) => `${size}픽셀, 이 페이지를 위해 그린 그림입니다.`,
    cost: {
      jimeng:
        '2K로 업스케일하면 Jimeng 크레딧이 들 수 있습니다. ‘자동’이 처음에 사용하는 스마트 HD는 마지막 확인 시 1 크레딧이었습니다.',
      dreamina:
        '2K로 업스케일하면 Dreamina 크레딧이 들 수 있습니다. 얼마나 드는지는 아직 알 수 없습니다.',
    },
    credits: (left) => `${left}이 있습니다.`,
    upscale: '이 이미지 업스케일',
    started: '시작했습니다. 완료되면 도구 모음 버튼에 표시됩니다.',
    noRoom: '브라우저 저장 공간이 가득 찼습니다. 디스크 공간을 확보한 다음 다시 시도하세요.',
    openHistory: '기록 열기',
    check: '연결 확인',
    checkHint: '업스케일하지 않고 무료 단계를 모두 시험합니다.',
    needsConsent: '사용해 보기 전에 첫 페이지에서 동의하세요.',
    needsSignIn: '시험하기 전에 이전 페이지에서 액세스를 허용하고 로그인하세요.',
  },
};
