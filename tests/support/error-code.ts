import { JimengError, type JimengErrorCode } from '@/lib/jimeng/model/errors';

/** The code of the error that a call of the client rejects with. @throws if it resolves, or with another error */
export async function codeOf(work: Promise<unknown>): Promise<JimengErrorCode> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof JimengError)) throw new Error(`not a JimengError: ${String(error)}`);
  return error.code;
}
