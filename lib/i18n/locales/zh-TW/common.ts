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

const plural = pluralIn('zh-TW');
const number = plural({ other: '#' });
const creditCount = plural({ other: '# 點' });

/** Traditional Chinese messages shared by several pages, in the words of Taiwan. */
export const common: Common = {
  join: (first, second) => `${first}${second}`,
  units,
  app: {
    title: '用 Dreamina 放大圖片',
    credits: creditCount,
    openService: (credits) => `剩餘 ${credits}，開啟{site}`,
    settings: '設定',
    openPanel: '在側邊面板中開啟',
  },
  menu,
  intake,
  add: {
    invite: { drop: '拖入、貼上', or: '或', choose: '選擇', what: '圖片' },
    dropNow: '鬆開即可放大',
    choose: '選擇圖片',
    target: '放大到',
    membership: '4K 可能需要{site}會員。',
    cost: (credits, day) =>
      credits === 0 ? `上次免費（${day}）` : `約 ${creditCount(credits)}（最近一次：${day}）`,
    pick: '在此網頁上選取圖片',
    several: '在此網頁上選擇多張圖片',
    notImages: '這不是圖片，請拖入或貼上圖片檔案。',
  },
  empty: {
    title: '在任何圖片上按右鍵',
    text: '選擇「用 Dreamina 放大圖片」，再選 2K 或 4K。放大後的圖片會留在這裡，隨時可以儲存。',
    pointer: { before: '右鍵選單沒有這一項？把指標移到圖片上按 ', after: '。' },
    pick: { before: '也可以用上方的 ', after: ' 在網頁上選取。' },
    privacy: '圖片會以你自己的帳號傳送到{site}（字節跳動），除此之外沒有任何資料離開瀏覽器。',
  },
  notices: {
    allowAccess: '允許存取',
    reachTitle: '無法讀取此網頁',
    reachText:
      '在側邊面板裡，只能讀取你剛剛用過本擴充功能的網頁。請直接在圖片上按右鍵，或先按一下工具列上的擴充功能圖示。',
    unreadableTitle: '暫時無法讀取歷史記錄',
    unreadableText:
      '瀏覽器沒有開啟儲存空間，沒有刪除任何內容。如果再試一次仍然不行，請重新啟動瀏覽器。',
    tryAgain: '再試一次',
    newerTitle: '歷史記錄來自更新的版本',
    newerText: '它由更新版本的擴充功能寫入，未作任何改動或刪除。更新擴充功能後即可檢視。',
    fullTitle: '空間已滿，有一張圖片未能加入',
    fullText: '瀏覽器無法記下剛才的圖片。請移除不再需要的結果，或清理磁碟空間，然後重新點選圖片。',
    fullElsewhere: '瀏覽器無法記下剛才的圖片。請清理磁碟空間，然後重新點選圖片。',
    makeRoom: '選擇要移除的圖片',
    fullRead: '知道了',
    signInTitle: '登入{site}',
    signInText: '圖片由你自己的帳號放大，本擴充功能不會接觸你的密碼。',
    otherJars: {
      containers: '請在一般分頁登入。容器中的登入用於該容器分頁裡的圖片。',
      isolated: '「第一方隔離」隱藏了登入狀態，請先關閉它。',
    },
    signInWaiting: plural({ other: '有 # 張圖片在等待，登入後會自動繼續。' }),
  },
  broken: {
    row: '擴充功能自身出錯，無法顯示這筆記錄。',
    title: '無法顯示此頁面',
    text: '擴充功能自身出錯了，歷史記錄和圖片都還在。請重新載入此頁面；如果仍然如此，請複製報告並傳給開發者。',
    reload: '重新載入',
    copy: '複製報告',
    copied: '已複製',
    copyFailed: '瀏覽器未能複製報告',
  },
  history: {
    search: '搜尋',
    sort: '排序',
    sorts: { newest: '最新', oldest: '最早', name: '名稱', size: '最大' },
    filter: '顯示',
    filters: { all: '全部', running: '進行中', done: '已完成', needs: '需要處理' },
    select: '選擇',
    choose: (name) => `選擇${name}`,
    nothing: '歷史記錄中沒有符合的圖片。',
    reading: '請稍候',
    justDone: plural({ other: '已完成 # 張圖片' }),
    removed: plural({ other: '已移除 # 張圖片' }),
    undo: '復原',
    joined: (target) => `已在放大到 ${target}`,
    showJoined: '檢視',
    selection: {
      title: '已選圖片',
      all: '全選',
      count: plural({ other: '已選 # 張' }),
      end: '結束選擇',
      save: (count) => (count > 0 ? `儲存 ${number(count)} 張` : '儲存所選'),
      retry: (count) => (count > 0 ? `重試 ${number(count)} 張` : '重試所選'),
      remove: (count) => (count > 0 ? `移除 ${number(count)} 張` : '移除所選'),
      retryHint: '只重試不會產生費用的圖片，其餘請在各自的項目中操作。',
      more: '其他儲存方式',
      zip: '儲存為 ZIP',
      csv: '儲存清單（CSV）',
      json: '儲存清單（JSON）',
    },
    zip,
  },
  actions: {
    save: '儲存',
    saving: '正在儲存…',
    saved: '已儲存',
    alreadyThere: '已存在',
    saveAgain: '再次儲存',
    saveAs: '另存新檔…',
    copy: '複製圖片',
    copying: '正在複製…',
    copied: '已複製',
    copyFailed: '瀏覽器沒有接受這張圖片，請改為儲存。',
    compare: '比較',
    retry: '重試',
    haveCredits: '我有點數了',
    retryMayCost: '重試（可能再扣點數）',
    pollAgain: '再次查詢',
    useAccount: '用目前帳號',
    useAccountMayCost: '用目前帳號（可能再扣點數）',
    useAccountHint: '改用現在登入的帳號放大這張圖片。',
    cancel: '取消',
    remove: '移除',
    openPage: '開啟來源網頁',
    more: '更多',
    signIn: '登入',
    readConsent: '檢視並同意',
    allow: (host) => `允許 ${host}`,
    allowEverywhere: '允許所有網站',
    use2k: '改為放大到 2K',
    useExisting: '直接使用',
    showOther: '檢視',
    upscale: '放大',
    upscaleAgain: '重新放大',
    againWith: '重新放大…',
    upscaleAnyway: '仍然放大',
    keepOriginal: '保留（免費）',
    useShown: '改用網頁上的圖片',
    useScreen: '使用螢幕上的畫面',
    useScreenHint: '不需要授權，但大小只有目前顯示的大小。',
    openService: '開啟{site}',
    continueInPage: '透過{site}頁面繼續',
    skipPage: '不透過該頁面送出',
    checkConnection: '檢查連線',
    chooseFile: '選擇檔案',
  },
  pageConsent: {
    only: '{site}只接受從它自己的頁面送出的任務。',
    sentence:
      '同意後，擴充功能會使用已開啟的{site}頁面（沒有時在背景分頁開啟一個），由該頁面送出你的任務。',
    agree: '同意',
    decline: '暫不',
  },
  job: {
    target: { '2k': '2K', '4k': '4K' },
    localFile: '來自本機',
    unnamed: '未命名圖片',
    becomes: (from, to) => `${from} → ${to}`,
    credits: creditCount,
    left: (duration) => `約剩 ${duration}`,
    retryIn: (duration) => `${duration}後自動重試`,
    progress: (name) => `${name} 的進度`,
    thumbnail: (target) => `放大到 ${target}`,
    serviceSaid: '{site}的說明：',
    reference: (ret) => `代碼 ${ret}`,
    switched: (now, before) => `已改用${now}，因為{site}未能完成${before}。`,
    switchedForSize: (now, before) => `已改用${now}，因為${before}沒有放大圖片。`,
    sentSmaller: '{site}未能處理較大的檔案，已改為傳送較小的檔案。',
    cancelled: '已在送出之前取消。沒有扣除點數。',
    cancelledLate: '送出之後才取消，{site}仍可能完成並扣除點數。',
    savedPlain: {
      format: '無法轉換，已按原樣儲存。',
      note: '已儲存，但檔案中放不下來源資訊。',
    },
    saveFailed: '瀏覽器無法寫入檔案，圖片仍保留在這裡。',
    kept: '保留原圖，免費',
    largerOriginal: ({ size, host, shown }) =>
      `${host ? `已改用 ${host} 上更大的原圖` : '已改用更大的原圖'}${size ? `（${size}）` : ''}${shown ? `，網頁上的圖片為 ${shown}` : ''}`,
    fromScreen: '取自螢幕畫面',
  },
  batch,
  replace,
  parts,
  sites,
  space,
  tools: {
    'super-resolution': '細節修復',
    'smart-hd': '智能超清',
    'fast-hd': '超清',
  },
  stages: {
    preparing: '準備中',
    uploading: '上傳中',
    slot: '排隊中',
    ordering: '正在送出到{site}',
    checking: '正在確認是否已送出',
    generating: '放大中',
    collecting: '正在取回結果',
    joining: '正在拼接各部分',
    done: '已完成',
    failed: '失敗',
    cancelled: '已取消',
  },
  waiting: {
    'sign-in': '你還沒有登入{site}，登入後會自動繼續。',
    consent: '你還沒有同意把圖片傳送到{site}，同意後會自動繼續。',
    'page-consent': '這個任務要透過{site}自己的頁面送出，你同意後會自動繼續。',
    otherAccount: (name, isKnown) => {
      if (name) return `請登入{site}帳號「${name}」：這張圖片是用它傳送的，登入後會自動繼續。`;
      return isKnown
        ? '這張圖片是用另一個{site}帳號傳送的。請登入那個帳號，之後會自動繼續。'
        : '現在登入的帳號查不到這張圖片的任務。請登入當時使用的{site}帳號，之後會自動繼續。';
    },
    network: '無法連線{site}，網路恢復後會自動繼續。',
    permission: { before: '這張圖片存放在 ', after: '，讀取它需要你允許存取該網站。' },
    uploadHost: { before: '{site}要求把圖片傳送到 ', after: '，這需要你允許存取該網站。' },
    resultHost: {
      before: '{site}把結果存放在 ',
      after: '，取回它需要你允許存取該網站，不會再扣點數。',
    },
    serviceHost: { before: '繼續需要你允許存取 ', after: '。' },
    cookies: {
      before: '這張圖片存放在 ',
      after:
        '，該網站不會把它傳送給匿名訪客。如果你允許，讀取這一張圖片時會帶上你在該網站的 Cookie。',
    },
    duplicate: (target, twin) => {
      switch (twin) {
        case 'running':
          return `這張圖片正在放大到 ${target}。`;
        case 'unconfirmed':
          return `這張圖片的 ${target} 任務可能已經扣過點數。請在它那一行重試，會先查詢那個任務。`;
        case 'gone':
          return `之前的 ${target} 圖片已經不在了，重新放大可能會扣點數。`;
        default:
          return `你已經有這張圖片的 ${target} 版本，直接使用不扣點數。`;
      }
    },
    alreadyLarge: (size, target) =>
      size === undefined
        ? `這張圖片已經有 ${target} 那麼大，保留原圖不扣點數。`
        : `這張圖片已經是 ${size}，不小於 ${target}，保留原圖不扣點數。`,
    credits: (code, target, balance) => {
      if (code === 'daily-limit') return '今天的{site}額度已用完，明天會自動繼續。';
      if (code === 'membership-needed') return `${target} 需要{site}會員。沒有扣除點數。`;
      const left = balance === undefined ? '' : `（剩餘 ${number(balance)}）`;
      return `{site}點數不足${left}，點數足夠後會自動繼續。`;
    },
    coolDown: (code) =>
      code === 'risk-control' || code === 'account-restricted'
        ? '{site}的風險控管拒絕了請求，所有任務已暫停，稍後會自動繼續。請到官網檢視是否需要驗證。'
        : '{site}正忙，需要稍等片刻，之後會自動繼續。沒有扣除點數。',
    dayLimit: (credits) =>
      `下一個任務可能超出每日 ${creditCount(credits)} 的上限。明天會繼續，或在設定中變更上限。`,
    stillRunning: (polledAt) =>
      `{site}仍在處理${polledAt ? `，上次查詢於 ${polledAt}` : ''}。完成後會自動繼續，再次查詢不產生費用。`,
  },
  announce: {
    done: (name) => `${name} 已完成。`,
    saved: (name) => `${name} 已儲存。`,
    failed: (name, sentence) => `${name} 失敗。${sentence}`,
    waiting: (name, sentence) => `${name} 等待中。${sentence}`,
    stage: (name, stage) => `${name}：${stage}`,
  },
  flaws: {
    black: '結果是全黑的。',
    uniform: '結果只有一種顏色。',
    'transparency-lost': '原圖有透明部分，結果沒有。',
    'wrong-shape': '結果的形狀與原圖不同，可能被裁切或拉長。',
    'not-larger': '結果並不比原圖大。',
    'short-of-target': (target) => `結果小於 ${target}。`,
  },
  charged: {
    no: '沒有扣除點數。',
    maybe: '可能已扣除點數。',
  },
  refund: {
    yes: '點數已退回。',
    no: '點數未退回。',
    unknown: '點數是否退回：未知。',
  },
};
