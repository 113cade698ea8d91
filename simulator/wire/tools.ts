/** The upscalers, by the names the extension gives them. */
export type Tool = 'super-resolution' | 'smart-hd' | 'fast-hd';
export type Target = '2k' | '4k' | '8k';
