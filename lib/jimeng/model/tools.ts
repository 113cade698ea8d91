/** The upscalers of the service that this extension can drive (docs/PROTOCOL.md, section 4.2). */
export const TOOLS = ['super-resolution', 'smart-hd', 'fast-hd'] as const;
export type Tool = (typeof TOOLS)[number];

/** Target size; `resolution_type` on the wire. */
export const TARGETS = ['2k', '4k'] as const;
export type Target = (typeof TARGETS)[number];
