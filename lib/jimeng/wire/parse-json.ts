/**
 * A whole JSON string or number. Strings are matched only to skip them. The closing quote is optional:
 * otherwise a truncated answer would be scanned again from each of its quotes.
 */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const INTEGER = /^-?\d+$/;

/**
 * `JSON.parse` for answers with unquoted 64-bit ids: integers that a JavaScript number cannot hold
 * exactly become strings. A reviver with access to the source text needs Firefox 135 or later.
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
