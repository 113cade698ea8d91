import { ImageError } from '../formats/errors';

/**
 * Waits for work that a hostile picture can make endless and that cannot be stopped.
 * @throws ImageError `image-too-large` after `ms`
 */
export async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ImageError('image-too-large')), ms);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
