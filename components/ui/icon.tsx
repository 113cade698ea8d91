import {
  BookOpen,
  Check,
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  CircleAlert,
  Clock,
  Download,
  Ellipsis,
  ExternalLink,
  FolderOpen,
  Image,
  ImagePlus,
  KeyRound,
  LayoutGrid,
  ListChecks,
  Lock,
  LogIn,
  Maximize,
  PanelRight,
  Pin,
  Search,
  Settings,
  SquareDashedMousePointer,
  Trash2,
  WifiOff,
  X,
  Zap,
  ZoomIn,
  ZoomOut,
} from 'lucide';
import { h } from 'preact';
import './icon.css';

const ICONS = {
  add: ImagePlus,
  alert: CircleAlert,
  check: Check,
  chevron: ChevronRight,
  clock: Clock,
  close: X,
  folder: FolderOpen,
  'full-screen': Maximize,
  grid: LayoutGrid,
  image: Image,
  key: KeyRound,
  left: ChevronLeft,
  'left-end': ChevronFirst,
  lock: Lock,
  more: Ellipsis,
  offline: WifiOff,
  'open-page': ExternalLink,
  panel: PanelRight,
  pick: SquareDashedMousePointer,
  pin: Pin,
  read: BookOpen,
  right: ChevronRight,
  'right-end': ChevronLast,
  search: Search,
  select: ListChecks,
  save: Download,
  settings: Settings,
  'sign-in': LogIn,
  remove: Trash2,
  zap: Zap,
  'zoom-in': ZoomIn,
  'zoom-out': ZoomOut,
} as const;

/** Names of the icons in use. */
export type IconName = keyof typeof ICONS;

/** A decorative Lucide icon in the text colour. The control around it has the accessible name. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      class="icon"
      data-icon={name}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {ICONS[name].map(([tag, attributes], index) => h(tag, { ...attributes, key: index }))}
    </svg>
  );
}
