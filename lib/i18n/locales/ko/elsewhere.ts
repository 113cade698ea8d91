import type { Elsewhere } from '../en/elsewhere';
import { pluralIn } from '../plural';

const plural = pluralIn('ko');

/** Korean messages about taking the settings to another browser. */
export const elsewhere: Elsewhere = {
  title: '설정을 다른 곳으로',
  why: '이 페이지와 확장 프로그램의 다른 페이지에서 선택한 설정을 다른 브라우저로 옮깁니다. 이미지, 기록, 동의, 권한, 계정에 관한 것은 포함하지 않습니다.',
  file: '파일로',
  fileHint: '파일로 무엇이 바뀌는지 먼저 보여 줍니다.',
  exportNow: '설정 내보내기',
  importNow: '설정 가져오기',
  sync: '브라우저 동기화로',
  syncHint:
    '버튼을 누를 때만 작동합니다. 브라우저의 동기화가 켜져 있으면 보낸 설정이 다른 기기로 전달됩니다.',
  send: '동기화로 보내기',
  fetch: '동기화에서 가져오기',
  lastSent: (day, version) => `마지막으로 보낸 날: ${day}, 버전 ${version}.`,
  neverSent: '아직 보내지 않았습니다.',
  tooLong: (names) =>
    `보내지 않았습니다. 브라우저 동기화에 너무 깁니다: ${names}. 줄이거나 파일을 사용하세요. 아무것도 바뀌지 않았습니다.`,
  refused: (words) => `브라우저가 거부하여 아무것도 바뀌지 않았습니다: ${words}`,
  mixed: (words) => `일부만 보냈습니다. 다시 보내세요. 브라우저의 설명: ${words}`,
  said: {
    sent: '보냈습니다.',
    full: '보내지 않았습니다. 모든 설정을 합치면 브라우저 동기화에 너무 깁니다. 아무것도 바뀌지 않았습니다.',
    'too-often':
      '보내지 않았습니다. 짧은 시간에 변경이 너무 많습니다. 몇 분 후에 다시 시도하세요. 아무것도 바뀌지 않았습니다.',
    nothing: '브라우저 동기화에 설정이 없습니다.',
    incomplete: '다른 기기의 설정이 아직 모두 도착하지 않았습니다. 나중에 다시 시도하세요.',
    newer: '확장 프로그램의 최신 버전에서 쓴 설정입니다. 먼저 확장 프로그램을 업데이트하세요.',
    'no-settings': '내보낸 설정 파일이 아닙니다.',
    'too-large-file': '내보낸 설정이라기에는 파일이 너무 커서 읽지 않았습니다.',
    applied: '설정을 적용했습니다.',
    'put-back': '이전 설정으로 되돌렸습니다.',
    'not-stored': '브라우저가 설정을 저장하지 못했습니다. 아무것도 바뀌지 않았습니다.',
  },
  preview: {
    title: '바뀌는 항목',
    from: {
      file: (day, version) => `${day} 파일, 버전 ${version}.`,
      sync: (day, version) => `${day}에 보냄, 버전 ${version}.`,
    },
    changes: plural({ other: '설정 #개가 바뀝니다' }),
    same: plural({ other: '#개는 그대로입니다' }),
    nothing: '이미 이 설정입니다.',
    damaged: (names) => `손상되어 적용하지 않음: ${names}.`,
    unknown: (names) => `이 버전에 없어 적용하지 않음: ${names}.`,
    shortens:
      '보관되는 기록이 줄어듭니다. 오래된 항목은 완전히 삭제되며 여기서 되돌릴 수 없습니다.',
    apply: '적용',
  },
  previous: {
    title: '이전 설정',
    from: {
      file: (day) => `${day}에 가져오기 전의 설정.`,
      sync: (day) => `${day}에 동기화에서 가져오기 전의 설정.`,
      reset: (day) => `${day}에 초기화하기 전의 설정.`,
      'put-back': (day) => `${day}에 되돌리기 전의 설정.`,
    },
    putBack: '이전 설정으로 되돌리기',
  },
  values: {
    on: '켜짐',
    off: '꺼짐',
    none: '없음',
    templates: plural({ other: '템플릿 #개' }),
  },
};
