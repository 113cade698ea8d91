import { useId } from 'preact/hooks';

/** The mark of the extension, as in public/icon/icon.svg. */
export function Logo({ size = 24 }: { size?: number }) {
  const gradient = useId();
  return (
    <svg width={size} height={size} viewBox="8 8 112 112" aria-hidden="true" focusable="false">
      <defs>
        <linearGradient id={gradient} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stop-color="#7b5cff" />
          <stop offset=".55" stop-color="#5a6bff" />
          <stop offset="1" stop-color="#22a6ff" />
        </linearGradient>
      </defs>
      <rect x="8" y="8" width="112" height="112" rx="28" fill={`url(#${gradient})`} />
      <rect x="29" y="64" width="35" height="35" rx="8" fill="#fff" fill-opacity=".6" />
      <g fill="none" stroke="#fff" stroke-width="13" stroke-linecap="round" stroke-linejoin="round">
        <path d="M65 36h17a10 10 0 0 1 10 10v17" />
        <path d="M64 64 88 40" />
      </g>
    </svg>
  );
}
