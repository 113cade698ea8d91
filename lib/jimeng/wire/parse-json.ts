/**
 * A whole JSON string, or a whole JSON number. Strings are matched only to be stepped over. The
 * closing quote is optional, so that a cut answer is passed in one go and not from each of its quotes.
 */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const INTEGER = /^-?\d+$/;

/**
 * `JSON.parse` for answers with unquoted 64-bit ids: integers that a JavaScript number cannot hold
 * exactly become strings. The reviver's access to the source text would do it too, but Firefox has it
 * only since 135; this works everywhere.
 *
 * @throws SyntaxError like `JSON.parse`
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(STRING_OR_NUMBER, quoteIfUnsafe));
}

function quoteIfUnsafe(token: string): string {
  const unsafe = INTEGER.test(token) && !Number.isSafeInteger(Number(token));
  return unsafe ? `"${token}"` : token;
}
