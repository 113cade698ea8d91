import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { REPLACE_MESSAGE, type ReplaceRequest } from '@/lib/page/replace/contract';

/** The frame that asks, as the browser reports it. Nothing of it comes from the message. */
export interface AskingFrame {
  tabId: number;
  frameId: number;
  /** Address of the frame, or its origin where it has none of its own, such as `about:srcdoc`. */
  frameUrl: string;
  /** Of the page in the tab; empty where the extension may not see them. */
  pageUrl: string;
  pageTitle: string;
}

/** What the browser says of a sender; any of it may be missing. */
interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; url?: string | undefined; title?: string | undefined };
}

/** Limits of one message. The script keeps to them; a page that took over its process need not. */
const MOST_PICTURES = 200;
const MOST_OTHERS = 32;
const MAX_ADDRESS = 8_192;
const MAX_SMALL = 100_000;
const MAX_KEY = 100;

const Key = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_KEY));
const Address = v.pipe(v.string(), v.maxLength(MAX_ADDRESS), v.regex(/^https?:/i));
const Px = v.pipe(v.number(), v.finite(), v.minValue(0));
const Picture = v.object({
  key: Key,
  url: v.exactOptional(Address),
  others: v.exactOptional(v.pipe(v.array(Address), v.maxLength(MOST_OTHERS))),
  size: v.exactOptional(v.object({ width: Px, height: Px })),
  small: v.exactOptional(
    v.pipe(v.string(), v.maxLength(MAX_SMALL), v.regex(/^data:image\/(?:png|webp|jpeg);base64,/)),
  ),
});
const Pictures = v.pipe(v.array(Picture), v.maxLength(MOST_PICTURES));
const type = v.literal(REPLACE_MESSAGE);

const Request: v.GenericSchema<unknown, ReplaceRequest> = v.variant('ask', [
  v.object({ type, ask: v.literal('start') }),
  v.object({ type, ask: v.literal('look'), pictures: Pictures }),
  v.object({
    type,
    ask: v.literal('piece'),
    result: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)),
    from: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.object({
    type,
    ask: v.literal('press'),
    action: v.picklist(['show', 'hide', 'ahead', 'stop-ahead']),
  }),
  v.object({ type, ask: v.literal('ahead'), pictures: Pictures }),
]);

/**
 * Answers the replacers in web pages. Call it in the first synchronous turn. A page that took over its process can
 * forge every request, so an answer may hold only what that frame may know.
 * @param answer undefined means that nothing is wanted in this frame; its errors count as that
 */
export function onReplaceRequest(
  answer: (request: ReplaceRequest, frame: AskingFrame) => Promise<unknown>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    const { success, output } = v.safeParse(Request, message);
    const frame = success ? frameOf(sender) : undefined;
    // Another listener answers.
    if (!success || !frame) return undefined;
    return answer(output, frame).catch(() => undefined);
  });
}

function frameOf({ id, url = '', origin = '', frameId, tab }: Sender): AskingFrame | undefined {
  if (id !== browser.runtime.id || tab?.id === undefined || frameId === undefined) return undefined;
  const frameUrl = [url, origin].find((each) => /^https?:/i.test(each));
  if (frameUrl === undefined) return undefined;
  const { url: pageUrl = '', title: pageTitle = '' } = tab;
  return { tabId: tab.id, frameId, frameUrl, pageUrl, pageTitle };
}
