import type { Errors } from '../en/errors';

/** Korean error sentences. */
export const errors: Errors = {
  'signed-out': '{site}에서 로그아웃되었습니다. 로그인한 다음 다시 시도하세요.',
  'confirmation-needed':
    '{site}이 먼저 약관 등에 동의할 것을 요구합니다. {site} 페이지를 열어 처리한 다음 다시 시도하세요.',
  'no-credits': '{site} 계정의 크레딧이 부족합니다.',
  'membership-needed': (p) => `${p.target}에는 {site} 멤버십이 필요합니다.`,
  'daily-limit': '{site} 계정이 오늘 한도에 도달했습니다. 내일 다시 시도하세요.',
  busy: '{site}이 너무 혼잡하여 접수하지 못했습니다. 잠시 후 다시 시도하세요.',
  'risk-control':
    '{site}의 위험 관리에서 거부했습니다. 다시 시도하면 상황이 나빠집니다. VPN이나 데이터 센터 주소가 원인일 수 있습니다. {site} 사이트에서 무엇을 요구하는지 확인하세요.',
  'account-restricted':
    '{site}이 이 계정의 이미지 생성을 제한했습니다. 이유는 {site} 사이트에서만 알 수 있습니다.',
  'input-refused': '{site}의 콘텐츠 심사에서 이 이미지를 거부했습니다.',
  'output-refused': '{site}의 콘텐츠 심사에서 결과를 거부했습니다.',
  'content-refused': '{site}의 콘텐츠 심사에서 거부했습니다.',
  'copyright-refused': '{site}이 저작권을 이유로 이 이미지를 거부했습니다.',
  outdated:
    '{site}이 변경되어 이 버전의 확장 프로그램을 더 이상 받지 않습니다. 업데이트를 기다려 주세요. 그때까지는 {site} 사이트를 사용하세요.',
  'system-busy': '물어볼 때마다 {site}이 혼잡하다고 응답했습니다. 잠시 후 다시 시도하세요.',
  'page-signature-missing':
    '{site}은 이런 요청을 자체 페이지에서만 받습니다. 그 페이지를 통해 계속할 수 있습니다.',
  'page-unavailable':
    '{site} 페이지를 준비하지 못해 아무것도 보내지 않았습니다. {site}을 열어 로그인한 다음 다시 시도하세요.',
  'region-refused':
    '현재 지역이나 네트워크에서는 {site}을 사용할 수 없습니다. VPN이나 데이터 센터 주소가 원인일 수 있습니다.',
  'generation-failed': '{site}이 이 이미지를 업스케일하지 못했으며 이유를 밝히지 않았습니다.',
  'upload-unreadable': '{site}이 받은 이미지를 읽지 못했습니다.',
  'upload-refused': '{site}의 저장소가 업로드를 거부했습니다.',
  'upload-corrupted': '이미지가 {site}으로 가는 도중에 손상되었습니다.',
  'host-not-allowed':
    '{site}이 안전하게 사용할 수 없는 주소를 알려 주어 확장 프로그램이 사용하지 않았습니다.',
  'result-deleted': '결과를 다운로드하기 전에 {site}에서 삭제되었습니다.',
  'result-expired': '결과 링크가 만료되었습니다. 다시 시도하면 새 링크를 요청합니다.',
  'result-missing': '{site}이 성공을 알렸지만 이미지를 보내지 않았습니다.',
  'http-refused': '{site}이 이유 없이 요청을 거부했습니다.',
  'server-error': '현재 {site}에 문제가 있습니다. 잠시 후 다시 시도하세요.',
  'bad-response': '{site}의 응답을 이해할 수 없습니다.',
  network: '{site}과의 연결이 끊어졌습니다.',
  timeout: '{site}이 제시간에 응답하지 않았습니다.',
  'line-too-slow':
    '이 이미지를 보내기에는 연결이 너무 느립니다. 매번 시간을 늘려 세 번 시도했습니다. 더 빠른 연결에서 다시 시도하거나 더 작은 파일을 사용하세요.',
  'unknown-refusal': '{site}이 확장 프로그램이 모르는 이유로 거부했습니다.',
  'image-empty': '이미지 파일이 비어 있습니다.',
  'image-is-page':
    '사이트가 이미지 대신 웹페이지를 보냈습니다. 그 사이트에 로그인해야 할 수 있습니다.',
  'image-unknown-type':
    '이 형식의 이미지는 업스케일할 수 없습니다. JPEG, PNG 또는 WebP를 사용하세요.',
  'image-broken': '이미지 파일이 손상되었거나 불완전합니다.',
  'image-too-small':
    '이미지가 너무 작아 업스케일할 수 없습니다. 페이지에 더 큰 이미지가 있을 수 있습니다.',
  'image-too-large': '이미지가 {site}의 한도를 넘습니다. 더 작은 파일을 선택하세요.',
  'image-too-many-pixels':
    '이 이미지는 5,100만 화소를 넘어 메모리가 너무 많이 필요합니다. 축소한 다음 그 파일을 선택하세요.',
  'image-blank': '이미지가 비어 있습니다. 페이지가 아직 로드를 마치지 않았을 수 있습니다.',
  'image-heic':
    '이 브라우저는 HEIC 이미지를 읽을 수 없습니다. 사진을 열어 JPEG로 저장한 다음 그 파일을 선택하세요.',
  'image-jxl':
    '이 브라우저는 JPEG XL 이미지를 읽을 수 없습니다. 이미지를 열어 JPEG 또는 PNG로 저장한 다음 그 파일을 선택하세요.',
  'image-tiff':
    '브라우저는 TIFF 이미지를 읽을 수 없습니다. 이미지를 열어 JPEG 또는 PNG로 저장한 다음 그 파일을 선택하세요.',
  'image-psd': 'Photoshop 파일(PSD)입니다. PNG 또는 JPEG로 내보낸 다음 그 파일을 선택하세요.',
  'image-pdf': 'PDF 문서입니다. 안에 있는 그림을 JPEG 또는 PNG로 저장한 다음 그 파일을 선택하세요.',
  'image-svg-unreadable': '이 SVG 그림은 이미지로 변환할 수 없습니다. PNG 버전을 사용하세요.',
  'image-result-too-large':
    '이미지가 너무 길어 업스케일하면 표시할 수 없을 만큼 커집니다. 더 짧은 이미지로 자른 다음 그 파일을 선택하세요.',
  'image-too-many-parts':
    '이미지가 너무 길고 좁아 작업이 32개 넘게 필요합니다. 더 짧은 이미지로 자른 다음 그 파일을 선택하세요.',
  'source-not-found': (p) => `${p.host ?? '사이트'}에 이 이미지가 더 이상 없습니다.`,
  'source-refused': (p) =>
    `${p.host ?? '사이트'}에서 확장 프로그램이 이 이미지를 읽는 것을 허용하지 않습니다. 페이지에서 저장한 다음 그 파일을 선택하세요.`,
  'source-host-error': (p) => `현재 ${p.host ?? '사이트'}에 문제가 있습니다.`,
  'source-unreachable': (p) => `${p.host ?? '사이트'}에 연결할 수 없습니다.`,
  'source-timeout': (p) => `${p.host ?? '사이트'}에서 제시간에 이미지를 보내지 않았습니다.`,
  'source-gone':
    '이 이미지가 있던 페이지가 닫혔거나 변경되었습니다. 페이지를 열고 이미지를 다시 클릭하세요.',
  'source-hidden':
    '이 이미지가 화면에 보이지 않습니다. 해당 탭으로 전환하고 이미지까지 스크롤한 다음 거기서 다시 시도하세요.',
  'source-malformed': '페이지의 이미지 데이터를 읽을 수 없습니다.',
  'source-private':
    '이미지는 이 컴퓨터나 내부 네트워크에 있지만 페이지는 그렇지 않습니다. 이미지를 직접 저장한 다음 그 파일을 선택하세요.',
  'source-unsupported':
    '확장 프로그램은 이런 페이지의 이미지를 읽을 수 없습니다. 로컬 파일이라면 브라우저의 확장 프로그램 설정에서 ‘파일 URL에 대한 액세스 허용’을 켜거나 여기서 파일을 선택하세요.',
  'submit-unconfirmed': '요청을 보냈지만 {site}이 응답하지 않았고 {site}의 목록에도 없습니다.',
  'result-broken': '결과가 올바른 이미지가 아닙니다.',
  'join-failed':
    '업스케일한 부분을 하나의 이미지로 결합하지 못했습니다. 부분은 보관되어 있습니다. 다시 시도하면 결합만 다시 하고 새 작업은 보내지 않습니다.',
  'save-failed': '브라우저가 파일을 쓰지 못했습니다. 이미지는 여기에 그대로 있습니다.',
  'storage-full':
    '브라우저 저장 공간이 가득 찼습니다. 여기서 이미지를 몇 장 삭제한 다음 다시 시도하세요.',
  'input-lost':
    '원본 이미지가 더 이상 저장되어 있지 않습니다. 페이지를 열고 이미지를 다시 클릭하세요.',
  'row-damaged':
    '이 항목은 브라우저 저장소에서 손상되어 계속할 수 없습니다. 삭제한 다음 이미지를 다시 클릭하세요.',
  internal: '확장 프로그램에서 문제가 발생했습니다.',
};
