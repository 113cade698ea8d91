/** Every path of a tree of messages with its value. */
export function* leaves(tree: object, path = ''): Generator<[string, unknown]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'object' && value !== null) yield* leaves(value, `${path}${key}.`);
    else yield [path + key, value];
  }
}

/** The fixed sentences of a tree of messages by path. The words before and after a link are one sentence. */
export function sentencesOf(tree: object): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const [path, value] of leaves(tree)) {
    if (typeof value !== 'string') continue;
    const whole = path.replace(/\.(before|after)$/, '');
    sentences.set(whole, (sentences.get(whole) ?? '') + value);
  }
  return sentences;
}
