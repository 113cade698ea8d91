/**
 * Logs a bug to the extension's own console. Name and message only: an error object may hold a request
 * and its headers.
 */
export function report(error: unknown): void {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
  // biome-ignore lint/suspicious/noConsole: the one place where the extension writes to the console
  console.error(`[upscale-with-dreamina] ${text}`);
}
