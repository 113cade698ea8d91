import type { BrowserContext, CDPSession } from 'playwright';

/** A page of the extension that is in no tab, where Playwright does not reach: the popup, or the panel. */
export interface Tabless {
  /** Runs an expression in the page, and gives what it comes to, if that is JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Fills a file chooser with files of this computer. */
  setFiles(selector: string, paths: readonly string[]): Promise<void>;
}

/** Whether such a page is open. */
export async function isOpen(context: BrowserContext, file: string): Promise<boolean> {
  return withBrowser(context, async (session) => (await targetOf(session, file)) !== undefined);
}

/** Talks to the page of this file name, once it is open. */
export async function inPage<T>(
  context: BrowserContext,
  file: string,
  work: (page: Tabless) => Promise<T>,
): Promise<T> {
  return withBrowser(context, async (session) => {
    let targetId: string | undefined;
    for (let tries = 0; tries < 100 && !targetId; tries += 1) {
      targetId = await targetOf(session, file);
      if (!targetId) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    if (!targetId) throw new Error(`${file} did not open`);
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const send = speaker(session, sessionId);
    try {
      return await work({
        async evaluate(expression) {
          const answer = await send<{ result: { value: never }; exceptionDetails?: unknown }>(
            'Runtime.evaluate',
            { expression, awaitPromise: true, returnByValue: true, userGesture: true },
          );
          if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails));
          return answer.result.value;
        },
        async setFiles(selector, paths) {
          const { result } = await send<{ result: { objectId: string } }>('Runtime.evaluate', {
            expression: `document.querySelector(${JSON.stringify(selector)})`,
          });
          await send('DOM.setFileInputFiles', { files: paths, objectId: result.objectId });
        },
      });
    } finally {
      await session.send('Target.detachFromTarget', { sessionId }).catch(() => {});
    }
  });
}

async function withBrowser<T>(
  context: BrowserContext,
  work: (session: CDPSession) => Promise<T>,
): Promise<T> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('no browser to talk to');
  try {
    return await work(session);
  } finally {
    await session.detach();
  }
}

async function targetOf(session: CDPSession, file: string): Promise<string | undefined> {
  const { targetInfos } = await session.send('Target.getTargets');
  // Tabs are attached to already.
  return targetInfos.find(({ url, attached }) => url.endsWith(`/${file}`) && !attached)?.targetId;
}

/** Sends to a page through the browser's session, and waits for the answer. */
function speaker(session: CDPSession, sessionId: string) {
  let last = 0;
  return <T>(method: string, params: object): Promise<T> =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      const hear = ({ message }: { message: string }) => {
        const answer = JSON.parse(message);
        if (answer.id !== id) return;
        session.off('Target.receivedMessageFromTarget', hear);
        if (answer.error) reject(new Error(answer.error.message));
        else resolve(answer.result);
      };
      session.on('Target.receivedMessageFromTarget', hear);
      const message = JSON.stringify({ id, method, params });
      session.send('Target.sendMessageToTarget', { message, sessionId }).catch(reject);
    });
}
