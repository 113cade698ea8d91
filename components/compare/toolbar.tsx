import type { CompareMode } from '@/lib/browser/storage/compare-choices';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { useLocale } from '../ui/locale';
import type { Size } from './geometry';
import { HoldButton } from './hold-button';
import { MODES } from './modes';
import { isMotionReduced, type StageState } from './stage-state';
import { CompareToggle } from './toggle';
import './toolbar.css';

/** Props of the bar below the stage. */
export interface CompareToolbarProps {
  mode: CompareMode;
  /** Absent if there is only one image. */
  onMode?: ((mode: CompareMode) => void) | undefined;
  state: StageState;
  change: (part: Partial<StageState>) => void;
  onSwap: () => void;
  /** Device px per image px. */
  zoom: number;
  /** Size of the result, px. */
  size: Size;
  isFitted: boolean;
  isActual: boolean;
  onFit: () => void;
  onActual: () => void;
  /** To the next step of the zoom. */
  onStep: (direction: 1 | -1) => void;
  isPixelated: boolean;
  onPixelated: (isPixelated: boolean) => void;
  isMapShown: boolean;
  /** Absent if nothing differs or nothing is known. */
  onMapShown?: ((isShown: boolean) => void) | undefined;
  isFraming: boolean;
  onFrame: () => void;
  onFullScreen: () => void;
}

/** Controls of the view. */
export function CompareToolbar(props: CompareToolbarProps) {
  const { messages, formats } = useLocale();
  const { view } = messages.compare;
  const { isPixelated, isMapShown, onMapShown, onMode, size } = props;
  const zoom = formats.percent(props.zoom);
  return (
    <div class="compare-toolbar" role="toolbar" aria-label={view.title}>
      {onMode && <Modes {...props} onMode={onMode} />}
      <span class="compare-toolbar__group">
        <CompareToggle isOn={props.isFitted} onClick={props.onFit}>
          {view.fit}
        </CompareToggle>
        <CompareToggle isOn={props.isActual} onClick={props.onActual}>
          {view.actual}
        </CompareToggle>
        <IconButton icon="zoom-out" label={view.zoomOut} onClick={() => props.onStep(-1)} />
        {/* Spoken once it rests: a wheel changes it many times. */}
        <output class="compare-toolbar__zoom" aria-live="off" aria-label={view.zoom(zoom)}>
          {zoom}
        </output>
        <IconButton icon="zoom-in" label={view.zoomIn} onClick={() => props.onStep(1)} />
        <span class="compare-toolbar__size" title={view.onScreen}>
          {formats.size(Math.round(size.width * props.zoom), Math.round(size.height * props.zoom))}
        </span>
      </span>
      <span class="compare-toolbar__group compare-toolbar__group--end">
        {onMode && (
          <HoldButton isHeld={props.state.isHeld} onHold={(isHeld) => props.change({ isHeld })} />
        )}
        {onMapShown && (
          <CompareToggle isOn={isMapShown} onClick={() => onMapShown(!isMapShown)}>
            {view.differences}
          </CompareToggle>
        )}
        <CompareToggle isOn={isPixelated} onClick={() => props.onPixelated(!isPixelated)}>
          {view.pixels}
        </CompareToggle>
        <CompareToggle isOn={props.isFraming} onClick={props.onFrame}>
          {view.part}
        </CompareToggle>
        <IconButton icon="full-screen" label={view.fullScreen} onClick={props.onFullScreen} />
      </span>
    </div>
  );
}

/** The ways to compare, and what the chosen one needs. */
function Modes(props: CompareToolbarProps & { onMode: (mode: CompareMode) => void }) {
  const { mode, onMode, state, change, onSwap } = props;
  const { messages, formats } = useLocale();
  const { compare } = messages;
  const fadeWords = new Map([
    [0, compare.before],
    [0.5, compare.fade.difference],
    [1, compare.after],
  ]);
  return (
    <>
      <span class="compare-toolbar__group">
        {MODES.map((each) => (
          <CompareToggle
            key={each.mode}
            isOn={each.mode === mode}
            onClick={() => onMode(each.mode)}
          >
            {compare.modes[each.mode]}
          </CompareToggle>
        ))}
      </span>
      {mode === 'blink' && (
        <span class="compare-toolbar__group">
          <Button variant="quiet" onClick={onSwap}>
            {compare.blink.swap}
          </Button>
          {!isMotionReduced() && (
            <CompareToggle
              isOn={state.isAutomatic}
              onClick={() => change({ isAutomatic: !state.isAutomatic })}
            >
              {compare.blink.automatic}
            </CompareToggle>
          )}
        </span>
      )}
      {mode === 'difference' && (
        <input
          class="compare-toolbar__fade"
          type="range"
          min={0}
          max={100}
          step={5}
          value={Math.round(state.fade * 100)}
          aria-label={compare.fade.title}
          aria-valuetext={fadeWords.get(state.fade) ?? formats.percent(state.fade)}
          onInput={({ currentTarget }) => change({ fade: Number(currentTarget.value) / 100 })}
        />
      )}
    </>
  );
}
