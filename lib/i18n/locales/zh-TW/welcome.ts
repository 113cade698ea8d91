import type { Welcome } from '../en/welcome';
import { withSite } from '../site-name';

/** Traditional Chinese words of the welcome page. */
export const welcome: Welcome = {
  title: '歡迎',
  step: (now, of) => `第 ${now} 步，共 ${of} 步`,
  steps: '步驟',
  back: '上一步',
  next: '下一步',
  done: '完成',
  what: {
    title: '放大任何網頁上的圖片',
    lead: '在圖片上按右鍵，選擇 2K 或 4K，完成後儲存更大的圖片。放大由你自己的即夢或 Dreamina 帳號完成。',
    sent: '哪些內容會離開這台電腦',
    points: [
      {
        title: '你選擇的圖片',
        text: '它會傳送到你的帳號所在的網站：即夢或 Dreamina，兩者都是字節跳動的服務，並適用該網站的條款。',
      },
      {
        title: '除此之外什麼都沒有',
        text: '不傳送其他圖片和瀏覽記錄，沒有使用分析，也沒有我們的伺服器。',
      },
      {
        title: '歷史記錄留在這裡',
        text: '只儲存在這個瀏覽器，直到你移除。擴充功能接觸不到你的密碼。',
      },
    ],
    consent:
      '我同意把我選擇的圖片傳送到我的帳號所在的網站，即夢或 Dreamina（字節跳動），進行放大。',
    agree: '同意並繼續',
    notYet: '同意之前不會傳送任何內容，你點選的圖片會等待。',
    agreed: '你已同意，可以在設定中撤回。',
    unofficial: '非官方擴充功能，與即夢、Dreamina、字節跳動無關。',
  },
  ready: {
    title: '你的帳號在哪個網站？',
    site: '網站',
    other: '以後可以在設定中加入另一個網站。',
    access: (site) => withSite('存取{site}', site),
    accessAsk: '瀏覽器會詢問是否允許本擴充功能存取以下網站，不包括其他網站。',
    refused: (site) =>
      withSite('未獲允許。沒有它就無法使用{site}放大圖片，現在或以後都可以允許。', site),
    account: (site) => withSite('你的{site}帳號', site),
    signedIn: '你已登入。',
    signIn: (site) => withSite('請在{site}官網登入，然後回到這裡。本頁會自動更新。', site),
    checking: '正在查看',
    pin: '工具列按鈕',
    pinned: '按鈕已在工具列中。它顯示進度，並開啟歷史記錄。',
    unpinned:
      '點選工具列裡的拼圖圖示，再點選本擴充功能旁邊的圖釘。按鈕會顯示進度，並開啟歷史記錄。',
  },
  start: {
    title: '讀取圖片，並試一試',
    access: '是否允許讀取其他網站的圖片？',
    ask: '逐個網站詢問',
    askHint: '大多數圖片不需要授權。需要時，只會請求那一個網站。',
    everywhere: '現在允許所有網站',
    everywhereHint:
      '圖片不再需要逐個請求授權。瀏覽器會允許擴充功能讀取所有網站，但擴充功能仍然只讀取你選擇的圖片。可以在設定中撤銷。',
    try: '試一試',
    tryAlt: '一幅繪製的小圖：極光下的木屋',
    trySize: (size) => `${size} 像素，專為本頁繪製。`,
    cost: {
      jimeng: '放大到 2K 可能消耗即夢點數：據最近所見，「自動」首先使用的智能超清消耗 1 點。',
      dreamina: '放大到 2K 可能消耗 Dreamina 點數，具體多少尚不清楚。',
    },
    credits: (left) => `你還有 ${left}。`,
    upscale: '放大這張圖片',
    started: '已開始。完成時工具列按鈕會提示。',
    noRoom: '空間已滿，這張圖片未能加入。請清理磁碟空間，再試一次。',
    openHistory: '開啟歷史記錄',
    check: '檢查連線',
    checkHint: '逐一嘗試免費的步驟，不會開始放大。',
    needsConsent: '請先在第一頁同意，再來試用。',
    needsSignIn: '請先在上一頁允許存取並登入，再來試用。',
  },
};
