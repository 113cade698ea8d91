import type { ComponentChildren } from 'preact';
import { IconButton } from '../ui/icon-button';
import { useLocale } from '../ui/locale';
import './toolbar.css';

/** Props of the bar below the stage. */
export interface CompareToolbarProps {
  /** Device px per image px. */
  zoom: number;
  isFitted: boolean;
  isActual: boolean;
  onFit: () => void;
  onActual: () => void;
  onZoomIn: () => void;
  onZoomOut: () => void;
  isPixelated: boolean;
  onPixelated: (isPixelated: boolean) => void;
  isMapShown: boolean;
  /** Absent when nothing differs or the check gave no result. */
  onMapShown?: ((isShown: boolean) => void) | undefined;
}

/** Controls for how the images are shown. */
export function CompareToolbar(props: CompareToolbarProps) {
  const { messages, formats } = useLocale();
  const { view } = messages.compare;
  const { isPixelated, isMapShown, onMapShown } = props;
  const zoom = formats.percent(props.zoom);
  return (
    <div class="compare-toolbar" role="toolbar" aria-label={view.title}>
      <span class="compare-toolbar__group">
        <Toggle isOn={props.isFitted} onClick={props.onFit}>
          {view.fit}
        </Toggle>
        <Toggle isOn={props.isActual} onClick={props.onActual}>
          {view.actual}
        </Toggle>
      </span>
      <span class="compare-toolbar__group">
        <IconButton icon="zoom-out" label={view.zoomOut} onClick={props.onZoomOut} />
        <output class="compare-toolbar__zoom" aria-label={view.zoom(zoom)}>
          {zoom}
        </output>
        <IconButton icon="zoom-in" label={view.zoomIn} onClick={props.onZoomIn} />
      </span>
      <span class="compare-toolbar__group compare-toolbar__group--end">
        {onMapShown && (
          <Toggle isOn={isMapShown} onClick={() => onMapShown(!isMapShown)}>
            {view.differences}
          </Toggle>
        )}
        <Toggle isOn={isPixelated} onClick={() => props.onPixelated(!isPixelated)}>
          {view.pixels}
        </Toggle>
      </span>
    </div>
  );
}

interface ToggleProps {
  isOn: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

function Toggle({ isOn, onClick, children }: ToggleProps) {
  return (
    <button type="button" class="compare-toolbar__toggle" aria-pressed={isOn} onClick={onClick}>
      {children}
    </button>
  );
}
