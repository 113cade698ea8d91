import { useId, useRef } from 'preact/hooks';
import type { CompareChoices, CompareMode } from '@/lib/browser/storage/compare-choices';
import type { DifferenceMap } from '@/lib/images/quality/fidelity';
import { useLocale } from '../ui/locale';
import {
  actualScale,
  type Crop,
  cropBetween,
  cropInPx,
  isActual,
  isFitted,
  nextZoom,
  type Point,
  placeAt,
  type Size,
  secondHalfAt,
} from './geometry';
import { useGestures } from './gestures';
import type { CompareSide } from './layer';
import { MODES, nextFade, nextStop } from './modes';
import { CompareNotes } from './notes';
import { ComparePanes } from './panes';
import { CompareSpoken } from './spoken';
import { actionOf, fieldKeys, stageKeys } from './stage-keys';
import { isMotionReduced, useStageState } from './stage-state';
import { useStageView } from './stage-view';
import { CompareToolbar } from './toolbar';
import './stage.css';

/** Props of the stage. */
export interface CompareStageProps {
  name: string;
  /** Without one, only the result is shown. */
  before?: CompareSide | undefined;
  after: CompareSide;
  /** The source, if another result stands on the left. */
  original?: CompareSide | undefined;
  /** Size of the result, px. */
  size: Size;
  /** How far the result is displaced against the image on the left, px of the result. */
  shift?: Point | undefined;
  choices: CompareChoices;
  onChoices: (choices: CompareChoices) => void;
  map?: DifferenceMap | undefined;
  isMapShown: boolean;
  onMapShown: (isShown: boolean) => void;
  /** A place to zoom in on, as shares of width and height; each new object zooms anew. */
  spot?: Point | undefined;
  /** Shows the page in full screen, or no longer. */
  onFullScreen: () => void;
  /** Copies a part of the result, px of it. Called inside the click. */
  onCopyPart: (part: Point & Size) => Promise<boolean>;
  /** Called when the browser cannot show an image. */
  onUnreadable: (which: 'before' | 'after') => void;
}

/** The part that the frame begins with: the middle of what is visible, in shares of the field. */
const FRAME = { from: 0.25, to: 0.75 };
/** A shorter drag was a click and chooses no part, as a share of the image. */
const LEAST_DRAG = 0.004;

/** Both images from one viewpoint, with the ways to compare them. */
export function CompareStage(props: CompareStageProps) {
  const { before, after, size, choices, onChoices } = props;
  const { compare } = useLocale().messages;
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const mode: CompareMode = before ? choices.mode : 'slider';
  const layout = mode === 'side' ? 'halves' : 'stacked';
  const { state, change, swap } = useStageState(mode);
  const stageView = useStageView(field, size, layout, props.spot);
  const { view, scene, whole, showWhole, pan } = stageView;
  const second = secondHalfAt(whole, layout);
  const isWhole = isFitted(view, scene);
  const middle = { x: scene.stage.width / 2, y: scene.stage.height / 2 };
  const zoom = view.scale / actualScale(scene);
  /** The point on the field of the image that it is in. */
  const local = ({ x, y }: Point): Point => ({
    x: second.x > 0 && x >= second.x ? x - second.x : x,
    y: second.y > 0 && y >= second.y ? y - second.y : y,
  });
  const zoomTo = (next: number, at = middle) => stageView.zoom(next / zoom, at);
  const choose = (next: CompareMode) => onChoices({ ...choices, mode: next });
  const setPixelated = (isPixelated: boolean) => onChoices({ ...choices, isPixelated });
  const framed = (from: Point, to: Point) =>
    change({
      frame: cropBetween(placeAt(local(from), view, scene), placeAt(local(to), view, scene)),
    });
  const startFrame = () => {
    const at = (share: number) => ({ x: middle.x * 2 * share, y: middle.y * 2 * share });
    if (state.frame) change({ frame: undefined });
    else framed(at(FRAME.from), at(FRAME.to));
  };
  const showPart = (part: Crop | undefined) => {
    if (part && Math.max(part.width, part.height) > LEAST_DRAG) {
      stageView.showAt({ x: part.x + part.width / 2, y: part.y + part.height / 2 }, 1);
      change({ frame: undefined, crop: part });
    } else change({ frame: undefined });
    field.current?.focus({ preventScroll: true });
  };

  const gestures = useGestures(field, {
    dragOf(target) {
      if (state.frame) return 'frame';
      // When the whole image is visible, there is nothing to pan.
      const isDivided = mode === 'slider' && before !== undefined;
      if (!isDivided) return 'pan';
      return isWhole || target.closest('.compare-divider') ? 'divide' : 'pan';
    },
    onDivide: (x) => change({ split: splitAt(x, view.x, size.width * view.scale, whole.width) }),
    onPan: pan,
    onZoom: (factor, point) => stageView.zoom(factor, local(point)),
    onFrame: framed,
    onFramed: () => showPart(state.frame),
    onPoint: (point) => {
      if (mode !== 'lens') return;
      change({
        lens: { x: point.x / Math.max(1, whole.width), y: point.y / Math.max(1, whole.height) },
      });
    },
  });

  const pair: Record<string, () => void> = {
    ...Object.fromEntries(MODES.map((each) => [each.key, () => choose(each.mode)])),
    b: () => (mode === 'blink' ? swap() : choose('blink')),
    d: () => {
      if (mode === 'difference') change({ fade: nextFade(state.fade) });
      else choose('difference');
    },
    a: () => {
      if (!isMotionReduced()) change({ isAutomatic: mode !== 'blink' || !state.isAutomatic });
      if (mode !== 'blink') choose('blink');
    },
    c: () => change({ split: nextStop(state.split) }),
    o: () => change({ isHeld: true }),
    h: () => change({ isCorrected: !state.isCorrected }),
  };
  const keys = {
    pan,
    step: (direction: 1 | -1) => zoomTo(nextZoom(zoom, direction)),
    showWhole,
    zoomTo,
    letters: {
      ...(before && pair),
      m: () => props.onMapShown(!props.isMapShown),
      p: () => setPixelated(!choices.isPixelated),
      r: startFrame,
      f: props.onFullScreen,
      ...((state.crop || state.frame) && {
        Escape: () => change({ crop: undefined, frame: undefined }),
      }),
    },
  };
  const handle = (actions: Record<string, () => void>) => (event: KeyboardEvent) => {
    const act = actionOf(event, actions);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const onDblClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('.compare-divider')) {
      change({ split: nextStop(state.split) });
    } else if (isWhole) zoomTo(1, local(gestures.pointOf(event)));
    else showWhole();
  };

  return (
    <section
      class="compare-stage"
      aria-label={compare.stage(props.name)}
      onKeyDown={handle(stageKeys(keys))}
      onKeyUp={({ key }) => key.toLowerCase() === 'o' && change({ isHeld: false })}
      onFocusOut={() => state.isHeld && change({ isHeld: false })}
    >
      <div
        ref={field}
        class="compare-stage__field"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move and zoom it.
        tabIndex={0}
        aria-label={compare.stage(props.name)}
        aria-describedby={`${id}keys`}
        data-mode={mode}
        data-whole={isWhole}
        data-framing={state.frame !== undefined}
        data-pixelated={choices.isPixelated}
        onKeyDown={handle(fieldKeys(keys))}
        onDblClick={onDblClick}
        {...gestures.handlers}
      >
        <ComparePanes
          mode={mode}
          state={state}
          view={view}
          scene={scene}
          second={second}
          before={before}
          after={after}
          original={props.original ?? before}
          shift={state.isCorrected ? props.shift : undefined}
          map={props.isMapShown ? props.map : undefined}
          change={change}
          onPart={showPart}
          onUnreadable={props.onUnreadable}
        />
      </div>
      <p id={`${id}keys`} class="visually-hidden">
        {compare.keys.hint}
      </p>
      <CompareSpoken
        mode={mode}
        zoom={zoom}
        side={mode === 'blink' && !state.isAutomatic ? state.side : undefined}
      />
      <CompareNotes
        shift={before && props.shift}
        isCorrected={state.isCorrected}
        onCorrected={(isCorrected) => change({ isCorrected })}
        isFraming={state.frame !== undefined}
        part={state.crop && cropInPx(state.crop, size)}
        onCopyPart={props.onCopyPart}
        onWhole={() => {
          change({ crop: undefined });
          field.current?.focus({ preventScroll: true });
        }}
      />
      <CompareToolbar
        mode={mode}
        onMode={before && choose}
        state={state}
        change={change}
        onSwap={swap}
        zoom={zoom}
        size={size}
        isFitted={isWhole}
        isActual={isActual(view, scene)}
        onFit={showWhole}
        onActual={() => zoomTo(1)}
        onStep={keys.step}
        isPixelated={choices.isPixelated}
        onPixelated={setPixelated}
        isMapShown={props.isMapShown}
        onMapShown={props.map && props.onMapShown}
        isFraming={state.frame !== undefined}
        onFrame={startFrame}
        onFullScreen={props.onFullScreen}
      />
    </section>
  );
}

/** The share of the visible image that is left of a point. All in CSS px. */
function splitAt(x: number, left: number, width: number, room: number): number {
  const from = Math.max(0, left);
  const to = Math.min(room, left + width);
  return Math.min(1, Math.max(0, (x - from) / Math.max(1, to - from)));
}
