/** Counts what a reader loads of a Blob; reading it whole rejects. */
export function watch(blob: Blob): { loads: number; largest: number; total: number } {
  const counts = { loads: 0, largest: 0, total: 0 };
  const slice = blob.slice.bind(blob);
  blob.slice = (start, end, type) => {
    const part = slice(start, end, type);
    counts.loads += 1;
    counts.largest = Math.max(counts.largest, part.size);
    counts.total += part.size;
    return part;
  };
  blob.arrayBuffer = () => Promise.reject(new Error('the whole file was read'));
  blob.text = () => Promise.reject(new Error('the whole file was read'));
  blob.stream = () => {
    throw new Error('the whole file was read');
  };
  return counts;
}
