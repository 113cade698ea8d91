/** The site whose page the tests open. */
export const ORIGIN = 'https://jimeng.jianying.com';
export const SITE = {
  name: 'jimeng' as const,
  origin: ORIGIN,
  path: '/ai-tool/home',
  signatures: ['a_bogus'],
};
export const READ = { url: `${ORIGIN}/read?aid=1`, headers: {}, body: '{}' };
export const ORDER = { url: `${ORIGIN}/order?aid=1`, headers: { appid: '1' }, body: '{}' };
/** A page whose code is there and does not announce itself. */
export const STATE = { isSite: true, isPatched: true, hasSigner: false };

/** A tab as the browser tells of it. */
export interface FakeTab {
  id: number;
  url: string;
  active: boolean;
  incognito: boolean;
  discarded?: boolean;
  status: string;
  cookieStoreId?: string;
}

/** What the script in the page says of an answered request. */
export const answered = (url: string, isSigned: boolean) => ({
  ...{ outcome: 'answered', status: 200, text: '{"ret":"0","data":{}}', isSigned },
  ...{ url: url.split('?')[0], date: '', age: '', retryAfter: '' },
});

/** A loaded tab with the page of the site. */
export function tab(id: number, more: Partial<FakeTab> = {}): FakeTab {
  const url = `${ORIGIN}/ai-tool/home`;
  return { id, url, active: false, incognito: false, status: 'complete', ...more };
}
